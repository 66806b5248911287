import type { CodeList, CodeOf } from './code-list.ts'

/**
 * 转移就业状况 of the provincial human-resources system. Its list uses 06 twice (co-operative, own county);
 * the second is `06B` here so that a code has one meaning.
 */
export const TRANSFER_STATUS = [
  { code: '02', zh: '务农', en: 'Farming', aliases: ['在家务农'] },
  { code: '03', zh: '返乡未就业', en: 'Returned, without work', aliases: ['返乡', '返乡待业'] },
  { code: '04', zh: '外出务工', en: 'Working away', aliases: ['外出打工', '外出就业'] },
  { code: '05', zh: '自主创业', en: 'Own business', aliases: ['创业'] },
  { code: '06', zh: '农合吸纳', en: 'Farm co-operative', aliases: ['合作社', '农民合作社吸纳'] },
  { code: '06B', zh: '本市县就业', en: 'Employed in the own county', aliases: ['本地就业', '就近就业', '本县就业'] },
  { code: '07', zh: '灵活就业', en: 'Flexible work', aliases: ['打零工', '零工'] },
  { code: '99', zh: '无转移', en: 'No transfer', aliases: ['未转移'] },
] as const satisfies CodeList

export type TransferStatus = CodeOf<typeof TRANSFER_STATUS>
