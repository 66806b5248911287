import { OPEN_STATES } from '@anye/contract/cards/line-states'
import type { OutboxEntry } from '@anye/pack/outbox/outbox-entry'
import type { HouseholdDoc, MemberDoc, ReasonDoc } from '@anye/pack/documents'

/** Where a labourer's line of the month stands, seen from this phone: what she saved counts before the server has it. */
export type LineMark = 'due' | 'queued' | 'attention' | 'done'

export type TodayRow = {
  id: string
  headName: string
  groupName: string
  address: string | null
  reasons: ReasonDoc[]
  due: number
  done: number
  queued: number
  attention: number
  /** What a search looks through, in lower case. */
  words: string
}

const OPEN: readonly string[] = OPEN_STATES
const CHECK = 'cards.check.record'

/** The last entry of each person's check that is still in the outbox, by person. */
export function checksByPerson(entries: readonly OutboxEntry[]): ReadonlyMap<string, OutboxEntry> {
  const checks = new Map<string, OutboxEntry>()
  for (const entry of entries) {
    const personId = typeof entry.input === 'object' && entry.input !== null ? Reflect.get(entry.input, 'personId') : undefined
    if (entry.endpoint === CHECK && typeof personId === 'string') checks.set(personId, entry)
  }
  return checks
}

/** undefined for who has no line. */
export function markOf({ line }: Pick<MemberDoc, 'line'>, check: OutboxEntry | undefined): LineMark | undefined {
  if (line === null) return undefined
  if (check?.state === 'attention') return 'attention'
  if (check !== undefined && check.state !== 'stored') return 'queued'
  return check === undefined && OPEN.indexOf(line.state) >= 0 ? 'due' : 'done'
}

export function rowOf(household: HouseholdDoc, checks: ReadonlyMap<string, OutboxEntry>): TodayRow {
  const counts: Record<LineMark, number> = { due: 0, queued: 0, attention: 0, done: 0 }
  for (const member of household.members) {
    const mark = markOf(member, checks.get(member.id))
    if (mark !== undefined) counts[mark] += 1
  }
  const names = household.members.map(({ name, initials, idLast4 }) => `${name} ${initials} ${idLast4 ?? ''}`)
  const words = [household.headName, household.hhNo ?? '', household.address ?? '', household.groupName, ...names].join(' ').toLowerCase()
  const { id, headName, groupName, address, reasons } = household
  return { id, headName, groupName, address, reasons, ...counts, words }
}

/** Work first: what needs her, then reasons, then what is due; in between by group and name. */
export function inOrder(rows: readonly TodayRow[]): TodayRow[] {
  const urgency = ({ attention, due, reasons }: TodayRow) => (attention > 0 ? 0 : due === 0 ? 3 : reasons.length > 0 ? 1 : 2)
  return Array.from(rows).sort((a, b) => urgency(a) - urgency(b) || compare(a.groupName, b.groupName) || compare(a.headName, b.headName) || compare(a.id, b.id))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Every word of the search occurs somewhere in the household. */
export function matching(rows: readonly TodayRow[], search: string): readonly TodayRow[] {
  const words = search.toLowerCase().split(/\s+/).filter((word) => word !== '')
  return words.length === 0 ? rows : rows.filter((row) => words.every((word) => row.words.indexOf(word) >= 0))
}

export function progressOf(rows: readonly TodayRow[]): { total: number; done: number; left: number } {
  const sum = { total: 0, done: 0, left: 0 }
  for (const { due, done, queued, attention } of rows) {
    sum.total += due + done + queued + attention
    sum.done += done + queued
    sum.left += due + attention
  }
  return sum
}
