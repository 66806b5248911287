import { sql } from 'kysely'
import { firstRow, joiningByHash, type Tx } from '../../../platform/db.ts'

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
  const mine = sql`any (${villages}::text[])`
  const written = await joiningByHash(tx, () => firstRow(tx, sql<{ count: number }>`
    with last as materialized (
      select distinct on (episode_id) episode_id, kind, grade, on_date
      from registry.evidence where division = ${mine} order by episode_id, on_date desc, id),
    job as materialized (
      select e.id, e.division, e.start_on, v.kind, v.grade, v.on_date as last_check,
        coalesce(h.hh_no, '') || '/' || coalesce(p.seq, 0) || '/' || e.start_on as key
      from registry.episode e join last v on v.episode_id = e.id
      join registry.person p on p.id = e.person_id and p.division = ${mine}
      join registry.household h on h.id = e.household_id and h.division = ${mine}
      where e.division = ${mine} and e.source = 'roster' and not e.voided),
    checked as (
      select j.*, j.last_check - (30 * r.nth)::int + (hashtextextended(j.key || r.nth, 1) & 7)::int - 4 as on_date
      from job j, unnest(${missed}::float8[]) with ordinality as r(missed, nth)
      where (hashtextextended(j.key || r.nth, 0) & 1023) >= r.missed * 1024),
    written as (
      insert into registry.evidence (id, episode_id, division, kind, grade, on_date, recorded_at, recorded_by)
      select gen_random_uuid(), c.id, c.division, c.kind, c.grade, c.on_date, ${new Date(stamp.at)}::timestamptz, ${stamp.by}::uuid
      from checked c
      left join registry.evidence x on x.division = ${mine} and x.episode_id = c.id and x.on_date = c.on_date
      where c.on_date >= c.start_on and x.id is null
      returning 1)
    select count(*)::int as count from written`))
  return written?.count ?? 0
}
