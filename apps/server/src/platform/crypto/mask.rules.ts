import type { FieldLevel } from '@anye/contract/access'

/*
 * Masking of personal fields (DOMAIN section 8), by field level (section 2): F1 sees aggregates only, F2
 * masked rows, F3 names and phones in full, F4 the sensitive rest. Characters are code points: rare name
 * characters are pairs.
 */

/** 张* · 王*明 · 欧阳**: two characters keep the first, three the outer two, more the first two. */
export function maskName(name: string): string {
  const characters = [...name.trim()]
  const [first = '', second = ''] = characters
  if (characters.length <= 1) return characters.length === 0 ? '' : '*'
  if (characters.length === 2) return `${first}*`
  if (characters.length === 3) return `${first}*${characters[2] ?? ''}`
  return first + second + '*'.repeat(characters.length - 2)
}

/** `522326********0011`: the area and the last four; a number too short for both shows neither. */
export function maskIdNo(idNo: string): string {
  return keepEnds(idNo, 6, 4)
}

/** `0011`: what lists show of an ID. */
export function lastFour(number: string): string {
  return number.slice(-4)
}

/** `138****5678`. */
export function maskPhone(phone: string): string {
  return keepEnds(phone, 3, 4)
}

/** `****5678`: the last four of an account number. */
export function maskBankNo(bankNo: string): string {
  return bankNo.length <= 4 ? '*'.repeat(bankNo.length) : `****${lastFour(bankNo)}`
}

/** Wage in yuan a month as a band, for readers outside the line of duty. */
export function wageBand(monthly: number): string {
  const bound = WAGE_BOUNDS.find((each) => monthly < each)
  if (bound === undefined) return `${WAGE_BOUNDS.at(-1) ?? 0}+`
  const below = WAGE_BOUNDS[WAGE_BOUNDS.indexOf(bound) - 1] ?? 0
  return `${below}-${bound}`
}

const WAGE_BOUNDS = [1000, 2000, 3000, 4000, 5000, 8000] as const

export type PersonalField = 'name' | 'phone' | 'idNo' | 'bankNo'

const full = (value: string) => value
const nothing = () => null

/** The whole policy in one table: what each level sees of each field. */
const POLICY: Record<PersonalField, Record<FieldLevel, (value: string) => string | null>> = {
  name: { F1: nothing, F2: maskName, F3: full, F4: full },
  phone: { F1: nothing, F2: maskPhone, F3: full, F4: full },
  idNo: { F1: nothing, F2: maskIdNo, F3: maskIdNo, F4: full },
  bankNo: { F1: nothing, F2: nothing, F3: maskBankNo, F4: full },
}

/** The value as a reader of this level may see it; null when nothing of it may be shown or there is none. */
export function maskFor(
  level: FieldLevel,
  field: PersonalField,
  value: string | null | undefined,
): string | null {
  return value === null || value === undefined || value === '' ? null : POLICY[field][level](value)
}

/** Health at F4 in full, at F2 and F3 as a need (yes or no), at F1 not at all. */
export function healthFor(
  level: FieldLevel,
  health: readonly string[],
  isNeed: (code: string) => boolean,
): { codes: readonly string[] | null; need: boolean | null } {
  if (level === 'F1') return { codes: null, need: null }
  return { codes: level === 'F4' ? health : null, need: health.some(isNeed) }
}

function keepEnds(text: string, head: number, tail: number): string {
  if (text.length <= head + tail) return '*'.repeat(text.length)
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(-tail)
}
