import type { SheetFault } from './types.ts'

type Sentence = { zh: string; en: string }

const SENTENCES = {
  not_a_spreadsheet: {
    zh: '这不是电子表格文件。请上传 .xlsx、.xls、.et 或 .csv 格式的表格。',
    en: 'This is not a spreadsheet. Upload a table as .xlsx, .xls, .et or .csv.',
  },
  password_protected: {
    zh: '表格设有打开密码。请用 WPS 或 Excel 打开，取消密码后另存，再上传。',
    en: 'The workbook has a password. Open it, remove the password, save it and upload it again.',
  },
  broken_file: {
    zh: '表格已损坏或没有传完整。请用 WPS 或 Excel 打开，另存为 .xlsx 后再上传。',
    en: 'The file is damaged or incomplete. Open it, save it as .xlsx and upload it again.',
  },
  too_large: {
    zh: '文件太大。请按乡镇或按村拆成几个表格，分别上传。',
    en: 'The file is too large. Split it by township or village and upload the parts.',
  },
  zip_bomb: {
    zh: '表格解压后异常庞大，已停止读取。请把数据复制到新建的表格中，另存后再上传。',
    en: 'The workbook expands to an abnormal size. Copy the data into a new workbook and upload that.',
  },
  too_many_rows: {
    zh: '表格行数超过上限。请删除表尾的空白行，或按乡镇拆成几个表格后再上传。',
    en: 'The workbook has too many rows. Delete the blank rows at its end or split it by township.',
  },
  out_of_time: {
    zh: '读取表格用时过长，已停止。请按乡镇拆成几个表格后再上传。',
    en: 'Reading took too long and was stopped. Split the workbook by township and upload the parts.',
  },
  out_of_memory: {
    zh: '表格占用内存过大，已停止读取。请删除图片和多余工作表，或拆成几个表格后再上传。',
    en: 'The workbook needs too much memory. Remove pictures and spare sheets, or split it.',
  },
  empty: {
    zh: '表格里没有任何数据。请确认填写后已保存，再上传。',
    en: 'The workbook holds no data. Check that it was saved after it was filled in.',
  },
} as const satisfies Record<SheetFault, Sentence>

/** A file the readers refuse. `zh` and `en` are sentences for the user that say what to do next. */
export class SheetError extends Error {
  readonly fault: SheetFault
  readonly zh: string
  readonly en: string

  /** `sentence` replaces the standard one where the file tells more, e.g. "this is a Word document". */
  constructor(fault: SheetFault, sentence: Sentence = SENTENCES[fault], options?: ErrorOptions) {
    super(`${fault}: ${sentence.en}`, options)
    this.name = 'SheetError'
    this.fault = fault
    this.zh = sentence.zh
    this.en = sentence.en
  }
}
