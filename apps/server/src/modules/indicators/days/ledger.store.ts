import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { StateKind } from '@anye/contract/indicators/counters'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'
import type { CounterRow } from '../compute/counter.query.ts'

export type ClosedDay = { day: CalendarDate; state: 'closed' | 'reconstructed'; closed_at: Date; head: string | null }

export async function findDay(tx: Tx, day: CalendarDate): Promise<ClosedDay | undefined> {
  return firstRow(tx, sql<ClosedDay>`select day, state, closed_at, head from indicators.day where day = ${day}`)
}

/** The latest closed day before `day`. */
export async function findDayBefore(tx: Tx, day: CalendarDate): Promise<ClosedDay | undefined> {
  return firstRow(tx, sql<ClosedDay>`
    select day, state, closed_at, head from indicators.day where day < ${day} order by day desc limit 1`)
}

export async function insertDay(
  tx: Tx, day: { day: CalendarDate; state: ClosedDay['state']; at: number; by: string | null; head: string | null },
): Promise<boolean> {
  const inserted = await rows(tx, sql`insert into indicators.day (day, state, closed_at, closed_by, head)
    values (${day.day}, ${day.state}, ${new Date(day.at)}, ${day.by}, ${day.head}) on conflict do nothing returning day`)
  return inserted.length > 0
}

/** Villages with facts recorded after a moment: only these can carry a correction of an earlier day. */
export async function listVillagesWithFactsAfter(tx: Tx, moment: Date): Promise<string[]> {
  const found = await rows(tx, sql<{ division: string }>`
    select division from indicators.village_computed where facts_at > ${moment} order by division`)
  return found.map((row) => row.division)
}

/**
 * Writes the books of a day from the live counters: opening is the closing of the last closed day, correction what the
 * facts known now say about that day beyond what was closed, change the rest.
 * @param recomputed counters of the last closed day as facts say now, for the villages in `touched`
 */
export async function insertLedgerFromLive(
  tx: Tx, day: CalendarDate, previous: CalendarDate | undefined, touched: readonly string[], recomputed: readonly CounterRow[],
): Promise<void> {
  await sql`
    insert into indicators.ledger (day, division, key, opening, change, correction, closing)
    select ${day}, division, key, opening, closing - opening - correction, correction, closing
    from (
      select coalesce(n.division, o.division, r.division) as division, coalesce(n.key, o.key, r.key) as key,
        coalesce(o.closing, 0) as opening, coalesce(n.value, 0) as closing,
        case when coalesce(n.division, o.division, r.division) = any (${touched}::text[])
          then coalesce(r.value, 0) - coalesce(o.closing, 0) else 0 end as correction
      from indicators.village_counter n
      full join (select division, key, closing from indicators.ledger where day = ${previous ?? null}) o using (division, key)
      full join (select * from jsonb_to_recordset(${JSON.stringify(recomputed)}::jsonb) as r(division text, key text, value int)) r
        on r.division = coalesce(n.division, o.division) and r.key = coalesce(n.key, o.key)
    ) books
    where opening <> 0 or closing <> 0 or correction <> 0`.execute(tx)
}

/** Writes the books of a reconstructed day from counters computed as of that day. */
export async function insertLedgerFromCounters(
  tx: Tx, { day, previous, villages }: { day: CalendarDate; previous: CalendarDate | undefined; villages: readonly string[] },
  counters: readonly CounterRow[],
): Promise<void> {
  await sql`
    insert into indicators.ledger (day, division, key, opening, change, correction, closing)
    select ${day}, coalesce(n.division, o.division), coalesce(n.key, o.key), coalesce(o.closing, 0),
      coalesce(n.value, 0) - coalesce(o.closing, 0), 0, coalesce(n.value, 0)
    from jsonb_to_recordset(${JSON.stringify(counters)}::jsonb) as n(division text, key text, value int)
    full join (select division, key, closing from indicators.ledger
      where day = ${previous ?? null} and division = any (${villages}::text[]) and closing <> 0) o
      on o.division = n.division and o.key = n.key`.execute(tx)
}

/** Freezes the states of the day: closes the row of every state that changed and opens the new one. */
export async function freezeStates(tx: Tx, day: CalendarDate): Promise<void> {
  await freezeTable(tx, day, 'household', HOUSEHOLD_COLUMNS)
  await freezeTable(tx, day, 'person', PERSON_COLUMNS)
  await freezeTable(tx, day, 'clock', CLOCK_COLUMNS)
}

const HOUSEHOLD_COLUMNS = [
  'division', 'in_base', 'poor', 'resettled', 'edge', 'labourers', 'available', 'employed', 'stable', 'zero', 'zero_since', 'special',
]
const PERSON_COLUMNS = [
  'household_id', 'division', 'available', 'employed', 'stable', 'to_verify', 'employed_until', 'episode_id', 'area', 'track',
  'destination', 'sector', 'organised', 'form', 'wage_monthly', 'poor', 'resettled', 'edge',
]

const CLOCK_COLUMNS = ['division', 'opened_on', 'due_on', 'cleared_on']

async function freezeTable(tx: Tx, day: CalendarDate, kind: StateKind, columns: readonly string[]): Promise<void> {
  const frozen = sql.table(`indicators.frozen_${kind}`)
  const state = sql.table(`indicators.${kind}_state`)
  const id = sql.ref(kind === 'person' ? 'person_id' : 'household_id')
  const mine = sql.join(columns.map((column) => sql.ref(`s.${column}`)))
  // employed_until of a person in work moves with every day; comparing it would write every row every day.
  const compared = columns.filter((column) => column !== 'employed_until')
  const left = sql.join(compared.map((column) => sql.ref(`s.${column}`)))
  const right = sql.join(compared.map((column) => sql.ref(`f.${column}`)))
  await sql`update ${frozen} f set to_day = ${day}
    where f.to_day is null and f.from_day < ${day} and not exists (
      select 1 from ${state} s where s.${id} = f.${id} and (${left}) is not distinct from (${right}))`.execute(tx)
  await sql`insert into ${frozen} (${id}, from_day, ${sql.join(columns.map((column) => sql.ref(column)))})
    select s.${id}, ${day}, ${mine} from ${state} s
    where not exists (select 1 from ${frozen} f where f.${id} = s.${id} and f.to_day is null)`.execute(tx)
}

/** Digest of the day's books over all villages, in key order: signed into the report, so that the books cannot be changed quietly. */
export async function digestLedger(tx: Tx, day: CalendarDate): Promise<string> {
  const sums = await rows(tx, sql<{ line: string }>`
    select division || ' ' || string_agg(key || '=' || opening || '+' || change || '+' || correction || '=' || closing, ' ' order by key) as line
    from indicators.ledger where day = ${day} group by division order by division`)
  const digest = createHash('sha256')
  for (const { line } of sums) digest.update(line).update('\n')
  return digest.digest('hex')
}
