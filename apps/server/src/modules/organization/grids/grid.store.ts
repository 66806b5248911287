import { sql } from 'kysely'
import { rows, type Tx } from '../../../platform/db.ts'

export type GridRow = { id: string; division: string; name: string; groups: string[]; post_id: string }

/** The grids of a village in the order they were laid out. */
export async function listGridRows(tx: Tx, village: string): Promise<GridRow[]> {
  return rows(tx, sql<GridRow>`
    select id, division, name, groups, post_id from organization.grid
    where division = ${village} and post_id is not null order by name, id`)
}

/** Writes a grid and the post of its grid member in the village's front-line post. */
export async function insertGrid(tx: Tx, grid: GridRow, bodyId: string): Promise<void> {
  await sql`
    insert into organization.post (id, organisation_id, kind, title, rank, required, division)
    values (${grid.post_id}, ${bodyId}, 'grid_member', ${`网格员（${grid.name}）`}, 10, true, ${grid.division})`.execute(tx)
  await sql`
    insert into organization.grid (id, division, name, groups, post_id)
    values (${grid.id}, ${grid.division}, ${grid.name}, ${grid.groups}::text[], ${grid.post_id})`.execute(tx)
}
