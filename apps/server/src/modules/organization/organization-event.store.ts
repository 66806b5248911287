import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { OrganizationEvent } from './organization.events.ts'

/** Writes an event in the transaction that made it true. */
export async function addEvent(tx: Tx, { type, payload }: OrganizationEvent): Promise<void> {
  const json = JSON.stringify(payload)
  await sql`insert into platform.event (type, payload) values (${type}, ${json}::jsonb)`.execute(tx)
}
