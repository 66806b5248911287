import type { Handover } from '@anye/contract/organization/handovers/handover'
import type { Ctx } from '../../../platform/http/context.ts'
import { answerOffer as answerInOrganization } from '../../organization/organization.api.ts'
import { passContactsOn } from './assign-contacts.store.ts'

/**
 * Answers an offered grid. With the acceptance the households of the grid whose contact is the former holder pass to the
 * new one, in the same transaction: nobody is without a contact for a moment (S10, S77).
 */
export async function answerOffer(
  ctx: Ctx, input: { id: string; accept: boolean; answer?: string | undefined },
): Promise<{ handover: Handover; households: number }> {
  const { handover, change } = await answerInOrganization(ctx, input)
  const households = change === undefined ? 0 : await passContactsOn(ctx.tx, change, { by: ctx.actor.userId, at: new Date(ctx.now) })
  const after = { state: handover.state, grid: handover.gridName, from: handover.fromName, to: handover.toName, beginsOn: handover.beginsOn, households }
  ctx.audit.change({ state: 'offered' }, after)
  if (input.answer) ctx.audit.reason(input.answer)
  return { handover, households }
}
