import { open } from 'node:fs/promises'
import { SheetError } from './sheet-error.ts'

/** How a file has to be opened; the name's extension is never asked. */
export type FileKind = 'zip' | 'compound' | 'text'

type Signature = { bytes: readonly number[]; zh: string; en: string }

const HEAD_BYTES = 4096
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06]
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const UTF16_MARKS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
]

const OTHERS: readonly Signature[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], zh: 'PDF 文件', en: 'a PDF file' },
  { bytes: [0xff, 0xd8, 0xff], zh: '图片(JPG)', en: 'a picture (JPG)' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], zh: '图片(PNG)', en: 'a picture (PNG)' },
  { bytes: [0x47, 0x49, 0x46, 0x38], zh: '图片(GIF)', en: 'a picture (GIF)' },
  { bytes: [0x42, 0x4d], zh: '图片(BMP)', en: 'a picture (BMP)' },
  { bytes: [0x52, 0x61, 0x72, 0x21], zh: '压缩包(RAR)', en: 'an archive (RAR)' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], zh: '压缩包(7Z)', en: 'an archive (7Z)' },
  { bytes: [0x1f, 0x8b], zh: '压缩包(GZ)', en: 'an archive (GZ)' },
  { bytes: [0x4d, 0x5a], zh: '程序文件', en: 'a program' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], zh: 'Word 文档(RTF)', en: 'a Word document (RTF)' },
]

/**
 * Looks at the first bytes. Throws `empty` or `not_a_spreadsheet` with a sentence that names what the file
 * is.
 */
export async function detectKind(path: string): Promise<FileKind> {
  const head = await readHead(path)
  if (head.length === 0) throw new SheetError('empty')
  if (startsWith(head, ZIP)) return 'zip'
  if (startsWith(head, EMPTY_ZIP)) throw notASpreadsheet('空的压缩包', 'an empty archive')
  if (startsWith(head, COMPOUND)) return 'compound'
  if (UTF16_MARKS.some(mark => startsWith(head, mark))) return 'text'
  const other = OTHERS.find(({ bytes }) => startsWith(head, bytes))
  // "BM…" and "MZ…" also begin ordinary words; a picture or program has zero bytes, a table has none.
  if (other !== undefined && (other.bytes.length > 2 || head.includes(0)))
    throw notASpreadsheet(other.zh, other.en)
  refuseMarkup(head.toString('latin1').trimStart().toLowerCase())
  if (head.includes(0) && !looksLikeUtf16(head)) throw new SheetError('not_a_spreadsheet')
  return 'text'
}

/** A refusal that names what was uploaded instead of a spreadsheet. */
export function notASpreadsheet(zh: string, en: string): SheetError {
  return new SheetError('not_a_spreadsheet', {
    zh: `这是${zh}，不是电子表格。请上传 .xlsx、.xls、.et 或 .csv 格式的表格。`,
    en: `This is ${en}, not a spreadsheet. Upload a table as .xlsx, .xls, .et or .csv.`,
  })
}

/**
 * Many web systems export a web page, or the XML of Excel 2003, called .xls; it opens in a spreadsheet program but is no
 * spreadsheet file. Data for programs (JSON) are none in any program.
 */
function refuseMarkup(start: string): void {
  const text = start.replace(/^\xef\xbb\xbf/, '').trimStart()
  if (/^[{[]\s*["{[\]}]/.test(text)) throw notASpreadsheet('程序数据(JSON)', 'data for programs (JSON)')
  const isXml = text.startsWith('<?xml')
  if (!isXml && !/^<(!doctype|html|head|table|meta|style|div)/.test(text)) return
  const [zh, en] = isXml ? ['XML', 'an XML file'] : ['网页', 'a web page']
  throw new SheetError('not_a_spreadsheet', {
    zh: `这是${zh}格式的文件，只是改了表格的名字。请用 WPS 或 Excel 打开，另存为 .xlsx 后再上传。`,
    en: `This is ${en} with the name of a spreadsheet. Open it, save it as .xlsx and upload that.`,
  })
}

/** UTF-16 without a mark: the commas, digits and line ends of a table have a zero byte on one side only. */
export function looksLikeUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = [0, 0]
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const enough = bytes.length / 50
  if (odd > enough && even === 0) return 'utf-16le'
  return even > enough && odd === 0 ? 'utf-16be' : undefined
}

function startsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte)
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
