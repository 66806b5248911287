import { sql, type RawBuilder } from 'kysely'
import { COUNTERS, statesBehind, type CounterKey } from '@anye/contract/indicators/counters'
import type { MemberRow, Tree } from '@anye/contract/indicators/endpoints'
import { ageOn, type CalendarDate } from '@anye/kernel/calendar-date'
import { maskFor } from '../../../platform/crypto/mask.rules.ts'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'
import { readCursor, writeCursor } from '../../../platform/cursor.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { whereOf } from '../compute/counter.query.ts'
import { getParametersOn } from '../parameters/parameter.store.ts'
import { getPlace, villagesOf, type Place } from '../../organization/organization.api.ts'
import { keptStates, pickSource, statesFromFacts } from './source.query.ts'

type Row = Omit<MemberRow, 'householdId' | 'personId' | 'age' | 'villageCode'> & {
  household_id: string; person_id: string | null; division: string; birth: CalendarDate | null
}
type Input = {
  counter: CounterKey; place?: string | undefined; tree: Tree; day?: string | undefined; cursor?: string | undefined; limit: number
}
/** What a page is made of: rows of a counter after a key, by village and id. */
type Wanted = { counter: CounterKey; over: 'household' | 'person'; after: ReturnType<typeof readCursor>; limit: number }

/** The households or persons behind a figure: the counter's own filter over the states that made it. */
export async function listMembers(ctx: Ctx, input: Input) {
  const place = await getPlace(ctx.tx, input.place, input.tree)
  const { source, day } = await pickSource(ctx.tx, input.day, ctx.today)
  const { over } = COUNTERS[input.counter]
  const wanted: Wanted = { counter: input.counter, over, after: readCursor(input.cursor, 2), limit: input.limit + 1 }
  const { found, total } = source.live || source.frozen
    ? await readKept(ctx.tx, wanted, keptStates(statesBehind(COUNTERS[input.counter]), source), place)
    : await readReconstructed(ctx.tx, wanted, { day, place })
  ctx.audit.about('counter', input.counter, place.ref.code)
  const shown = found.slice(0, input.limit)
  const last = shown.at(-1)
  const lastId = over === 'household' ? last?.household_id : last?.person_id
  return {
    place: place.ref, over, total,
    rows: shown.map((row) => memberRow(ctx, row, day)),
    nextCursor: found.length > input.limit && last !== undefined && lastId ? writeCursor([last.division, lastId]) : null,
  }
}

type Page = { found: Row[]; total: number }

async function readKept(tx: Tx, wanted: Wanted, states: RawBuilder<unknown>, place: Place): Promise<Page> {
  const matched = sql`from ${states} s join organization.pub_village v on v.code = s.division
    where ${whereOf(wanted.counter)} and ${villagesOf(place)}`
  const total = await firstRow(tx, sql<{ count: number }>`select count(*)::int as count ${matched}`)
  return { found: await readPage(tx, wanted, matched), total: total?.count ?? 0 }
}

// Enough villages at once to fill a page, few enough that the prefecture's first page does not compute all of them.
const VILLAGES_A_STEP = 24

/** A reconstructed day keeps sums only: its list is worked out village by village, until the page is full. */
async function readReconstructed(tx: Tx, wanted: Wanted, { day, place }: { day: CalendarDate; place: Place }): Promise<Page> {
  const { parameters } = await getParametersOn(tx, day)
  const kind = statesBehind(COUNTERS[wanted.counter])
  const books = await rows(tx, sql<{ division: string; closing: number }>`
    select l.division, l.closing from indicators.ledger l join organization.pub_village v on v.code = l.division
    where l.day = ${day} and l.key = ${wanted.counter} and l.closing > 0 and ${villagesOf(place)} order by l.division`)
  const ahead = books.map(({ division }) => division).filter((village) => village >= String(wanted.after?.[0] ?? ''))
  const found: Row[] = []
  for (let from = 0; from < ahead.length && found.length < wanted.limit; from += VILLAGES_A_STEP) {
    const states = statesFromFacts(kind, { day, villages: ahead.slice(from, from + VILLAGES_A_STEP), parameters })
    found.push(...await readPage(tx, wanted, sql`from ${states} s where ${whereOf(wanted.counter)}`))
  }
  return { found: found.slice(0, wanted.limit), total: books.reduce((sum, { closing }) => sum + closing, 0) }
}

async function readPage(tx: Tx, { over, after, limit }: Wanted, matched: RawBuilder<unknown>): Promise<Row[]> {
  const id = sql.ref(over === 'household' ? 's.household_id' : 's.person_id')
  const paged = sql`(select s.* ${matched}
    and (${after === undefined} or (s.division, ${id}) > (${after?.[0] ?? null}::text, ${after?.[1] ?? null}::uuid))
    order by s.division, ${id} limit ${limit})`
  return rows(tx, over === 'household' ? householdRows(paged) : personRows(paged))
}

function householdRows(paged: RawBuilder<unknown>): RawBuilder<Row> {
  return sql<Row>`
    select s.household_id, null as person_id, s.division, h.head_name as name, v.township_name || v.name as place,
      h.group_name as "groupName", h.type, s.resettled, s.labourers, s.employed, s.stable,
      null as sex, null as birth, null as employer, null as "workPlace", null as "employedUntil", s.zero_since as "zeroSince"
    from ${paged} s join registry.pub_household h on h.id = s.household_id
    join organization.pub_village v on v.code = s.division order by s.division, s.household_id`
}

function personRows(paged: RawBuilder<unknown>): RawBuilder<Row> {
  return sql<Row>`
    select s.household_id, s.person_id, s.division, q.name, v.township_name || v.name as place,
      h.group_name as "groupName", h.type, s.resettled, null as labourers, null as employed, null as stable,
      q.sex, q.birth, e.employer_raw as employer, e.place_raw as "workPlace", s.employed_until as "employedUntil", null as "zeroSince"
    from ${paged} s join registry.pub_person q on q.id = s.person_id join registry.pub_household h on h.id = s.household_id
    join organization.pub_village v on v.code = s.division left join registry.pub_episode e on e.id = s.episode_id
    order by s.division, s.person_id`
}

function memberRow(ctx: Ctx, row: Row, day: CalendarDate): MemberRow {
  const { household_id: householdId, person_id: personId, division, birth, zeroSince, ...rest } = row
  return {
    ...rest, householdId, personId, villageCode: division,
    name: maskFor(ctx.fieldLevel, 'name', row.name) ?? '—', age: birth === null ? null : ageOn(birth, day),
    // A household the register learned of after a reconstructed day had no clock yet.
    zeroSince: zeroSince !== null && zeroSince > day ? null : zeroSince,
  }
}
