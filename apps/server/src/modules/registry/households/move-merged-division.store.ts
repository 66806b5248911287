import { sql } from 'kysely'
import { rows, type Tx } from '../../../platform/db.ts'

const SUBSCRIBER = 'registry.division_merged'
// The tables of the household family; each carries the village of row-level security.
const TABLES = ['household', 'person', 'segment', 'exemption', 'episode', 'evidence', 'training', 'version', 'contact'] as const

/**
 * Moves the facts of villages that ended to their successors, once per event: the subscriber's cursor moves in the same
 * transaction. The triggers mark both villages, so the figures follow.
 * @returns how many events were handled
 */
export async function moveMergedDivisions(tx: Tx): Promise<number> {
  await sql`insert into platform.event_cursor (subscriber) values (${SUBSCRIBER}) on conflict do nothing`.execute(tx)
  const [cursor] = await rows(tx, sql<{ last_id: number }>`
    select last_id from platform.event_cursor where subscriber = ${SUBSCRIBER} for update`)
  const merged = await rows(tx, sql<{ id: number; code: string; successor: string }>`
    select id, payload ->> 'code' as code, payload ->> 'successorCode' as successor from platform.event
    where type = 'DivisionMerged' and id > ${cursor?.last_id ?? 0} order by id`)
  for (const { id, code, successor } of merged) {
    await followRegistered(tx, code, successor)
    if (/^\d{12}$/.test(code) && /^\d{12}$/.test(successor)) await moveVillage(tx, code, successor)
    await sql`update platform.event_cursor set last_id = ${id}, moved_at = now() where subscriber = ${SUBSCRIBER}`.execute(tx)
  }
  return merged.length
}

// Who was registered in a place that became another is registered in that one, wherever they live.
async function followRegistered(tx: Tx, code: string, successor: string): Promise<void> {
  for (const table of ['household', 'person'] as const) {
    await sql`update ${sql.table(`registry.${table}`)} set register_division = ${successor} where register_division = ${code}`.execute(tx)
  }
}

async function moveVillage(tx: Tx, code: string, successor: string): Promise<void> {
  for (const table of TABLES) {
    await sql`update ${sql.table(`registry.${table}`)} set division = ${successor} where division = ${code}`.execute(tx)
  }
}
