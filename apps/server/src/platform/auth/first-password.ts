import type { RandomBytes } from '@anye/kernel/random'

// Without letters and digits that look alike on paper: first passwords are read out and copied by hand.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz'
const DIGITS = '23456789'

/** A first password of 54 random bits that satisfies the complexity rule: `kdwm-4823-xhrn-65`. */
export function makeFirstPassword(random: RandomBytes): string {
  const group = (alphabet: string, length: number) =>
    Array.from({ length }, () => draw(alphabet, random)).join('')
  return [group(LETTERS, 4), group(DIGITS, 4), group(LETTERS, 4), group(DIGITS, 2)].join('-')
}

/** A uniform character: bytes beyond the last whole multiple of the alphabet are drawn again. */
function draw(alphabet: string, random: RandomBytes): string {
  const limit = 256 - (256 % alphabet.length)
  for (;;) {
    const byte = random(1)[0] ?? limit
    if (byte < limit) return alphabet.charAt(byte % alphabet.length)
  }
}
