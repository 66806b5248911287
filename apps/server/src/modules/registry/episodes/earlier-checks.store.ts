import { sql } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { rows, type Tx } from '../../../platform/db.ts'

/** A past round of checks: cards are checked by the 5th of each month for the month before. */
export type CheckRound = { from: CalendarDate; to: CalendarDate }

/**
 * Adds the checks of past rounds to the roster jobs of some villages: a roster tells only the last check of a job, and
 * without the earlier ones no past day can be computed. Each job held in a round was checked on some day of it, by the
 * kind of its last check, save for a few that the round missed. Drawn from the job itself, so it can run again.
 * @param missed share of jobs a round leaves out, 0–1
 * @returns how many checks were written
 */
export async function recordEarlierChecks(
  tx: Tx, villages: readonly string[], rounds: readonly CheckRound[], missed: number, stamp: { by: string; at: number },
): Promise<number> {
  const written = await rows(tx, sql`
    with job as (
      select e.id, e.division, e.start_on, v.kind, v.grade, v.on_date as last_check,
        coalesce(h.hh_no, '') || coalesce(p.seq, 0) || e.start_on as key
      from registry.episode e join registry.person p on p.id = e.person_id join registry.household h on h.id = e.household_id
      join lateral (select kind, grade, on_date from registry.evidence where episode_id = e.id order by on_date desc, id limit 1) v on true
      where e.division = any (${villages}::text[]) and e.source = 'roster' and not e.voided),
    checked as (
      select j.*, r.from_on + ((hashtextextended(j.key || r.from_on, 1) & 1023) % (r.to_on - r.from_on + 1))::int as on_date
      from job j cross join jsonb_to_recordset(${JSON.stringify(rounds.map(({ from, to }) => ({ from_on: from, to_on: to })))}::jsonb)
        as r(from_on date, to_on date)
      where (hashtextextended(j.key || r.from_on, 0) & 1023) >= ${Math.round(missed * 1024)})
    insert into registry.evidence (id, episode_id, division, kind, grade, on_date, recorded_at, recorded_by)
    select gen_random_uuid(), c.id, c.division, c.kind, c.grade, c.on_date, ${new Date(stamp.at)}, ${stamp.by}
    from checked c
    where c.on_date >= c.start_on and c.on_date < c.last_check
      and not exists (select 1 from registry.evidence x where x.episode_id = c.id and x.on_date = c.on_date)
    returning 1`)
  return written.length
}
