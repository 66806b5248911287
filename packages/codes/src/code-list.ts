import { compactText } from '@anye/kernel/text'

/**
 * One line of a code list: the code of the standard, its label in both languages, and spellings met in
 * sheets.
 */
export interface CodeEntry {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly aliases?: readonly string[]
}

/** A code list in the order of its source. */
export type CodeList = readonly CodeEntry[]

/** The codes of a list, as a type. */
export type CodeOf<L extends CodeList> = L[number]['code']

// Lists are constants, so their look-up tables are built once and live as long as the list.
const INDEXES = new WeakMap<CodeList, ReadonlyMap<string, string>>()

function keyOf(text: string): string {
  return compactText(text).toUpperCase()
}

function indexOf(list: CodeList): ReadonlyMap<string, string> {
  const known = INDEXES.get(list)
  if (known) return known
  const index = new Map<string, string>()
  const put = (spelling: string, code: string) => {
    if (!index.has(keyOf(spelling))) index.set(keyOf(spelling), code)
  }
  // Codes before labels before aliases: an alias never hides the official spelling of another entry.
  for (const entry of list) put(entry.code, entry.code)
  for (const entry of list) put(entry.zh, entry.code)
  for (const entry of list) for (const alias of entry.aliases ?? []) put(alias, entry.code)
  INDEXES.set(list, index)
  return index
}

/**
 * The code a dirty cell text means, or undefined. Full-width forms, spaces of any kind and case are ignored;
 * a code that lost its leading zero in a number cell (`9` for `09`) is recognised.
 */
export function findCode<L extends CodeList>(list: L, text: string): CodeOf<L> | undefined {
  const index = indexOf(list)
  const key = keyOf(text)
  return index.get(key) ?? (/^\d$/.test(key) ? index.get(`0${key}`) : undefined)
}

/** The label of a code, or the code itself when the list does not know it (old data must stay readable). */
export function labelOf(list: CodeList, code: string, language: 'zh' | 'en' = 'zh'): string {
  return list.find((entry) => entry.code === code)?.[language] ?? code
}

/** True when the list contains exactly this code. */
export function hasCode<L extends CodeList>(list: L, code: string): code is CodeOf<L> {
  return list.some((entry) => entry.code === code)
}

/**
 * All codes in a multi-valued cell (`残疾,长期慢性病`), in the order written, plus the parts nobody knows.
 * Separators: comma, enumeration comma, semicolon, slash, plus, 和, line break, space.
 */
export function findCodes<L extends CodeList>(
  list: L, text: string,
): { codes: CodeOf<L>[]; unknown: string[] } {
  const whole = findCode(list, text)
  if (whole !== undefined) return { codes: [whole], unknown: [] }
  const parts = text.split(/[,，、;；/／+＋和\s\u3000]+/u).filter((part) => compactText(part) !== '')
  const codes = new Set<CodeOf<L>>()
  const unknown: string[] = []
  for (const part of parts) {
    const code = findCode(list, part)
    if (code === undefined) unknown.push(compactText(part))
    else codes.add(code)
  }
  return { codes: [...codes], unknown }
}
