import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { readCharacterMap } from './character-map.ts'
import { WORD_FONTS } from './official-layout.ts'
import { subsetFont } from './subset-font.ts'

const FOLDER = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))

/**
 * The family that is embedded in every PDF (SIL Open Font License 1.1): no font of the machine is needed or
 * used.
 */
export const PDF_FAMILY = 'Noto Sans SC'

/** The font files of that family, regular and bold. */
export const PDF_FONT_FILES = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'].map(
  (file) => join(FOLDER, file),
)

const read = new Map<string, Buffer>()

function fontFile(weight: 'regular' | 'bold'): Buffer {
  const path = PDF_FONT_FILES[weight === 'regular' ? 0 : 1] ?? ''
  const font = read.get(path) ?? readFileSync(path)
  read.set(path, font)
  return font
}

// What Word itself adds to the text: page numbers, and whatever somebody types into an empty line.
const ALWAYS = ' 0123456789—-.,:;()%/+ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz，。、；：（）“”《》〔〕〓'

/**
 * The fonts a Word file carries: under each Chinese name it uses, the outlines of its own characters. A machine that has
 * the fonts of the administration shows those; any other shows these instead of empty boxes.
 */
export function embeddedFonts(texts: readonly string[]): { name: string; data: Buffer; characterSet: '86' }[] {
  const characters = new Set([...ALWAYS, ...texts.join('')].filter((character) => isDrawable(character.codePointAt(0) ?? 0)))
  const { latin: _, ...chinese } = WORD_FONTS
  // The faces of titles are heavy by themselves, not by a mark of the run.
  const heavy: readonly string[] = [WORD_FONTS.head, WORD_FONTS.heading1]
  return Object.values(chinese).map((name) => ({
    name, data: subsetFont(fontFile(heavy.includes(name) ? 'bold' : 'regular'), characters, name), characterSet: '86',
  }))
}

let covered: ReadonlyMap<number, number> | undefined

/** True when the embedded font can draw a character (its code point). */
export function isDrawable(codePoint: number): boolean {
  covered ??= readCharacterMap(fontFile('regular'))
  return covered.has(codePoint)
}
