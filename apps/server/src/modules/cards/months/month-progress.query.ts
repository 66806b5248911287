import { sql, type RawBuilder } from 'kysely'
import { rows } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { getPlace, villagesOf } from '../../organization/organization.api.ts'
import { cardParametersOn } from '../card-parameters.store.ts'
import { cardMonthOn, daysOfMonth } from './card-month.rules.ts'
import { isOnTime } from './month-rates.query.ts'

type Counts = {
  lines: number; due: number; checked: number; returned: number; reviewed: number; closed: number; reopened: number
  late: number; inDispute: number; unchanged: number; onTime: number
}
type ChildRow = Counts & { code: string; name: string; villages: number; villageClosed: number; townshipClosed: number; countyClosed: number }

const ofState = (state: string): RawBuilder<number> => sql`count(*) filter (where l.state = ${state})::int`
const COUNTS = sql`count(l.person_id)::int as lines, ${ofState('due')} as due, ${ofState('checked')} as checked, ${ofState('returned')} as returned,
  ${ofState('reviewed')} as reviewed, ${ofState('closed')} as closed, ${ofState('reopened')} as reopened,
  count(*) filter (where l.late)::int as late, count(*) filter (where l.in_dispute)::int as "inDispute", count(*) filter (where l.no_change)::int as unchanged`

const onTime = (dueOn: string) => sql`count(*) filter (where ${isOnTime(dueOn)})::int as "onTime"`

/** How far the month's cards of a place are, and each place below it (S76, S81). */
export async function getMonthProgress(ctx: Ctx, input: { month?: string | undefined; place?: string | undefined }) {
  const parameters = await cardParametersOn(ctx.tx, ctx.today)
  const month = input.month ?? cardMonthOn(ctx.today, parameters)
  const place = await getPlace(ctx.tx, input.place, 'unit')
  const months = await rows(ctx.tx, sql<{ month: string }>`select distinct month from cards.village_month order by month desc limit 24`)
  const { dueOn } = daysOfMonth(month, parameters)
  const counts = sql`${COUNTS}, ${onTime(dueOn)}`
  const { column, nameColumn } = place.children ?? { column: 'code', nameColumn: 'name' }
  const children = await rows(ctx.tx, sql<ChildRow>`
    with counted as (
      select v.code as village, ${sql.ref(`v.${column}`)} as code, ${sql.ref(`v.${nameColumn}`)} as name, ${counts}
      from organization.pub_village v left join cards.line l on l.division = v.code and l.month = ${month}
      where ${villagesOf(place)} group by 1, 2, 3)
    select c.code, c.name, count(*)::int as villages, count(m.village_closed_at)::int as "villageClosed",
      count(m.township_closed_at)::int as "townshipClosed", count(m.county_closed_at)::int as "countyClosed", ${sums('c')}
    from counted c left join cards.village_month m on m.month = ${month} and m.division = c.village
    group by c.code, c.name order by c.code`)
  return {
    month, months: [...new Set([month, ...months.map((row) => row.month)])].sort().reverse(), dueOn,
    place: place.ref, path: place.path, total: totalOf(children), rows: children,
  }
}

const NAMES = ['lines', 'due', 'checked', 'returned', 'reviewed', 'closed', 'reopened', 'late', 'inDispute', 'unchanged', 'onTime'] as const satisfies (keyof Counts)[]

/** Every line of a place lies in one of the places below it. */
function totalOf(children: readonly ChildRow[]): Counts {
  return Object.fromEntries(NAMES.map((name) => [name, children.reduce((sum, row) => sum + row[name], 0)])) as Counts
}

function sums(alias: string): RawBuilder<unknown> {
  return sql.join(NAMES.map((name) => sql`sum(${sql.ref(`${alias}.${name}`)})::int as ${sql.ref(name)}`))
}
