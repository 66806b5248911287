import type { ParkedReason, QueuedCommand } from '@anye/contract/cards/sync/endpoints'
import { newId } from '@anye/kernel/ids'
import { systemRandomBytes } from '@anye/kernel/random'
import type { Actor } from '../../../platform/actor.ts'
import { recordAudit } from '../../../platform/audit/record-audit.ts'
import { inScope } from '../../../platform/db.ts'
import { claimForever } from '../../../platform/http/claim-command.ts'
import type { Device, RequestContext } from '../../../platform/http/context.ts'
import { EVERYWHERE } from '../../../platform/scope.ts'
import { findParkedOf, findVillageOf, insertParked } from './parked.store.ts'

/** `parked`; `claimed` when the command ran before; `homeless` when nobody has the household. */
type Parking = 'parked' | 'claimed' | 'homeless'

/**
 * Puts a command into the inbox of whoever has its household now. Its id is claimed with it: the same command never runs afterwards,
 * should its author be let in again. The author learns the reason and nothing of where the household is.
 */
export async function parkCommand(context: RequestContext, actor: Actor, device: Device, entry: QueuedCommand, reason: ParkedReason): Promise<Parking> {
  const { services, requestId, address } = context
  const { householdId } = entry
  if (householdId === null) return 'homeless'
  const now = services.clock.now()
  return inScope(services.database.db, EVERYWHERE, async (tx) => {
    const division = await findVillageOf(tx, householdId)
    if (division === undefined) return 'homeless'
    if (!(await claimForever(tx, { commandId: entry.commandId, endpoint: 'cards.work.push', actorId: actor.userId, input: entry.input }, { parked: reason }))) {
      return (await findParkedOf(tx, actor.userId, [entry.commandId])).size > 0 ? 'parked' : 'claimed'
    }
    const id = newId(now, systemRandomBytes)
    await insertParked(tx, {
      id, commandId: entry.commandId, endpoint: entry.endpoint, contractVersion: entry.contractVersion, reason, division, householdId,
      payloadSealed: services.cipher.seal('cards.parked.payload', JSON.stringify(entry.input)), authorId: actor.userId, authorName: entry.author ?? actor.name,
      deviceId: device.id, deviceAt: new Date(entry.deviceTime), skewSeconds: device.skewSeconds, receivedAt: new Date(now),
    })
    await recordAudit(tx, {
      at: now, actorId: actor.userId, actorName: actor.name, action: 'cards.work.push', requestId, address, outcome: 'ok',
      objectType: 'late_work', objectId: id, division, after: { endpoint: entry.endpoint, reason },
    })
    return 'parked'
  })
}
