import type { PushResult, QueuedCommand } from '@anye/contract/cards/sync/endpoints'
import { CONTRACT_VERSION } from '@anye/contract/cards/sync/contract-version'
import type { ErrorCode } from '@anye/contract/errors'
import type { Permission } from '@anye/contract/access'
import { prefixesFor, type Actor } from '../../../platform/actor.ts'
import { inScope } from '../../../platform/db.ts'
import { findFirstResponse, isRunByAnother } from '../../../platform/http/claim-command.ts'
import type { Device, RequestContext } from '../../../platform/http/context.ts'
import { refusalIn, type OfflineCommand, type OfflineCommands } from '../../../platform/http/offline-commands.ts'
import { covers, EVERYWHERE, NOWHERE } from '../../../platform/scope.ts'
import { parkCommand } from '../late-work/park-command.ts'
import { findParkedOf, findVillageOf } from '../late-work/parked.store.ts'

type Batch = { device: { id: string; now: string }; entries: readonly QueuedCommand[] }
type Pushing = { context: RequestContext; actor: Actor; device: Device; commands: OfflineCommands }

/**
 * Runs what a phone queued, one command after another, each like a request of its own: what one is refused touches no other, and what
 * was stored before the line broke answers the same when it comes again.
 */
export async function pushWork(commands: OfflineCommands, context: RequestContext, actor: Actor, { device, entries }: Batch) {
  const { clock, database } = context.services
  const skewSeconds = Math.round((Date.parse(device.now) - clock.now()) / 1000)
  const pushing: Pushing = { commands, actor, device: { id: device.id, skewSeconds }, context: asQueued(context, actor, { id: device.id, skewSeconds }) }
  const parked = await inScope(database.db, EVERYWHERE, (tx) => findParkedOf(tx, actor.userId, entries.map(({ commandId }) => commandId)))
  const results: PushResult[] = []
  let isAway = false
  for (const entry of entries) {
    const { commandId } = entry
    const reason = parked.get(commandId)
    if (reason !== undefined) results.push({ commandId, status: 'parked', reason })
    else if (isAway) results.push({ commandId, status: 'refused', code: 'busy', data: null })
    else {
      const result = await pushOne(pushing, entry)
      isAway = result.status === 'refused' && result.code === 'busy' && entry.contractVersion <= CONTRACT_VERSION
      results.push(result)
    }
  }
  return { results, serverNow: new Date(clock.now()).toISOString(), contractVersion: CONTRACT_VERSION }
}

/** The request as each command sees it: its own endpoint is judged, by the person who was found once. */
function asQueued(context: RequestContext, actor: Actor, device: Device): RequestContext {
  return { ...context, admitted: undefined, device, services: { ...context.services, authenticate: async () => actor } }
}

async function pushOne(pushing: Pushing, entry: QueuedCommand): Promise<PushResult> {
  const { commandId } = entry
  // A phone that is ahead of us would lose what we do not know yet: it waits until we are as far.
  if (entry.contractVersion > CONTRACT_VERSION) return { commandId, status: 'refused', code: 'busy', data: null }
  const command = pushing.commands.get(entry.endpoint)
  if (command === undefined) return park(pushing, entry, 'endpoint_unknown', { code: 'request_invalid', data: null })
  try {
    const context = { ...pushing.context, onBehalf: entry.author ?? undefined }
    return { commandId, status: 'stored', response: await command.run({ ...entry.input, commandId }, context) }
  } catch (error) {
    const refusal = refusalIn(error)
    const { code } = refusal
    if (isRunByAnother(refusal)) return { commandId, status: 'stored', response: null }
    if (code === 'stale_version') return { commandId, status: 'conflicting', ...refusal }
    const isLate = code === 'forbidden' || code === 'request_invalid' || (code === 'not_found' && (await isElsewhere(pushing, command, entry)))
    return isLate ? park(pushing, entry, code, refusal) : { commandId, status: 'refused', ...refusal }
  }
}

/** True when the household exists outside of the area in which the author may do this. */
async function isElsewhere({ actor, context }: Pushing, { meta }: OfflineCommand, { householdId }: QueuedCommand): Promise<boolean> {
  if (householdId === null) return false
  const division = await inScope(context.services.database.db, EVERYWHERE, (tx) => findVillageOf(tx, householdId))
  // A queued command asks for a permission: signed_in alone reaches no household.
  return division !== undefined && !covers(prefixesFor(actor, meta.permission as Permission), division)
}

async function park(
  { context, actor, device }: Pushing, entry: QueuedCommand, reason: Parameters<typeof parkCommand>[4], refusal: { code: ErrorCode; data: unknown },
): Promise<PushResult> {
  const { commandId } = entry
  const parking = await parkCommand(context, actor, device, entry, reason)
  if (parking === 'parked') return { commandId, status: 'parked', reason }
  if (parking === 'homeless') return { commandId, status: 'refused', ...refusal }
  // It ran while its author still might; only the answer was lost on the way.
  const first = await inScope(context.services.database.db, NOWHERE, (tx) => findFirstResponse(tx, commandId, entry.endpoint, actor.userId))
  return first === undefined ? { commandId, status: 'refused', code: 'command_mismatch', data: null } : { commandId, status: 'stored', ...first }
}
