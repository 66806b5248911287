import { sql } from 'kysely'
import { rows, type Tx } from '../../../platform/db.ts'

/**
 * Adds the monthly checks before the last one to the roster jobs of some villages: a roster tells only the last check of
 * a job, and without the earlier ones no past day can be computed. Each is about thirty days before the next, of the
 * same kind, and some were missed. Drawn from the job itself, so it can run again.
 * @param missed share of jobs left out, 0–1, of the check before the last one, the one before that, and so on
 * @returns how many checks were written
 */
export async function recordEarlierChecks(
  tx: Tx, villages: readonly string[], missed: readonly number[], stamp: { by: string; at: number },
): Promise<number> {
  const written = await rows(tx, sql`
    with job as materialized (
      select e.id, e.division, e.start_on, v.kind, v.grade, v.on_date as last_check,
        coalesce(h.hh_no, '') || '/' || coalesce(p.seq, 0) || '/' || e.start_on as key
      from registry.episode e join registry.person p on p.id = e.person_id join registry.household h on h.id = e.household_id
      join lateral (select kind, grade, on_date from registry.evidence where episode_id = e.id order by on_date desc, id limit 1) v on true
      where e.division = any (${villages}::text[]) and e.source = 'roster' and not e.voided),
    checked as (
      select j.*, j.last_check - (30 * r.nth)::int + (hashtextextended(j.key || r.nth, 1) & 7)::int - 4 as on_date
      from job j cross join unnest(${missed}::float8[]) with ordinality as r(missed, nth)
      where (hashtextextended(j.key || r.nth, 0) & 1023) >= r.missed * 1024)
    insert into registry.evidence (id, episode_id, division, kind, grade, on_date, recorded_at, recorded_by)
    select gen_random_uuid(), c.id, c.division, c.kind, c.grade, c.on_date, ${new Date(stamp.at)}, ${stamp.by}
    from checked c
    where c.on_date >= c.start_on and not exists (select 1 from registry.evidence x where x.episode_id = c.id and x.on_date = c.on_date)
    returning 1`)
  return written.length
}
