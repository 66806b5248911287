import { sql, type RawBuilder } from 'kysely'
import { COUNTERS, type CounterKey } from '@anye/contract/indicators/counters'
import type { MemberRow } from '@anye/contract/indicators/endpoints'
import { ageOn, type CalendarDate } from '@anye/kernel/calendar-date'
import { maskFor } from '../../../platform/crypto/mask.rules.ts'
import { firstRow, rows } from '../../../platform/db.ts'
import { readCursor, writeCursor } from '../../../platform/cursor.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { whereOf } from '../compute/counter.query.ts'
import { pickSource } from './source.query.ts'
import { getPlace, villagesOf } from './place.query.ts'
import type { Source } from './sums.query.ts'

type Row = Omit<MemberRow, 'householdId' | 'personId' | 'age' | 'villageCode'> & {
  household_id: string; person_id: string | null; division: string; birth: CalendarDate | null
}

/** The households or persons behind a figure: the counter's own filter over the live or the frozen states. */
export async function listMembers(
  ctx: Ctx, input: { counter: CounterKey; place?: string | undefined; day?: string | undefined; cursor?: string | undefined; limit: number },
) {
  const place = await getPlace(ctx.tx, input.place, 'unit')
  const { source, day } = await pickSource(ctx.tx, input.day, ctx.today)
  const over = COUNTERS[input.counter].over
  const matched = sql`from ${statesOf(over, source)} s join organization.pub_village v on v.code = s.division
    where ${whereOf(input.counter)} and ${villagesOf(place)}`
  const after = readCursor(input.cursor, 2)
  const id = sql.ref(over === 'household' ? 's.household_id' : 's.person_id')
  const paged = sql`(select s.* ${matched}
    and (${after === undefined} or (s.division, ${id}) > (${after?.[0] ?? null}::text, ${after?.[1] ?? null}::uuid))
    order by s.division, ${id} limit ${input.limit + 1})`
  const found = await rows(ctx.tx, over === 'household' ? householdRows(paged) : personRows(paged))
  const total = await firstRow(ctx.tx, sql<{ count: number }>`select count(*)::int as count ${matched}`)
  ctx.audit.about('counter', input.counter, place.ref.code)
  const shown = found.slice(0, input.limit)
  const last = shown.at(-1)
  const lastId = over === 'household' ? last?.household_id : last?.person_id
  return {
    place: place.ref, over, total: total?.count ?? 0,
    rows: shown.map((row) => memberRow(ctx, row, day)),
    nextCursor: found.length > input.limit && last !== undefined && lastId ? writeCursor([last.division, lastId]) : null,
  }
}

function statesOf(over: 'household' | 'person', source: Source): RawBuilder<unknown> {
  if (source.live) return sql.table(`indicators.${over}_state`)
  return sql`(select * from ${sql.table(`indicators.frozen_${over}`)}
    where from_day <= ${source.day} and (to_day is null or to_day > ${source.day}))`
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
  const { household_id: householdId, person_id: personId, division, birth, ...rest } = row
  return {
    ...rest, householdId, personId, villageCode: division,
    name: maskFor(ctx.fieldLevel, 'name', row.name) ?? '—', age: birth === null ? null : ageOn(birth, day),
  }
}
