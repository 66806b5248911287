const SEGMENTED_COVERAGE = 12
const SEGMENTS_TO_DELTAS = 4

/**
 * The glyph of every code point that an OpenType font draws, from its `cmap` table (OpenType 1.9, formats 4 and 12; a
 * Chinese font has both, and 12 holds the characters beyond the basic plane).
 * @throws Error when the file is no such font
 */
export function readCharacterMap(font: Buffer): ReadonlyMap<number, number> {
  const table = cmapOffset(font)
  const glyphs = new Map<number, number>()
  for (let index = 0; index < font.readUInt16BE(table + 2); index++) {
    const subtable = table + font.readUInt32BE(table + 4 + index * 8 + 4)
    const format = font.readUInt16BE(subtable)
    if (format === SEGMENTED_COVERAGE) addGroups(font, subtable, glyphs)
    if (format === SEGMENTS_TO_DELTAS) addSegments(font, subtable, glyphs)
  }
  return glyphs
}

function cmapOffset(font: Buffer): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + index * 16
    if (font.toString('latin1', record, record + 4) === 'cmap') return font.readUInt32BE(record + 8)
  }
  throw new Error('The font has no cmap table')
}

function addGroups(font: Buffer, subtable: number, glyphs: Map<number, number>): void {
  for (let index = 0; index < font.readUInt32BE(subtable + 12); index++) {
    const group = subtable + 16 + index * 12
    const end = font.readUInt32BE(group + 4)
    const start = font.readUInt32BE(group)
    const first = font.readUInt32BE(group + 8)
    for (let code = start; code <= end; code++) glyphs.set(code, first + code - start)
  }
}

/** Format 4: parallel arrays of segment ends, starts, deltas and offsets; a glyph 0 means there is none. */
function addSegments(font: Buffer, subtable: number, glyphs: Map<number, number>): void {
  const bytes = font.readUInt16BE(subtable + 6)
  const ends = subtable + 14
  const starts = ends + bytes + 2
  for (let at = 0; at < bytes; at += 2) {
    const delta = font.readUInt16BE(starts + bytes + at)
    const offsetAt = starts + 2 * bytes + at
    const offset = font.readUInt16BE(offsetAt)
    const start = font.readUInt16BE(starts + at)
    const end = font.readUInt16BE(ends + at)
    for (let code = start; code <= end && code < 0xffff; code++) {
      const glyph =
        offset === 0 ? (code + delta) & 0xffff : font.readUInt16BE(offsetAt + offset + 2 * (code - start))
      if (glyph !== 0) glyphs.set(code, glyph)
    }
  }
}
