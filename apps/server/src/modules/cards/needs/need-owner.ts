import type { NeedOwner } from '@anye/contract/cards/needs/need'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { getPlace, listPeopleWith } from '../../organization/organization.api.ts'
import type { Owner } from './need.store.ts'

/** The owner that a form names: an account must have charge of the village, a name stands as it is. */
export async function ownerOf(ctx: Pick<Ctx, 'tx' | 'today'>, owner: NeedOwner, village: string): Promise<Owner> {
  if (owner.by === 'name') return { id: null, name: owner.name }
  const [found] = await listPeopleWith(ctx.tx, { permission: 'need.serve', village, on: ctx.today, userId: owner.userId })
  if (found === undefined) throw new Refusal('owner_not_in_charge')
  return { id: found.userId, name: found.name }
}

/** Accounts that may take over a need of a village in scope. */
export async function listNeedOwners(ctx: Ctx, { village }: { village: string }) {
  await getPlace(ctx.tx, village, 'unit')
  return { rows: await listPeopleWith(ctx.tx, { permission: 'need.serve', village, on: ctx.today }) }
}
