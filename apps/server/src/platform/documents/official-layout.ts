/**
 * Measures of an official document after GB/T 9704-2012: A4, a text area of 156 by 225 mm, 3号 (16 pt) body of
 * 22 lines to the page, first lines indented by two characters, red head with a red rule. Tables are 小五 (9
 * pt) so that twelve columns fit the width. Lengths in millimetres, type in points; both writers read these.
 */
export const OFFICIAL_LAYOUT = {
  page: { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26 },
  /** 225 mm of text area over 22 lines. */
  lineMm: 10.23,
  body: 16,
  table: 9,
  small: 10.5,
  mark: 14,
  pageNumber: 14,
  tableTitle: 12,
  headName: 30,
  headKind: 44,
  issue: 16,
  issuer: 14,
  imprint: 14,
  annexTitle: 20,
  red: '#C7000B',
  ruleMm: 0.7,
  cellMm: 0.7,
  hairlineMm: 0.18,
  grey: '#F2F2F2',
} as const

/**
 * Fonts Word is told to use for Chinese. Machines of the administration have them; elsewhere the outlines that the file
 * carries under these names are used. Latin letters and digits are set in Times New Roman, as custom wants.
 */
export const WORD_FONTS = {
  head: '方正小标宋简体',
  body: '仿宋',
  heading1: '黑体',
  heading2: '楷体',
  table: '宋体',
  latin: 'Times New Roman',
} as const
