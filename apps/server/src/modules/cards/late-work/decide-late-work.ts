import { cardsContract } from '@anye/contract/cards/contract'
import { scopeFor, type Actor } from '../../../platform/actor.ts'
import { inScope } from '../../../platform/db.ts'
import type { Ctx, RequestContext } from '../../../platform/http/context.ts'
import type { OfflineCommands } from '../../../platform/http/offline-commands.ts'
import { runEndpoint } from '../../../platform/http/run-endpoint.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { decideParked, findParked } from './parked.store.ts'

const TAKE_OVER = cardsContract.lateWork.takeOver['~orpc'].meta

/**
 * Runs late work in the name of whoever has the household now, its author named beside (`onBehalf`). It runs under the id of the inbox
 * entry: cut off between the work and the inbox, a second attempt answers the first and only then ends the entry.
 */
export async function takeOverLateWork(commands: OfflineCommands, context: RequestContext, actor: Actor, input: { id: string; commandId: string }) {
  const { database, cipher } = context.services
  const parked = await inScope(database.db, scopeFor(actor, 'card.check'), (tx) => findParked(tx, input.id))
  if (parked === undefined) throw new Refusal('not_found')
  if (parked.state === 'discarded' || (parked.state === 'taken_over' && parked.decided_by !== actor.userId)) throw new Refusal('already_done')
  const command = commands.get(parked.endpoint)
  if (command === undefined) throw new Refusal('wrong_state')
  const found = JSON.parse(cipher.open('cards.parked.payload', parked.payload_sealed)) as object // sealed by ourselves
  const response = await command.run({ ...found, commandId: parked.id }, {
    ...context, admitted: undefined, device: { id: parked.device_id, skewSeconds: parked.skew_seconds }, onBehalf: parked.author_name,
  })
  return runEndpoint(TAKE_OVER, context, input, async (ctx) => {
    await decideParked(ctx.tx, input.id, { state: 'taken_over', by: ctx.actor.userId, at: new Date(ctx.now), note: null })
    ctx.audit.about('late_work', input.id, parked.division)
    ctx.audit.change({ state: parked.state }, { state: 'taken_over', endpoint: parked.endpoint, author: parked.author_name })
    return { state: 'taken_over' as const, response }
  })
}

/** Ends late work without writing it; the work stays readable. */
export async function discardLateWork(ctx: Ctx, { id, reason }: { id: string; reason: string }) {
  const parked = await findParked(ctx.tx, id)
  if (parked === undefined) throw new Refusal('not_found')
  const isMine = await decideParked(ctx.tx, id, { state: 'discarded', by: ctx.actor.userId, at: new Date(ctx.now), note: reason })
  if (!isMine) throw new Refusal('already_done')
  ctx.audit.about('late_work', id, parked.division)
  ctx.audit.change({ state: parked.state }, { state: 'discarded' })
  ctx.audit.reason(reason)
  return { state: 'discarded' as const }
}
