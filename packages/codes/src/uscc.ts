import { compactText } from '@anye/kernel/text'
import type { CodeList } from './code-list.ts'
import { cellText, faultOf, isEmptyCell, isRounded } from './parse/cell.ts'
import type { CellInput, Reading } from './parse/cell.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
// GB 11714: organisation codes count letters from A = 10 without gaps, unlike GB 32100.
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** First two characters of a code: registering department and kind of body (GB 32100-2015 table 1). */
export const USCC_ENTITY = [
  { code: '91', zh: '企业', en: 'Enterprise' },
  { code: '92', zh: '个体工商户', en: 'Individual business' },
  { code: '93', zh: '农民专业合作社', en: 'Farmers co-operative' },
  { code: '11', zh: '机关', en: 'State organ' },
  { code: '12', zh: '事业单位', en: 'Public institution' },
  { code: '51', zh: '社会团体', en: 'Association' },
  { code: '52', zh: '民办非企业单位', en: 'Private non-enterprise unit' },
  { code: '54', zh: '基层群众性自治组织', en: 'Village or residents committee' },
  { code: 'N1', zh: '组级集体经济组织', en: 'Collective of a village group' },
  { code: 'N2', zh: '村级集体经济组织', en: 'Collective of a village' },
  { code: 'N3', zh: '乡镇级集体经济组织', en: 'Collective of a township' },
] as const satisfies CodeList

/** `18` is the unified code; the two legacy numbers are kept as written and flagged for replacement. */
export type UsccKind = '18' | 'licence15' | 'organisation9'

export type UsccFault = 'missing' | 'lossy' | 'length' | 'charset' | 'check' | 'organisation_check'

export interface Uscc {
  code: string
  kind: UsccKind
  flags: ('legacy' | 'entity_unknown')[]
}

export type UsccReading = Reading<Uscc, UsccFault>

function weigh(text: string, alphabet: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * alphabet.indexOf(text.charAt(index)), 0)
}

/** Check character of the first 17 characters (GB 32100-2015 §5). */
export function usccCheck(first17: string): string {
  return ALPHABET.charAt((31 - (weigh(first17, ALPHABET, WEIGHTS) % 31)) % 31)
}

/** Check character of the first 8 characters of an organisation code (GB 11714). */
export function organisationCheck(first8: string): string {
  const check = 11 - (weigh(first8, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS) % 11)
  if (check === 10) return 'X'
  return check === 11 ? '0' : String(check)
}

/**
 * Puts a valid code together from entity prefix, division and 8 organisation characters; for demo data and
 * tests.
 */
export function buildUscc(entity: string, division6: string, organisation8: string): string {
  const first17 = entity + division6 + organisation8 + organisationCheck(organisation8)
  return first17 + usccCheck(first17)
}

/** Reads a unified social credit code (GB 32100-2015, rule V15), both check characters included. */
export function readUscc(cell: CellInput): UsccReading {
  if (isEmptyCell(cell)) return faultOf('missing', cell)
  const text = compactText(cellText(cell)).toUpperCase().replaceAll('-', '')
  if (isRounded(cell)) return faultOf('lossy', cell)
  if (/^\d{15}$/u.test(text)) return { ok: true, code: text, kind: 'licence15', flags: ['legacy'] }
  if (/^[0-9A-Z]{8}[\dX]$/u.test(text)) {
    if (organisationCheck(text.slice(0, 8)) !== text[8]) return faultOf('organisation_check', cell)
    return { ok: true, code: text, kind: 'organisation9', flags: ['legacy'] }
  }
  if (text.length !== 18) return faultOf('length', cell)
  if ([...text].some((char) => !ALPHABET.includes(char))) return faultOf('charset', cell)
  if (usccCheck(text.slice(0, 17)) !== text[17]) return faultOf('check', cell)
  if (organisationCheck(text.slice(8, 16)) !== text[16]) return faultOf('organisation_check', cell)
  const known = USCC_ENTITY.some((entity) => text.startsWith(entity.code))
  return { ok: true, code: text, kind: '18', flags: known ? [] : ['entity_unknown'] }
}
