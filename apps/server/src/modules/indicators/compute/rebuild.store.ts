import { sql } from 'kysely'
import { rows, type Tx } from '../../../platform/db.ts'
import type { VillageSnapshot } from './rebuild.rules.ts'

/** Villages that have households, and those that were ever computed: a village that lost its last one is looked at too. */
export async function listVillagesToRebuild(tx: Tx): Promise<string[]> {
  const found = await rows(tx, sql<{ division: string }>`
    select distinct division from registry.pub_household union select division from indicators.village_computed order by division`)
  return found.map((row) => row.division)
}

/** What stands now for some villages. */
export async function snapshotVillages(tx: Tx, villages: readonly string[]): Promise<Map<string, VillageSnapshot>> {
  const found = await rows(tx, sql<{ division: string } & VillageSnapshot>`
    select v.division,
      coalesce((select jsonb_object_agg(c.key, c.value) from indicators.village_counter c where c.division = v.division), '{}') as counters,
      md5(concat(
        (select string_agg(h::text, ';' order by h.household_id) from indicators.household_state h where h.division = v.division), '|',
        (select string_agg(p::text, ';' order by p.person_id) from indicators.person_state p where p.division = v.division), '|',
        (select string_agg(k::text, ';' order by k.household_id) from indicators.clock_state k where k.division = v.division))) as states
    from unnest(${villages}::text[]) v(division)`)
  return new Map(found.map(({ division, counters, states }) => [division, { counters, states }]))
}
