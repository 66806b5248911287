import type { CalendarDate } from '@anye/kernel/calendar-date'
import rows from './divisions.json' with { type: 'json' }

/** 2 prefecture and 3 county (6 digits), 4 township (9), 5 village or community (12), 6 village group (15). */
export type DivisionLevel = 2 | 3 | 4 | 5 | 6

export const DIVISION_KINDS = [
  'prefecture', 'county', 'county_city', 'street', 'town', 'township', 'ethnic_township', 'community',
  'village', 'group',
] as const

/**
 * What a division is by its name: 州, 县, 市, 街道, 镇, 乡, 民族乡, 社区(居委会), 村(村委会), 村民小组.
 */
export type DivisionKind = (typeof DIVISION_KINDS)[number]

/**
 * One division over one stretch of validity (GB/T 2260; statistical division codes; 15 digits are Anye's own).
 * `validTo` is the last day, null while in force; `successor` is the code that took its place.
 */
export type Division = {
  code: string
  name: string
  level: DivisionLevel
  parent: string | null
  validFrom: CalendarDate
  validTo: CalendarDate | null
  successor: string | null
}

/** The committed list: 黔西南州, its 8 counties, 140 townships, 1,294 villages and the codes that ended. */
export const DIVISIONS: readonly Division[] = rows.map(readRow)

/** True while the code holds on that day. */
export function isInForce(division: Division, on: CalendarDate): boolean {
  return division.validFrom <= on && (division.validTo === null || on <= division.validTo)
}

/** Level by length of the code; a prefecture and a county both have 6 digits and differ by the last two. */
export function levelOfCode(code: string): DivisionLevel | undefined {
  if (!/^\d+$/.test(code)) return undefined
  if (code.length === 6) return code.endsWith('00') ? 2 : 3
  if (code.length === 9) return 4
  if (code.length === 12) return 5
  return code.length === 15 ? 6 : undefined
}

/**
 * Residents' committee (居委会, third segment 0xx or 1xx) or villagers' committee (村委会, 2xx or 3xx):
 * the only urban-rural mark a statistical code carries. Codes of 12 or 15 digits.
 */
export function isUrbanVillage(code: string): boolean {
  return code[9] === '0' || code[9] === '1'
}

function readRow(row: readonly (string | number | null)[]): Division {
  const [code, name, level, parent = null, validFrom, validTo = null, successor = null] = row
  if (typeof code !== 'string' || typeof name !== 'string' || typeof validFrom !== 'string') {
    throw new TypeError(`divisions.json: malformed row ${JSON.stringify(row)}`)
  }
  return {
    code,
    name,
    level: readLevel(level),
    parent: textOrNull(parent),
    validFrom,
    validTo: textOrNull(validTo),
    successor: textOrNull(successor),
  }
}

function readLevel(value: string | number | null | undefined): DivisionLevel {
  if (value === 2 || value === 3 || value === 4 || value === 5 || value === 6) return value
  throw new TypeError(`divisions.json: unknown level ${String(value)}`)
}

function textOrNull(value: string | number | null): string | null {
  return value === null ? null : String(value)
}
