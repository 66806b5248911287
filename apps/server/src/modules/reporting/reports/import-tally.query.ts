import { sql } from 'kysely'
import { firstRow, type Tx } from '../../../platform/db.ts'

/** What was imported between two closes of the books: files and their rows by verdict. */
export type ImportTally = {
  files: number
  rows: number
  accepted: number
  warned: number
  queried: number
  rejected: number
}

const NONE: ImportTally = { files: 0, rows: 0, accepted: 0, warned: 0, queried: 0, rejected: 0 }

/**
 * Imports committed after `from` and up to `to` (milliseconds since 1970) by people of an area. The window
 * ends with the close of the books, so that a report compiled later says the same.
 */
export async function tallyImports(
  tx: Tx,
  prefixes: readonly string[],
  from: number,
  to: number,
): Promise<ImportTally> {
  const tally = await firstRow(
    tx,
    sql<ImportTally>`
    select count(*)::int as files, ${sumOf('rows')}, ${sumOf('accepted')}, ${sumOf('warned')},
      ${sumOf('queried')}, ${sumOf('rejected')}
    from registry.pub_import i
    where i.state = 'committed' and i.committed_at > ${new Date(from)} and i.committed_at <= ${new Date(to)}
      and exists (select 1 from unnest(${prefixes}::text[]) as p(prefix)
        where starts_with(i.probe, p.prefix))`,
  )
  return tally ?? NONE
}

function sumOf(verdict: Exclude<keyof ImportTally, 'files'>) {
  return sql`coalesce(sum((i.counts ->> ${sql.lit(verdict)})::int), 0)::int as ${sql.ref(verdict)}`
}
