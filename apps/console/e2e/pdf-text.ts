import { inflateSync } from 'node:zlib'

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const PAGE_PART = /\[((?:\((?:\\[^]|[^\\)])*\)|[^\]()])*)\]\s*TJ/g
const STRING = /\(((?:\\[^]|[^\\)])*)\)|<([0-9A-Fa-f]*)>/g

/**
 * What a reader can mark and copy from a PDF: its drawn strings, translated by the table of characters that each embedded font
 * carries. One text per font; glyphs of another font come out as other characters, which does no harm to a search.
 */
export function pdfTexts(pdf: Buffer): string[] {
  const whole = pdf.toString('latin1')
  const strings = streamsOf(whole).flatMap((stream) => [...stream.matchAll(PAGE_PART)].map(([, array = '']) => glyphsOf(array)))
  return characterTables(whole).map((table) =>
    strings.map((glyphs) => glyphs.map((glyph) => table.get(glyph) ?? '').join('')).join(''))
}

/** Contents of the compressed streams; fonts and pictures among them match nothing. */
function streamsOf(whole: string): string[] {
  return [...whole.matchAll(/stream\r?\n([^]*?)endstream/g)].flatMap(([, packed = '']) => {
    try {
      return [inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')]
    } catch {
      // Not compressed: a table of characters.
      return []
    }
  })
}

function characterTables(whole: string): Map<number, string>[] {
  return [...whole.matchAll(/begincmap([^]*?)endcmap/g)].map(([, table = '']) => new Map(
    [...table.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gim)].map(([, glyph = '', text = '']) =>
      [Number.parseInt(glyph, 16), Buffer.from(text, 'hex').swap16().toString('utf16le')]),
  ))
}

/** The two-byte glyph numbers of an array of strings and distances. */
function glyphsOf(array: string): number[] {
  const bytes = Buffer.concat([...array.matchAll(STRING)].map(([, literal, hex]) =>
    hex === undefined ? Buffer.from(unescaped(literal ?? ''), 'latin1') : Buffer.from(hex, 'hex')))
  return Array.from({ length: bytes.length >> 1 }, (_, index) => bytes.readUInt16BE(index * 2))
}

function unescaped(literal: string): string {
  return literal.replaceAll(/\\(?:([0-7]{1,3})|([^]))/g, (_, octal: string | undefined, letter: string) =>
    octal === undefined ? (ESCAPES[letter] ?? letter) : String.fromCharCode(Number.parseInt(octal, 8)))
}
