import { sql, type RawBuilder } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { CalendarMonth } from '@anye/kernel/calendar-month'
import { firstRow, type Tx } from '../../../platform/db.ts'

type Some = { villages: readonly string[]; month: CalendarMonth; day: CalendarDate; at: number; checker: string; other: string; reviewer: string; calm: string }

/** A number 0–1023 that follows from the person alone, another for every `salt`. */
const drawn = (person: RawBuilder<unknown>, salt: number) => sql`(hashtextextended(${person}::text, ${salt}) & 1023)`
const PERSON = sql`l.person_id`
const mine = ({ villages, month }: Pick<Some, 'villages' | 'month'>) => sql`l.month = ${month} and l.division = any (${[...villages]}::text[])`

export async function countLines(tx: Tx, villages: readonly string[]): Promise<number> {
  return (await firstRow(tx, sql<{ count: number }>`
    select count(*)::int as count from cards.line where division = any (${villages}::text[])`))?.count ?? 0
}

/**
 * Checks a share of the lines: what is known is confirmed, mostly as "no change", over the days from the 8th of the month on to
 * the 3rd day after the due day, and not beyond today.
 */
export async function fillChecks(tx: Tx, some: Some & { dueOn: CalendarDate; share: number }): Promise<void> {
  const { month, dueOn, day, share, checker } = some
  const firstDay = sql`(${month} || '-08')::date`
  const days = sql`greatest(1, least(${dueOn}::date + 3, ${day}::date) - ${firstDay})`
  await sql`
    with picked as materialized (
      select l.person_id, l.household_id, l.division, gen_random_uuid() as check_id, coalesce(l.known_status, case when ${drawn(PERSON, 4)} < 900 then '20' else '30' end) as status,
        (array['phone', 'phone', 'phone', 'video', 'visit', 'visit', 'proxy', 'phone'])[1 + (${drawn(PERSON, 2)} & 7)] as method,
        l.known_status is not null and ${drawn(PERSON, 3)} < 800 as no_change,
        (${firstDay} + (${drawn(PERSON, 5)} * ${days} / 1024)::int + interval '9 hours' + make_interval(mins => (${drawn(PERSON, 6)} / 2)::int)) at time zone 'Asia/Shanghai' as at
      from cards.line l where ${mine(some)} and l.state = 'due' and ${drawn(PERSON, 1)} < ${share}::float8 * 1024),
    timed as (select p.*, least(p.at, ${new Date(some.at)}::timestamptz) as seen, (p.at at time zone 'Asia/Shanghai')::date > ${dueOn}::date as late from picked p),
    checks as (
      insert into cards.check (id, month, person_id, household_id, division, observed_at, device_at, received_at, late, method, place, status, no_change, job, applied, checked_by)
      select check_id, ${month}, person_id, household_id, division, seen, seen, seen, late, method,
        case when method = 'visit' then '{"latitude":null,"longitude":null,"accuracy":null,"text":"家中"}'::jsonb end, status, no_change, '{"act":"none"}', true, ${checker}::uuid from timed)
    update cards.line l set state = 'checked', check_id = t.check_id, status = t.status, known_status = t.status, method = t.method, no_change = t.no_change,
      checked_by = ${checker}::uuid, checked_at = t.seen, late = t.late, version = 2
    from timed t where l.month = ${month} and l.person_id = t.person_id`.execute(tx)
}

/** Reviews what was checked, excepts the rest, and closes the month at every level. A few have been unchanged for longer. */
export async function closeFilled(tx: Tx, some: Some & { dueOn: CalendarDate }): Promise<void> {
  const { dueOn, reviewer } = some
  await sql`update cards.line l set state = 'closed', exception = case when l.check_id is null then '全家外出，多次联系不上' end,
      reviewed_by = case when l.check_id is not null then ${reviewer}::uuid end,
      reviewed_at = case when l.check_id is not null then
        least((${dueOn}::date + (case when ${drawn(PERSON, 7)} < 940 then 0 else 2 end) + interval '16 hours') at time zone 'Asia/Shanghai', ${new Date(some.at)}::timestamptz) end,
      months_unchanged = case when ${drawn(PERSON, 8)} < 20 then 1 else 0 end, version = l.version + 1
    where ${mine(some)}`.execute(tx)
  const closed = sql`least((${dueOn}::date + 3 + interval '17 hours') at time zone 'Asia/Shanghai', ${new Date(some.at)}::timestamptz)`
  await sql`update cards.village_month l set village_closed_at = ${closed}, village_closed_by = ${some.checker}::uuid, township_closed_at = ${closed},
      township_closed_by = ${reviewer}::uuid, county_closed_at = ${closed}, county_closed_by = ${reviewer}::uuid
    where ${mine(some)}`.execute(tx)
}

/** A second check that found the job ended, of a few lines outside the calm village: both stand side by side. */
export async function fillDisputes(tx: Tx, some: Some): Promise<void> {
  const { month, calm, other } = some
  await sql`
    with picked as materialized (
      select l.person_id, l.household_id, l.division, l.known_job, least(l.checked_at + interval '1 hour', ${new Date(some.at)}::timestamptz) as at from cards.line l
      where ${mine(some)} and l.state = 'checked' and l.known_job is not null and l.division <> ${calm} and ${drawn(PERSON, 9)} < 6),
    checks as (
      insert into cards.check (id, month, person_id, household_id, division, observed_at, device_at, received_at, late, method, status, no_change, job, applied, note, checked_by)
      select gen_random_uuid(), ${month}, person_id, household_id, division, at, at, at, false, 'phone', '20', false,
        jsonb_build_object('act', 'end', 'episodeId', known_job, 'endOn', (at at time zone 'Asia/Shanghai')::date::text, 'endReason', '99'), false, '家属说已回家', ${other}::uuid
      from picked)
    update cards.line l set in_dispute = true, version = l.version + 1 from picked p where l.month = ${month} and l.person_id = p.person_id`.execute(tx)
}

/** Some villages are reviewed already, the calm one is not. */
export async function reviewFilled(tx: Tx, some: Some): Promise<void> {
  await sql`update cards.line l set state = 'reviewed', reviewed_by = ${some.reviewer}::uuid, reviewed_at = ${new Date(some.at)}, version = l.version + 1
    where ${mine(some)} and l.state = 'checked' and not l.in_dispute and l.division <> ${some.calm} and ${drawn(sql`l.division`, 10)} < 300`.execute(tx)
}
