import { groupName as spell } from '@anye/codes/data/divisions-group'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { covers } from '../../../platform/scope.ts'
import { recordWeakGroup } from '../../organization/organization.api.ts'
import { measureGroups } from './measure-group.query.ts'

type Listing = {
  village: string; groupName: string; criteria: readonly string[]; note?: string | undefined
  partyGroups: readonly { name: string; leaderName?: string | undefined }[]
}

/**
 * Lists a village group as weak (S72) with the figures of the day, which only the indicators know; what then follows is
 * organization's. A group without labourers is none that anybody lives in.
 */
export async function enlistWeakGroup(ctx: Ctx, listing: Listing): Promise<{ id: string }> {
  if (!covers(ctx.prefixes, listing.village)) throw new Refusal('not_found')
  const groupName = spell(listing.groupName)
  const base = (await measureGroups(ctx.tx, [listing.village], ctx.today)).find((group) => group.groupName === groupName)
  if (groupName === null || base === undefined) throw new Refusal('division_invalid')
  const id = await recordWeakGroup(ctx.tx, { ...listing, groupName, listedOn: ctx.today, by: ctx.actor.userId, base }, ctx.newId)
  if (id === undefined) throw new Refusal('already_done')
  ctx.audit.about('weak_group', id, listing.village)
  ctx.audit.change(null, { group: groupName, criteria: listing.criteria, labourers: base.labourers, unemployed: base.unemployed })
  return { id }
}
