import { sql } from 'kysely'
import { rows, type Tx } from '../../../platform/db.ts'

/**
 * Takes up to `most` villages whose facts changed. The marks are deleted in the caller's transaction, so a crash gives
 * them back; marks that others write meanwhile stay for the next turn.
 */
export async function takeTouchedVillages(tx: Tx, most: number): Promise<string[]> {
  const taken = await rows(tx, sql<{ division: string }>`
    with wanted as (select distinct division from (
        select division from registry.village_touch order by id limit 20000) oldest limit ${most}),
    gone as (delete from registry.village_touch t using wanted w where t.division = w.division returning t.division)
    select distinct division from gone`)
  return taken.map((row) => row.division)
}
