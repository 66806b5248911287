import { readCharacterMap } from './character-map.ts'

/** What a text needs to be drawn; layout features and vertical metrics stay behind. */
const KEPT = ['OS/2', 'cmap', 'cvt ', 'fpgm', 'gasp', 'head', 'hhea', 'hmtx', 'maxp', 'post', 'prep'] as const
const CHECKSUM_OF_A_FONT = 0xb1b0afba
const ADJUSTMENT_AT = 8
const LOCATION_FORMAT_AT = 50

/**
 * A TrueType font with the outlines of the given characters only, under another family name: small enough to travel in a
 * document. Glyph numbers stay, so every table but `glyf`, `loca` and `name` is the old one (OpenType 1.9).
 * @throws Error when the file is no TrueType font with long offsets
 */
export function subsetFont(font: Buffer, characters: Iterable<string>, family: string): Buffer {
  const tables = readTables(font)
  const [head, loca, glyf] = [tables.get('head'), tables.get('loca'), tables.get('glyf')]
  if (head === undefined || loca === undefined || glyf === undefined || head.readInt16BE(LOCATION_FORMAT_AT) !== 1) {
    throw new Error('The font is no TrueType font with long offsets')
  }
  const map = readCharacterMap(font)
  const wanted = [0, ...[...characters].map((character) => map.get(character.codePointAt(0) ?? 0) ?? 0)]
  const outlines = keepOutlines(glyf, loca, wanted)
  const kept = KEPT.flatMap((tag) => {
    const table = tables.get(tag)
    return table === undefined ? [] : [[tag, Buffer.from(table)] as const]
  })
  return writeFont(new Map([...kept, ['glyf', outlines.glyf], ['loca', outlines.loca], ['name', nameTable(family)]]))
}

function readTables(font: Buffer): ReadonlyMap<string, Buffer> {
  const tables = new Map<string, Buffer>()
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + index * 16
    const offset = font.readUInt32BE(record + 8)
    tables.set(font.toString('latin1', record, record + 4), font.subarray(offset, offset + font.readUInt32BE(record + 12)))
  }
  return tables
}

/** Outlines of the wanted glyphs and of their parts; every other glyph becomes empty. */
function keepOutlines(glyf: Buffer, loca: Buffer, wanted: readonly number[]): { glyf: Buffer; loca: Buffer } {
  const outlineOf = (glyph: number) => glyf.subarray(loca.readUInt32BE(glyph * 4), loca.readUInt32BE(glyph * 4 + 4))
  const kept = new Set<number>()
  const waiting = [...wanted]
  for (let glyph = waiting.pop(); glyph !== undefined; glyph = waiting.pop()) {
    if (kept.has(glyph)) continue
    kept.add(glyph)
    waiting.push(...partsOf(outlineOf(glyph)))
  }
  const offsets = Buffer.alloc(loca.length)
  const outlines: Buffer[] = []
  let offset = 0
  for (let glyph = 0; glyph * 4 < loca.length; glyph++) {
    offsets.writeUInt32BE(offset, glyph * 4)
    if (!kept.has(glyph)) continue
    const outline = padded(outlineOf(glyph))
    outlines.push(outline)
    offset += outline.length
  }
  return { glyf: Buffer.concat(outlines), loca: offsets }
}

// Flags of a part of a composite glyph.
const WORDS = 0x1
const SCALE = 0x8
const MORE = 0x20
const TWO_SCALES = 0x40
const MATRIX = 0x80

/** The glyphs a composite glyph is put together from; none for a simple or an empty one. */
function partsOf(outline: Buffer): number[] {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return []
  const parts: number[] = []
  let at = 10
  let flags = MORE
  while ((flags & MORE) !== 0) {
    flags = outline.readUInt16BE(at)
    parts.push(outline.readUInt16BE(at + 2))
    const scales = (flags & SCALE) !== 0 ? 2 : (flags & TWO_SCALES) !== 0 ? 4 : (flags & MATRIX) !== 0 ? 8 : 0
    at += 4 + ((flags & WORDS) !== 0 ? 4 : 2) + scales
  }
  return parts
}

/** Family, style, full and PostScript name for Windows in US English. */
function nameTable(family: string): Buffer {
  const names: [number, string][] = [[1, family], [2, 'Regular'], [4, family], [6, 'AnyeEmbedded']]
  const texts = names.map(([, text]) => Buffer.from(text, 'utf16le').swap16())
  const head = Buffer.alloc(6 + names.length * 12)
  head.writeUInt16BE(names.length, 2)
  head.writeUInt16BE(head.length, 4)
  let offset = 0
  names.forEach(([id], index) => {
    const length = texts[index]?.length ?? 0
    for (const [place, value] of [3, 1, 0x409, id, length, offset].entries()) head.writeUInt16BE(value, 6 + index * 12 + place * 2)
    offset += length
  })
  return Buffer.concat([head, ...texts])
}

function writeFont(tables: ReadonlyMap<string, Buffer>): Buffer {
  const tags = [...tables.keys()].sort()
  const power = Math.floor(Math.log2(tags.length))
  const directory = Buffer.alloc(12 + tags.length * 16)
  directory.writeUInt32BE(0x00010000, 0)
  const search = [tags.length, 16 * 2 ** power, power, 16 * (tags.length - 2 ** power)]
  for (const [place, value] of search.entries()) directory.writeUInt16BE(value, 4 + place * 2)
  tables.get('head')?.writeUInt32BE(0, ADJUSTMENT_AT)
  let offset = directory.length
  const bodies = tags.map((tag, index) => {
    const table = tables.get(tag) ?? Buffer.alloc(0)
    const record = 12 + index * 16
    directory.write(tag, record, 'latin1')
    for (const [place, value] of [checksum(padded(table)), offset, table.length].entries()) directory.writeUInt32BE(value, record + 4 + place * 4)
    offset += padded(table).length
    return padded(table)
  })
  const font = Buffer.concat([directory, ...bodies])
  const headAt = directory.readUInt32BE(12 + tags.indexOf('head') * 16 + 8)
  font.writeUInt32BE((CHECKSUM_OF_A_FONT - checksum(font)) >>> 0, headAt + ADJUSTMENT_AT)
  return font
}

function padded(table: Buffer): Buffer {
  const missing = (4 - (table.length % 4)) % 4
  return missing === 0 ? table : Buffer.concat([table, Buffer.alloc(missing)])
}

function checksum(table: Buffer): number {
  let sum = 0
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0
  return sum
}
