import { sql, type RawBuilder } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { shiftMonth, type CalendarMonth } from '@anye/kernel/calendar-month'
import { firstRow, type Tx } from '../../../platform/db.ts'
import { villagesOf, type Place } from '../../organization/organization.api.ts'
import { cardParametersOn } from '../card-parameters.store.ts'
import { cardMonthOn, daysOfMonth } from './card-month.rules.ts'

/** What had been done of a month's cards by an instant. */
export type MonthRates = {
  month: CalendarMonth
  dueOn: CalendarDate
  lines: number
  checked: number
  reviewed: number
  /** Reviewed by the due day: over `lines` the 服务卡按时核查率 (DOMAIN section 4). */
  onTime: number
  /** Re-calls of samples that reached somebody, and those that found what the card says: 准确率 (DOMAIN section 4). */
  reached: number
  agreed: number
}

/**
 * The month that is being checked on a day and the last one whose due day is over, by what had been done by an instant. A line that
 * was checked anew or opened again since then counts as not done: a draft that is made anew may say less, never more.
 */
export async function monthRatesOf(tx: Tx, place: Place, day: CalendarDate, until: Date): Promise<{ running: MonthRates; due: MonthRates }> {
  const parameters = await cardParametersOn(tx, day)
  const running = cardMonthOn(day, parameters)
  const due = daysOfMonth(running, parameters).dueOn < day ? running : shiftMonth(running, -1)
  const ratesOfMonth = (month: CalendarMonth) => ratesOf(tx, place, month, daysOfMonth(month, parameters).dueOn, until)
  return { running: await ratesOfMonth(running), due: await ratesOfMonth(due) }
}

async function ratesOf(tx: Tx, place: Place, month: CalendarMonth, dueOn: CalendarDate, until: Date): Promise<MonthRates> {
  const counted = await firstRow(tx, sql<Pick<MonthRates, 'lines' | 'checked' | 'reviewed' | 'onTime'>>`
    select count(*)::int as lines, ${by(sql`l.checked_at`, until)} as checked, ${by(sql`l.reviewed_at`, until)} as reviewed,
      count(*) filter (where ${isOnTime(dueOn)} and l.reviewed_at <= ${until})::int as "onTime"
    from cards.line l join organization.pub_village v on v.code = l.division where l.month = ${month} and ${villagesOf(place)}`)
  const called = await firstRow(tx, sql<Pick<MonthRates, 'reached' | 'agreed'>>`
    select count(*) filter (where r.outcome <> 'unreached')::int as reached, count(*) filter (where r.outcome = 'agrees')::int as agreed
    from cards.sample s join cards.sample_member m on m.sample_id = s.id join organization.pub_village v on v.code = m.division
      join lateral (select x.outcome from cards.recall x where x.sample_id = m.sample_id and x.person_id = m.person_id and x.recalled_at <= ${until}
        order by x.outcome = 'unreached', x.recalled_at desc limit 1) r on true
    where s.month = ${month} and s.of = 'all' and ${villagesOf(place)}`)
  return { month, dueOn, lines: 0, checked: 0, reviewed: 0, onTime: 0, reached: 0, agreed: 0, ...counted, ...called }
}

const by = (at: RawBuilder<unknown>, until: Date) => sql`count(*) filter (where ${at} <= ${until})::int`

/** A line `l` was reviewed by the end of the due day. */
export function isOnTime(dueOn: CalendarDate): RawBuilder<boolean> {
  return sql<boolean>`(l.state in ('reviewed', 'closed') and l.exception is null
    and l.reviewed_at < (${dueOn}::date + 1)::timestamp at time zone 'Asia/Shanghai')`
}
