import { sql } from 'kysely'
import type { ClosingLevel } from '@anye/contract/cards/closings/endpoints'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'
import { villagesOf, type Place } from '../../organization/organization.api.ts'

/** Columns of cards.village_month in which a level closes. */
const COLUMNS: Record<ClosingLevel, { at: string; by: string }> = {
  village: { at: 'village_closed_at', by: 'village_closed_by' },
  township: { at: 'township_closed_at', by: 'township_closed_by' },
  unit: { at: 'county_closed_at', by: 'county_closed_by' },
}
const atOf = (level: ClosingLevel) => sql.ref(`m.${COLUMNS[level].at}`)

/** Lines of a place by what they wait for, and its villages by the level they are closed at. */
export type ClosingState = {
  due: number; returned: number; reopened: number; checked: number; dispute: number; reviewed: number
  villages: number; villageClosed: number; townshipClosed: number; unitClosed: number
}

const monthOf = (month: string, place: Place) => sql`cards.village_month m join organization.pub_village v on v.code = m.division
  where m.month = ${month} and ${villagesOf(place)}`

/** The months of a place's villages, locked in their order, so that a closing, a reopening and another closing follow each other. */
export async function lockMonths(tx: Tx, month: string, place: Place): Promise<void> {
  await sql`select 1 from cards.village_month m where m.month = ${month} and m.division in (
    select v.code from organization.pub_village v where ${villagesOf(place)}) order by m.division for update`.execute(tx)
}

export async function closingState(tx: Tx, month: string, place: Place): Promise<ClosingState> {
  const state = await firstRow(tx, sql<ClosingState>`
    select count(*) filter (where l.state = 'due')::int as due, count(*) filter (where l.state = 'returned')::int as returned,
      count(*) filter (where l.state = 'reopened')::int as reopened, count(*) filter (where l.state = 'checked' and not l.in_dispute)::int as checked,
      count(*) filter (where l.state = 'checked' and l.in_dispute)::int as dispute, count(*) filter (where l.state = 'reviewed')::int as reviewed
    from cards.line l join organization.pub_village v on v.code = l.division where l.month = ${month} and ${villagesOf(place)}`)
  const months = await firstRow(tx, sql<ClosingState>`
    select count(*)::int as villages, count(m.village_closed_at)::int as "villageClosed", count(m.township_closed_at)::int as "townshipClosed",
      count(m.county_closed_at)::int as "unitClosed" from ${monthOf(month, place)}`)
  if (state === undefined || months === undefined) throw new Error('a count without a row')
  return { ...state, ...months }
}

/** Places just below with a village that is not closed at their own level. */
export async function listOpenBelow(tx: Tx, month: string, place: Place): Promise<{ code: string; name: string }[]> {
  if (place.children === undefined) return []
  const level: ClosingLevel = place.children.level === 'village' ? 'village' : place.children.level === 'township' ? 'township' : 'unit'
  return rows(tx, sql<{ code: string; name: string }>`
    select distinct ${sql.ref(`v.${place.children.column}`)} as code, ${sql.ref(`v.${place.children.nameColumn}`)} as name
    from ${monthOf(month, place)} and ${atOf(level)} is null order by 1`)
}

export type Stamp = { by: string; at: number }

/** Closes reviewed lines of a village, and those listed as exceptions. Answers how many lines. */
export async function closeLines(tx: Tx, month: string, village: string, exceptions: readonly { personId: string; reason: string }[]): Promise<number> {
  const closed = await rows(tx, sql<{ person: string }>`
    update cards.line l set state = 'closed', exception = x.reason, version = l.version + 1
    from (select t.person_id, e.reason from cards.line t
      left join unnest(${exceptions.map(({ personId }) => personId)}::uuid[], ${exceptions.map(({ reason }) => reason)}::text[]) e(person_id, reason)
        on e.person_id = t.person_id
      where t.month = ${month} and t.division = ${village}
        and (t.state = 'reviewed' or (e.person_id is not null and t.state in ('due', 'returned', 'reopened')))) x
    where l.month = ${month} and l.person_id = x.person_id returning l.person_id as person`)
  return closed.length
}

/** Opens closed lines of a village again, some or all. Answers how many. */
export async function reopenLines(tx: Tx, month: string, village: string, personIds: readonly string[], reason: string): Promise<number> {
  const reopened = await rows(tx, sql<{ person: string }>`
    update cards.line set state = 'reopened', exception = null, review_note = ${reason}, reviewed_by = null, reviewed_at = null, review_id = null,
      version = version + 1
    where month = ${month} and division = ${village} and state = 'closed'
      and ${personIds.length === 0 ? sql`true` : sql`person_id = any (${[...personIds]}::uuid[])`} returning person_id as person`)
  return reopened.length
}

/** Closes a level for the villages of a place, or lifts it with `null`; answers the villages it changed. */
export async function markLevel(tx: Tx, month: string, place: Place, level: ClosingLevel, stamp: Stamp | null): Promise<string[]> {
  const { at, by } = COLUMNS[level]
  const marked = await rows(tx, sql<{ division: string }>`
    update cards.village_month m set ${sql.ref(at)} = ${stamp === null ? null : new Date(stamp.at)}, ${sql.ref(by)} = ${stamp?.by ?? null}
    where m.month = ${month} and ${sql.ref(`m.${at}`)} is ${stamp === null ? sql`not null` : sql`null`}
      and m.division in (select v.code from organization.pub_village v where ${villagesOf(place)}) returning m.division`)
  return marked.map(({ division }) => division)
}

export type NewClosing = {
  actId: string; month: string; level: ClosingLevel; act: 'close' | 'reopen'; place: string; lines: number; exceptions: number; reason: string | null
}

/** Appends an act to the history of the villages it touched. */
export async function insertClosings(tx: Tx, villages: readonly string[], closing: NewClosing, { by, at }: Stamp): Promise<void> {
  await sql`insert into cards.closing (id, act_id, month, division, level, act, place, lines, exceptions, reason, by, at)
    select gen_random_uuid(), ${closing.actId}, ${closing.month}, d, ${closing.level}, ${closing.act}, ${closing.place}, ${closing.lines},
      ${closing.exceptions}, ${closing.reason}, ${by}, ${new Date(at)} from unnest(${[...villages]}::text[]) d`.execute(tx)
}

export type ClosingRow = {
  id: string; level: ClosingLevel; act: 'close' | 'reopen'; place: string; villages: number; lines: number; exceptions: number
  reason: string | null; by: string | null; at: Date
}

/** What was closed and reopened in a place, the latest first. */
export async function listClosings(tx: Tx, month: string, place: Place, most: number): Promise<ClosingRow[]> {
  return rows(tx, sql<ClosingRow>`
    select c.act_id as id, c.level, c.act, c.place, count(*)::int as villages, max(c.lines) as lines, max(c.exceptions) as exceptions, c.reason,
      max(u.name) as by, c.at
    from cards.closing c join organization.pub_village v on v.code = c.division left join organization.pub_user u on u.id = c.by
    where c.month = ${month} and ${villagesOf(place)}
    group by c.act_id, c.level, c.act, c.place, c.reason, c.at order by c.at desc, c.level limit ${most}`)
}

/** True when any village of the place is closed at the reporting unit. */
export async function isUnitClosed(tx: Tx, month: string, place: Place): Promise<boolean> {
  const found = await firstRow(tx, sql`select 1 from ${monthOf(month, place)} and m.county_closed_at is not null limit 1`)
  return found !== undefined
}
