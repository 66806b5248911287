import { OPEN_STATES } from '@anye/contract/cards/line-states'
import { daysBetween, type CalendarDate } from '@anye/kernel/calendar-date'
import type { IndexRow } from './index-row.ts'

/**
 * Why a household stands on the list. `days`: until the day for `due`, `contract_ends` and `need_due` (below 0: past), since it for
 * `late` and `came_back`. `count`: persons, of `call_failed` the calls in a row.
 */
export type TodayReason = { kind: 'late' | 'returned' | 'need_due' | 'zero' | 'contract_ends' | 'came_back' | 'call_failed' | 'due'; days?: number; count?: number }

export type TodayItem = { id: string; division: string; place: string; group: string; head: string; address: string | null; reasons: TodayReason[]; urgency: number }

export type TodayFacts = {
  today: CalendarDate
  /** Last day on which a check of the month is in time; null before the first pull: nothing is late then. */
  dueOn: CalendarDate | null
  /** Persons whose check waits on this phone: their line is done for her who did it. */
  checkedHere: ReadonlySet<string>
  /** Calls that nobody answered and that wait on this phone, by person. */
  callsHere: ReadonlyMap<string, number>
}

/** So many calls in a row without an answer ask for another way. */
const FAILED_CALLS = 2
const CONTRACT_DAYS = 30
const NEED_DAYS = 7
const CAME_BACK_DAYS = 90

const WEIGHT: Record<TodayReason['kind'], number> = {
  late: 80, returned: 70, call_failed: 60, need_due: 50, zero: 40, contract_ends: 30, came_back: 20, due: 10,
}

const isOpen = (state: string | null): boolean => (OPEN_STATES as readonly string[]).indexOf(state ?? '') >= 0

/** Why a household is to be seen, the most urgent first; empty when nothing is to be done there. */
export function reasonsOf(row: IndexRow, { today, dueOn, checkedHere, callsHere }: TodayFacts): TodayReason[] {
  const lines = row.members.filter(({ line }) => line !== null)
  const open = lines.filter(({ id, line }) => isOpen(line) && !checkedHere.has(id))
  const reasons: TodayReason[] = open.length > 0 ? [dueReason(open.length, dueOn === null ? undefined : daysBetween(today, dueOn))] : []
  const returned = open.filter(({ line }) => line === 'returned').length
  if (returned > 0) reasons.push({ kind: 'returned', count: returned })
  if (lines.length > 0 && lines.every(({ hasJob }) => !hasJob)) reasons.push({ kind: 'zero' })
  const contract = nearest(row.members.map(({ contractTo }) => contractTo), today)
  if (contract !== undefined && contract <= CONTRACT_DAYS) reasons.push({ kind: 'contract_ends', days: contract })
  if (row.needDueOn !== null && daysBetween(today, row.needDueOn) <= NEED_DAYS) reasons.push({ kind: 'need_due', days: daysBetween(today, row.needDueOn) })
  for (const { kind, on } of row.told) {
    if (kind === 'came_back' && on !== null && daysBetween(on, today) <= CAME_BACK_DAYS) reasons.push({ kind, days: daysBetween(on, today) })
  }
  const failed = Math.max(0, ...row.members.filter(({ id }) => !checkedHere.has(id)).map(({ id }) => failedCallsOf(row, id) + (callsHere.get(id) ?? 0)))
  if (failed >= FAILED_CALLS) reasons.push({ kind: 'call_failed', count: failed })
  return reasons.sort((a, b) => WEIGHT[b.kind] - WEIGHT[a.kind] || (a.days ?? 0) - (b.days ?? 0))
}

/** Calls in a row that the server knows of. */
function failedCallsOf({ told }: IndexRow, person: string): number {
  return told.find(({ kind, personId }) => kind === 'call_failed' && personId === person)?.count ?? 0
}

function dueReason(count: number, untilDue: number | undefined): TodayReason {
  if (untilDue === undefined) return { kind: 'due', count }
  return untilDue < 0 ? { kind: 'late', days: -untilDue, count } : { kind: 'due', days: untilDue, count }
}

/** Days to the contract that ends first; one that has ended is no news. */
function nearest(days: readonly (string | null)[], today: CalendarDate): number | undefined {
  const ahead = days.filter((day) => day !== null).map((day) => daysBetween(today, day)).filter((count) => count >= 0)
  return ahead.length === 0 ? undefined : Math.min(...ahead)
}

/**
 * The round of today: households with something to do, village by village and group by group so that the walk is short, the group
 * with the most urgent household first, within it the most urgent household first.
 */
export function todayOf(rows: readonly IndexRow[], facts: TodayFacts): TodayItem[] {
  const items = rows.map((row) => itemOf(row, reasonsOf(row, facts))).filter(({ reasons }) => reasons.length > 0)
  const most = new Map<string, number>()
  for (const item of items) for (const key of [item.division, keyOf(item)]) most.set(key, Math.max(most.get(key) ?? 0, item.urgency))
  const order = (key: (item: TodayItem) => string) => (a: TodayItem, b: TodayItem) => (most.get(key(b)) ?? 0) - (most.get(key(a)) ?? 0) || compare(key(a), key(b))
  const byVillage = order(({ division }) => division)
  const byGroup = order(keyOf)
  return items.sort((a, b) => byVillage(a, b) || byGroup(a, b) || b.urgency - a.urgency || compare(a.head, b.head) || compare(a.id, b.id))
}

const keyOf = ({ division, group }: TodayItem): string => `${division} ${group}`
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The weight of the gravest reason counts, the others break ties. */
function itemOf({ id, division, place, group, head, address }: IndexRow, reasons: TodayReason[]): TodayItem {
  const weights = reasons.map(({ kind }) => WEIGHT[kind])
  return { id, division, place, group, head, address, reasons, urgency: Math.max(0, ...weights) * 1000 + weights.reduce((sum, weight) => sum + weight, 0) }
}

/** How far the month is: `confirmed` by the server, `waiting` on this phone, `open` still to be checked. They add up to `lines`. */
export function progressOf(rows: readonly IndexRow[], checkedHere: ReadonlySet<string>): { lines: number; confirmed: number; waiting: number; open: number } {
  const lines = rows.flatMap(({ members }) => members.filter(({ line }) => line !== null))
  const waiting = lines.filter(({ id }) => checkedHere.has(id)).length
  const open = lines.filter(({ id, line }) => isOpen(line) && !checkedHere.has(id)).length
  return { lines: lines.length, confirmed: lines.length - waiting - open, waiting, open }
}
