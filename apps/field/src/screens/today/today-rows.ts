import { OPEN_STATES } from '@anye/contract/cards/line-states'
import type { OutboxEntry } from '@anye/pack/outbox/outbox-entry'
import type { IndexMember, IndexRow } from '@anye/pack/today/index-row'
import { searchPack } from '@anye/pack/today/search.rules'
import { reasonsOf, todayOf, type TodayFacts, type TodayReason } from '@anye/pack/today/today.rules'

/** Where a labourer's line of the month stands, seen from this phone: what she saved counts before the server has it. */
export type LineMark = 'due' | 'queued' | 'attention' | 'done'

export type TodayRow = {
  id: string
  headName: string
  groupName: string
  address: string | null
  reasons: TodayReason[]
  due: number
  queued: number
  attention: number
  /** What a search of several words looks through, in lower case. */
  words: string
}

const OPEN: readonly string[] = OPEN_STATES
const CHECK = 'cards.check.record'
const FAILED_CALL = 'cards.call.record_failed'
const FOUND_MOST = 200

/** The last entry of each person's check that is still in the outbox, by person. */
export function checksByPerson(entries: readonly OutboxEntry[]): ReadonlyMap<string, OutboxEntry> {
  const checks = new Map<string, OutboxEntry>()
  for (const entry of entries) {
    const personId = typeof entry.input === 'object' && entry.input !== null ? Reflect.get(entry.input, 'personId') : undefined
    if (entry.endpoint === CHECK && typeof personId === 'string') checks.set(personId, entry)
  }
  return checks
}

/** Calls that nobody answered and that the server may not have yet, by person. */
export function callsHere(entries: readonly OutboxEntry[]): ReadonlyMap<string, number> {
  const calls = new Map<string, number>()
  for (const { endpoint, input, state } of entries) {
    const personId = typeof input === 'object' && input !== null ? Reflect.get(input, 'personId') : undefined
    if (endpoint === FAILED_CALL && state !== 'stored' && typeof personId === 'string') calls.set(personId, (calls.get(personId) ?? 0) + 1)
  }
  return calls
}

/** @param line state of the line, null for who has none */
export function markOf(line: IndexMember['line'], check: OutboxEntry | undefined): LineMark | undefined {
  if (line === null) return undefined
  if (check?.state === 'attention') return 'attention'
  if (check !== undefined && check.state !== 'stored') return 'queued'
  return check === undefined && OPEN.indexOf(line) >= 0 ? 'due' : 'done'
}

/** Persons whose line is done for her who did it. What came back to her is not done. */
export function checkedHere(checks: ReadonlyMap<string, OutboxEntry>): ReadonlySet<string> {
  return new Set(Array.from(checks).filter(([, { state }]) => state !== 'attention').map(([personId]) => personId))
}

/** The round of today, then the households where nothing is left to do. */
export function rowsOf(index: readonly IndexRow[], checks: ReadonlyMap<string, OutboxEntry>, facts: TodayFacts): TodayRow[] {
  const place = new Map(todayOf(index, facts).map(({ id }, position) => [id, position]))
  const last = index.length
  return index.map((row) => rowOf(row, checks, facts)).sort((a, b) =>
    (a.attention > 0 ? -1 : 0) - (b.attention > 0 ? -1 : 0) || (place.get(a.id) ?? last) - (place.get(b.id) ?? last)
    || compare(a.groupName, b.groupName) || compare(a.headName, b.headName) || compare(a.id, b.id))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function rowOf(row: IndexRow, checks: ReadonlyMap<string, OutboxEntry>, facts: TodayFacts): TodayRow {
  const counts: Record<LineMark, number> = { due: 0, queued: 0, attention: 0, done: 0 }
  for (const { id, line } of row.members) {
    const mark = markOf(line, checks.get(id))
    if (mark !== undefined) counts[mark] += 1
  }
  const { due, queued, attention } = counts
  const members = row.members.map(({ name, initials, last4 }) => `${name} ${initials} ${last4 ?? ''}`)
  const words = [row.head, row.place, row.group, row.address ?? '', ...members].join(' ').toLowerCase()
  return { id: row.id, headName: row.head, groupName: row.group, address: row.address, reasons: reasonsOf(row, facts), due, queued, attention, words }
}

/** Who fits the search best first; then households in which every word of it occurs somewhere. */
export function matching(rows: readonly TodayRow[], index: readonly IndexRow[], search: string): readonly TodayRow[] {
  const words = search.toLowerCase().split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return rows
  const ranks = new Map<string, number>()
  for (const { household } of searchPack(index, search, FOUND_MOST)) if (!ranks.has(household.id)) ranks.set(household.id, ranks.size)
  const found = rows.filter((row) => ranks.has(row.id) || words.every((word) => row.words.indexOf(word) >= 0))
  return found.sort((a, b) => (ranks.get(a.id) ?? rows.length) - (ranks.get(b.id) ?? rows.length))
}
