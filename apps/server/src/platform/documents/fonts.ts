import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { readCharacterMap } from './character-map.ts'

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

let covered: ReadonlySet<number> | undefined

/** True when the embedded font can draw a character (its code point). */
export function isDrawable(codePoint: number): boolean {
  covered ??= readCharacterMap(readFileSync(PDF_FONT_FILES[0] ?? ''))
  return covered.has(codePoint)
}
