import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCharacterMap } from './character-map.ts'
import { embeddedFonts, PDF_FONT_FILES } from './fonts.ts'
import { WORD_FONTS } from './official-layout.ts'
import { subsetFont } from './subset-font.ts'

const whole = readFileSync(PDF_FONT_FILES[0] ?? '')
const TEXT = '黔西南州就业Á1'
const small = subsetFont(whole, TEXT, '仿宋')

function tableOf(font: Buffer, tag: string): Buffer {
  for (let record = 12; record < 12 + font.readUInt16BE(4) * 16; record += 16) {
    if (font.toString('latin1', record, record + 4) !== tag) continue
    const offset = font.readUInt32BE(record + 8)
    return font.subarray(offset, offset + font.readUInt32BE(record + 12))
  }
  throw new Error(`no table ${tag}`)
}

function outlineOf(font: Buffer, character: string): Buffer {
  const glyph = readCharacterMap(font).get(character.codePointAt(0) ?? 0) ?? 0
  const loca = tableOf(font, 'loca')
  return tableOf(font, 'glyf').subarray(loca.readUInt32BE(glyph * 4), loca.readUInt32BE(glyph * 4 + 4))
}

describe('a subset of a font', () => {
  it.each([...TEXT])('draws %s exactly as the whole font does', (character) => {
    const outline = outlineOf(whole, character)
    expect(outline.length).toBeGreaterThan(0)
    expect(outlineOf(small, character).subarray(0, outline.length).equals(outline)).toBe(true)
  })

  it('carries nothing of the characters that were not asked for, and is a small part of the whole', () => {
    expect(outlineOf(small, '鑫').length).toBe(0)
    expect(small.length * 20).toBeLessThan(whole.length)
  })

  it('sums to the number that every font sums to, table by table', () => {
    let sum = 0
    for (let at = 0; at < small.length; at += 4) sum = (sum + small.readUInt32BE(at)) >>> 0
    expect(sum).toBe(0xb1b0afba)
    expect(tableOf(small, 'maxp').equals(tableOf(whole, 'maxp'))).toBe(true)
  })

  it('bears the family name it was given', () => {
    expect(tableOf(small, 'name').includes(Buffer.from('仿宋', 'utf16le').swap16())).toBe(true)
  })

  it('is refused for what is no TrueType font', () => {
    expect(() => subsetFont(Buffer.alloc(64), 'a', 'x')).toThrow('no TrueType font')
  })
})

it('a Word file carries every Chinese face it names', () => {
  const { latin: _, ...chinese } = WORD_FONTS
  expect(embeddedFonts(['战报']).map(({ name }) => name)).toEqual(Object.values(chinese))
})
