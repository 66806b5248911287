import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { firstRow, type Tx } from '../db.ts'
import { Refusal } from '../refusal.ts'

/** Claims the id, or answers what the first run answered; waits for a first run that is still under way. */
export async function claimCommand(
  tx: Tx, commandId: string, endpoint: string, actorId: string, input: unknown,
): Promise<{ response: unknown } | undefined> {
  const hash = hashOf(input)
  if (await insertClaim(tx, { commandId, endpoint, actorId, hash })) return undefined
  const earlier = await firstRow(tx, sql<{ endpoint: string; actor_id: string; request_hash: Buffer; response: unknown }>`
    select endpoint, actor_id, request_hash, response from platform.command_claim where command_id = ${commandId}`)
  if (earlier === undefined || earlier.endpoint !== endpoint || !earlier.request_hash.equals(hash)) throw new Refusal('command_mismatch')
  if (earlier.actor_id !== actorId) throw new Refusal('command_mismatch', { by: 'another_person' })
  return { response: earlier.response }
}

/** True when the same command, word for word, was run by somebody else: her colleague sent it from a file. */
export function isRunByAnother({ code, data }: { code: string; data: unknown }): boolean {
  return code === 'command_mismatch' && typeof data === 'object' && data !== null && 'by' in data && data.by === 'another_person'
}

/** What a command answered when it ran, should the same person ask again; undefined when it never did, or somebody else's did. */
export async function findFirstResponse(tx: Tx, commandId: string, endpoint: string, actorId: string): Promise<{ response: unknown } | undefined> {
  return firstRow(tx, sql<{ response: unknown }>`
    select response from platform.command_claim where command_id = ${commandId} and endpoint = ${endpoint} and actor_id = ${actorId}`)
}

/** Claims the id of a command that shall never run. Answers false when it has run, or was claimed before. */
export async function claimForever(
  tx: Tx, { input, ...claim }: { commandId: string; endpoint: string; actorId: string; input: unknown }, response: unknown,
): Promise<boolean> {
  const isNew = await insertClaim(tx, { ...claim, hash: hashOf(input) })
  if (isNew) await keepResponse(tx, claim.commandId, response)
  return isNew
}

export async function keepResponse(tx: Tx, commandId: string, response: unknown): Promise<void> {
  await sql`update platform.command_claim set response = ${JSON.stringify(response ?? null)}::jsonb
    where command_id = ${commandId}`.execute(tx)
}

async function insertClaim(tx: Tx, claim: { commandId: string; endpoint: string; actorId: string; hash: Buffer }): Promise<boolean> {
  const claimed = await firstRow(tx, sql`
    insert into platform.command_claim (command_id, endpoint, actor_id, request_hash)
    values (${claim.commandId}, ${claim.endpoint}, ${claim.actorId}, ${claim.hash}) on conflict do nothing returning command_id`)
  return claimed !== undefined
}

const hashOf = (input: unknown): Buffer => createHash('sha256').update(JSON.stringify(input)).digest()
