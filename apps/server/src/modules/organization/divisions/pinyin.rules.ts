import { pinyin } from 'pinyin-pro'

// Two readings of one character that people here both type: 覃 is Qin in Guizhou and Tan in Guangxi; ü is typed v
// or u. Everything else follows the dictionary.
const OTHER_READINGS: Readonly<Record<string, string>> = { 覃: 'tan' }
const MOST_ALTERNATIVES = 8

/** Space-separated alternatives of full pinyin and of initials, lower case, no tones: `longguangzhen`, `lgz`. */
export type SearchReadings = { pinyin: string; initials: string }

/** How a Chinese name may be typed on a keyboard. Characters that are not Chinese stay as they are (1组 → 1zu). */
export function readingsOf(name: string): SearchReadings {
  const characters = [...name]
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' })
  let full = ['']
  let initials = ['']
  characters.forEach((character, index) => {
    const readings = readingsOfCharacter(character, (syllables[index] ?? character).toLowerCase())
    full = append(full, readings)
    initials = append(initials, [...new Set(readings.map((reading) => reading.slice(0, 1)))])
  })
  return { pinyin: full.join(' '), initials: initials.join(' ') }
}

function readingsOfCharacter(character: string, reading: string): string[] {
  const other = OTHER_READINGS[character]
  const readings = other === undefined || other === reading ? [reading] : [reading, other]
  return readings.flatMap((each) => (each.includes('v') ? [each, each.replace('v', 'u')] : [each]))
}

function append(heads: readonly string[], tails: readonly string[]): string[] {
  return heads.flatMap((head) => tails.map((tail) => head + tail)).slice(0, MOST_ALTERNATIVES)
}
