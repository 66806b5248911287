import { SheetError } from './sheet-error.ts'

/** A stretch of XML: one whole element of the wanted name, or the text between two of them. */
export type XmlPiece = { element: boolean; text: string }

// 16,384 cells of one row stay far below; a longer "row" is an element without an end.
const MAX_ELEMENT = 32 * 1024 * 1024
// Control characters other than tab and line ends, and the two non-characters (XML 1.0, production 2).
const FORBIDDEN = /[^\t\n\r\u0020-\ufffd]/g
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Cuts an XML stream into the elements called `tag` and the text around them; the pieces joined give the
 * stream back to the letter. Elements of that name must not nest (rows and shared strings never do). One
 * array per chunk, because awaiting each of millions of rows costs more than reading it.
 */
export async function* cutElements(chunks: AsyncIterable<Buffer>, tag: string): AsyncGenerator<XmlPiece[]> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  for await (const chunk of chunks) {
    const pieces: XmlPiece[] = []
    rest = takePieces(rest + decoder.decode(chunk, { stream: true }), tag, pieces)
    if (rest.length > MAX_ELEMENT) throw new SheetError('broken_file')
    if (pieces.length > 0) yield pieces
  }
  rest += decoder.decode()
  if (rest !== '') yield [{ element: false, text: rest }]
}

function takePieces(text: string, tag: string, pieces: XmlPiece[]): string {
  const opening = `<${tag}`
  const closing = `</${tag}>`
  let at = 0
  for (;;) {
    const start = findOpening(text, opening, at)
    if (start === -1) break
    const end = elementEnd(text, start, closing)
    if (end === -1) {
      if (start > at) pieces.push({ element: false, text: text.slice(at, start) })
      return text.slice(start)
    }
    if (start > at) pieces.push({ element: false, text: text.slice(at, start) })
    pieces.push({ element: true, text: text.slice(start, end) })
    at = end
  }
  // A tag may be cut by the end of the chunk: keep what follows the last angle bracket.
  const last = text.lastIndexOf('<')
  const keep = last < at ? text.length : last
  if (keep > at) pieces.push({ element: false, text: text.slice(at, keep) })
  return text.slice(keep)
}

function findOpening(text: string, opening: string, from: number): number {
  for (let at = text.indexOf(opening, from); at !== -1; at = text.indexOf(opening, at + 1)) {
    const next = text.charCodeAt(at + opening.length)
    // space, tab, line feed, carriage return, '/', '>': anything else is a longer name such as rowBreaks
    if (next === 32 || next === 62 || next === 47 || next === 10 || next === 13 || next === 9) return at
    if (Number.isNaN(next)) return -1
  }
  return -1
}

function elementEnd(text: string, start: number, closing: string): number {
  const bracket = text.indexOf('>', start)
  if (bracket === -1) return -1
  if (text.charCodeAt(bracket - 1) === 47) return bracket + 1
  const end = text.indexOf(closing, bracket)
  return end === -1 ? -1 : end + closing.length
}

/** The value of an attribute in the text of an opening tag, entities resolved; undefined when absent. */
export function attribute(tag: string, name: string): string | undefined {
  for (let at = tag.indexOf(name); at !== -1; at = tag.indexOf(name, at + 1)) {
    if (tag.charCodeAt(at - 1) > 32 || tag.charCodeAt(at + name.length) !== 61) continue
    const quote = tag.charAt(at + name.length + 1)
    const start = at + name.length + 2
    const end = tag.indexOf(quote, start)
    return end === -1 ? undefined : unescapeXml(tag.slice(start, end))
  }
  return undefined
}

/** Every opening (or self-closing) tag called `name` in a document, whatever its namespace prefix. */
export function openingTags(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])(?:[^>"']|"[^"]*"|'[^']*')*>`, 'g')) ?? []
}

/** Resolves the five named entities and character references. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** Text as XML content or as an attribute in double quotes; characters XML 1.0 forbids are dropped. */
export function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replace(/[&<>"]/g, char => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char)
}

/** CDATA sections as ordinary escaped text, so that no reader below has to know them. */
export function withoutCdata(xml: string): string {
  if (!xml.includes('<![CDATA[')) return xml
  return xml.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) => escapeXml(text))
}
