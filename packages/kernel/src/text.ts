// Zero-width and direction marks, soft hyphen, byte order mark: pasted from chat and web pages, never typed.
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu
// Every space a sheet contains: ASCII white space, no-break, en/em/thin, narrow, and the ideographic U+3000.
const SPACES = /[\s\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/gu

/**
 * Full-width ASCII (Ａ１（，) to half-width and U+3000 to a space. Not NFKC: that would also rewrite
 * compatibility ideographs, which occur in personal names and must survive.
 */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000]/gu, (char) =>
    char === '\u3000' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  )
}

/** Removes characters nobody can see. */
export function stripInvisible(text: string): string {
  return text.replace(INVISIBLE, '')
}

/** One space between words, none at the ends, nothing invisible; widths are left as written. */
export function collapseSpaces(text: string): string {
  return stripInvisible(text).replace(SPACES, ' ').trim()
}

/** A cell as a reader sees it: half-width ASCII, single spaces, nothing invisible. */
export function tidyText(text: string): string {
  return collapseSpaces(toHalfWidth(text))
}

/** `tidyText` without any space: for codes, numbers and Chinese words, where spaces mean nothing. */
export function compactText(text: string): string {
  return tidyText(text).replaceAll(' ', '')
}

/**
 * Overlapping pairs of characters for the name index: 欧阳明 gives 欧阳, 阳明; a single character gives itself.
 * Counts code points, so a rare character outside the basic plane stays whole. Spaces and dots are left out
 * (买买提·艾力 and 买买提艾力 index alike). No pair occurs twice.
 */
export function bigrams(name: string): string[] {
  const chars = [...compactText(name).replace(/[·•.．・‧]/gu, '')]
  if (chars.length < 2) return chars
  return [...new Set(chars.slice(1).map((char, index) => `${chars[index]}${char}`))]
}
