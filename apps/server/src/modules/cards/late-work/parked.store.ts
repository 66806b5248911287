import { sql } from 'kysely'
import type { ParkedReason } from '@anye/contract/cards/sync/endpoints'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'

export type NewParked = {
  id: string; commandId: string; endpoint: string; contractVersion: number; payloadSealed: Buffer; authorId: string; authorName: string; reason: ParkedReason
  division: string; householdId: string; deviceId: string; deviceAt: Date; skewSeconds: number; receivedAt: Date
}

export async function insertParked(tx: Tx, parked: NewParked): Promise<void> {
  await sql`insert into cards.parked (id, command_id, endpoint, contract_version, payload_sealed, author_id, author_name, reason, division, household_id,
      device_id, device_at, skew_seconds, received_at)
    values (${parked.id}, ${parked.commandId}, ${parked.endpoint}, ${parked.contractVersion}, ${parked.payloadSealed}, ${parked.authorId}, ${parked.authorName},
      ${parked.reason}, ${parked.division}, ${parked.householdId}, ${parked.deviceId}, ${parked.deviceAt}, ${parked.skewSeconds}, ${parked.receivedAt})`.execute(tx)
}

/** Which of an author's commands wait in an inbox, whatever became of them there. */
export async function findParkedOf(tx: Tx, authorId: string, commandIds: readonly string[]): Promise<ReadonlyMap<string, ParkedReason>> {
  const found = await rows(tx, sql<{ command_id: string; reason: ParkedReason }>`
    select command_id, reason from cards.parked where author_id = ${authorId} and command_id = any (${commandIds}::uuid[])`)
  return new Map(found.map(({ command_id: id, reason }) => [id, reason]))
}

/** Village of a household as it is now; a household that was split or merged away keeps its last. */
export async function findVillageOf(tx: Tx, householdId: string): Promise<string | undefined> {
  return (await firstRow(tx, sql<{ division: string }>`select division from registry.pub_household where id = ${householdId}`))?.division
}

export type ParkedRecord = {
  id: string; endpoint: string; payload_sealed: Buffer; author_name: string; device_id: string; skew_seconds: number; division: string; household_id: string
  state: 'open' | 'taken_over' | 'discarded'; decided_by: string | null
}

export async function findParked(tx: Tx, id: string): Promise<ParkedRecord | undefined> {
  return firstRow(tx, sql<ParkedRecord>`
    select id, endpoint, payload_sealed, author_name, device_id, skew_seconds, division, household_id, state, decided_by from cards.parked where id = ${id}`)
}

/** Ends an open entry of the inbox. Answers false when somebody was faster. */
export async function decideParked(
  tx: Tx, id: string, decision: { state: 'taken_over' | 'discarded'; by: string; at: Date; note: string | null },
): Promise<boolean> {
  const done = await rows(tx, sql`update cards.parked set state = ${decision.state}, decided_by = ${decision.by}, decided_at = ${decision.at}, decision_note = ${decision.note}
    where id = ${id} and state = 'open' returning 1`)
  return done.length > 0
}
