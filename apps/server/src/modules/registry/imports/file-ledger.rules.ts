import { dayNumber } from '@anye/kernel/calendar-date'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { WorkDraft } from './drafts.rules.ts'
import { latestDay } from './read-cells.rules.ts'
import type { Finding } from './row-reader.rules.ts'

/** A row of the file: index of its sheet and its number. */
export type RowRef = { sheet: number; row: number }

/** Something found about a row only when later rows were read. */
export type LateFinding = RowRef & { finding: Finding }

/** A person's row as the ledger sees it. */
export type LedgerEntry = RowRef & {
  household: number
  idNo: string | null
  phone: string | null
  work: WorkDraft | null
}

const MOST_SHARERS = 5
const MOST_OVERLAP_DAYS = 7

type Known = RowRef & { household: number; from: number; to: number; told: boolean }

/**
 * Remembers what rows far apart must be held against: IDs (V05), phones (V16), full-time jobs of one person
 * (V12) and household numbers. Holds a few dozen bytes a person and no names.
 */
export function createFileLedger(on: CalendarDate, sheetName: (index: number) => string) {
  const ids = new Map<string, Known>()
  const phones = new Map<string, RowRef[]>()
  const households = new Map<string, RowRef & { household: number }>()
  const late: LateFinding[] = []
  const placeOf = (ref: RowRef, from: RowRef) => placeValues(ref, from, sheetName)
  return {
    /** Values that tell the reader of one row where another is. */
    placeOf,
    /** Where a household of this key stood before, if it did; else it is remembered. */
    findHousehold(key: string, ref: RowRef & { household: number }) {
      const known = households.get(key)
      if (!known) households.set(key, ref)
      return known
    },
    /** What the row repeats of earlier rows. */
    enter(entry: LedgerEntry): Finding[] {
      if (entry.phone !== null) remember(phones, entry.phone, entry)
      return entry.idNo === null ? [] : enterId(entry.idNo, entry)
    },
    /** Findings about rows that have gone by; call once, after the last row. */
    close(): LateFinding[] {
      return [...late, ...sharedPhones(phones)]
    },
  }

  function enterId(idNo: string, entry: LedgerEntry): Finding[] {
    const known = ids.get(idNo)
    const { from, to } = periodOf(entry.work, on)
    if (!known) {
      ids.set(idNo, { sheet: entry.sheet, row: entry.row, household: entry.household, from, to, told: false })
      return []
    }
    const other = placeOf(known, entry)
    if (known.household === entry.household) return [finding('id_twice_in_household', 'idNo', other)]
    if (!known.told) {
      late.push({ sheet: known.sheet, row: known.row, finding: otherHousehold(placeOf(entry, known)) })
      known.told = true
    }
    const overlap = Math.min(to, known.to) - Math.max(from, known.from) + 1
    const twice = otherHousehold(other)
    return overlap > MOST_OVERLAP_DAYS ? [twice, finding('work_overlap', 'workFrom', other)] : [twice]
  }
}

function placeValues(ref: RowRef, from: RowRef, sheetName: (index: number) => string): Record<string, string> {
  const row = String(ref.row)
  return ref.sheet === from.sheet ? { row } : { row, sheet: sheetName(ref.sheet) }
}

function otherHousehold(at: Finding['values']): Finding {
  return finding('id_in_other_household', 'idNo', at)
}

function finding(code: Finding['code'], field: Finding['field'], values: Finding['values']): Finding {
  return { code, field, values }
}

function remember(phones: Map<string, RowRef[]>, phone: string, { sheet, row }: RowRef) {
  const refs = phones.get(phone)
  if (refs) refs.push({ sheet, row })
  else phones.set(phone, [{ sheet, row }])
}

function sharedPhones(phones: ReadonlyMap<string, readonly RowRef[]>): LateFinding[] {
  return [...phones].filter(([, refs]) => refs.length > MOST_SHARERS).flatMap(([phone, refs]) => {
    const raw = `${phone.slice(0, 3)}****${phone.slice(-4)}`
    const shared = finding('phone_shared', 'phone', { raw, count: String(refs.length) })
    return refs.map((ref) => ({ ...ref, finding: shared }))
  })
}

// Day labour and trading stand beside a job; only full-time jobs exclude each other. An unknown start never
// overlaps.
const FULL_TIME = new Set(['1', '4', '5'])
const NEVER = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY }

function periodOf(work: WorkDraft | null, on: CalendarDate): { from: number; to: number } {
  if (!work?.from || !FULL_TIME.has(work.form ?? '1')) return NEVER
  return { from: dayNumber(latestDay(work.from)), to: dayNumber(work.to ? work.to.date : on) }
}
