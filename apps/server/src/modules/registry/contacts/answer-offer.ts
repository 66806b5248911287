import { sql } from 'kysely'
import type { Handover } from '@anye/contract/organization/handovers/handover'
import type { Ctx } from '../../../platform/http/context.ts'
import { answerOffer as answerInOrganization, type GridChange } from '../../organization/organization.api.ts'
import { replaceContacts } from './contact.store.ts'

/**
 * Answers an offered grid. With the acceptance the households of the grid whose contact is the former holder pass to the
 * new one, in the same transaction: nobody is without a contact for a moment (S10, S77).
 */
export async function answerOffer(
  ctx: Ctx, input: { id: string; accept: boolean; answer?: string | undefined },
): Promise<{ handover: Handover; households: number }> {
  const { handover, change } = await answerInOrganization(ctx, input)
  const households = change === undefined ? 0 : await moveContacts(ctx, change)
  const after = { state: handover.state, grid: handover.gridName, from: handover.fromName, to: handover.toName, beginsOn: handover.beginsOn, households }
  ctx.audit.change({ state: 'offered' }, after)
  if (input.answer) ctx.audit.reason(input.answer)
  return { handover, households }
}

/** A contact is the former holder's by account, or by name where a roster gave the name alone. */
async function moveContacts(ctx: Ctx, { village, groups, from, to, on }: GridChange): Promise<number> {
  return replaceContacts(ctx.tx, sql`
    select distinct on (h.id) h.id as household_id, h.division, ${to.userId}::uuid as user_id, ${to.name}::text as name,
      null::bytea as phone_sealed, greatest(c.from_on, ${on}::date) as from_on, c.to_on
    from registry.household h join registry.contact c on c.household_id = h.id and c.voided_at is null
    where h.division = ${village} and h.group_name = any (${groups}::text[]) and h.status = 'active'
      and (c.to_on is null or c.to_on >= ${on})
      and (c.user_id = ${from.userId}::uuid or (c.user_id is null and c.name = ${from.name}))
    order by h.id, c.from_on`, { source: 'handover', by: ctx.actor.userId, at: new Date(ctx.now) })
}
