import { sql } from 'kysely'
import { rows, type Tx } from '../../../platform/db.ts'

/**
 * Takes up to `most` villages whose facts changed, each with the moment of its latest mark. The marks are deleted in
 * the caller's transaction, so a crash gives them back; marks that others write meanwhile stay for the next turn.
 */
export async function takeTouchedVillages(tx: Tx, most: number): Promise<{ division: string; at: Date }[]> {
  return rows(tx, sql<{ division: string; at: Date }>`
    with wanted as (select distinct division from (
        select division from registry.village_touch order by id limit 20000) oldest limit ${most}),
    gone as (delete from registry.village_touch t using wanted w where t.division = w.division returning t.division, t.at)
    select division, max(at) as at from gone group by division`)
}
