import { hasCode } from '@anye/codes/code-list'
import { HOUSEHOLD_TYPE } from '@anye/codes/household-type'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { copyContact, endContactsOf } from '../contacts/contact.store.ts'
import { differenceOf, insertVersion } from '../versions/version.store.ts'
import {
  getHouseholdAt, insertSplit, listMembers, moveMembers, settleHead, settleSegments, updateHousehold, type HouseholdRecord,
} from './household.store.ts'
import { segmentKindsOf } from './segment.rules.ts'

type Changes = {
  type?: string | undefined; groupName?: string | null | undefined; gridName?: string | null | undefined
  resettled?: boolean | undefined; site?: string | null | undefined; room?: string | null | undefined; headId?: string | undefined
}

/** Corrects a household; what changed stays as a version with the reason. */
export async function correctHousehold(ctx: Ctx, input: { id: string; version: number; reason: string; changes: Changes }) {
  const household = await getHouseholdAt(ctx.tx, input.id, input.version)
  const { type, groupName, gridName, resettled, site, room, headId } = input.changes
  if (type !== undefined && !hasCode(HOUSEHOLD_TYPE, type)) throw new Refusal('request_invalid', { field: 'type' })
  const difference = differenceOf(household, {
    type, group_name: groupName, grid_name: gridName, resettled, site, room, head_id: headId,
  })
  if (difference === undefined) return { id: household.id, version: household.version }
  const { head_id: newHead, ...columns } = difference.after
  if (typeof newHead === 'string') {
    const members = await listMembers(ctx.tx, household.id)
    if (!members.some((member) => member.id === newHead)) throw new Refusal('request_invalid', { field: 'headId' })
    await settleHead(ctx.tx, household.id, newHead)
  }
  const version = await updateHousehold(ctx.tx, household, { ...columns, status: household.status }, stamp(ctx))
  if ('type' in difference.after || 'resettled' in difference.after) {
    const kinds = segmentKindsOf({ type: type ?? household.type, resettled: resettled ?? household.resettled })
    await settleSegments(ctx.tx, household, kinds, ctx.today)
  }
  await keep(ctx, household, version, difference, input.reason)
  return { id: household.id, version }
}

/** Splits members off into a household of their own, with the lineage kept (DOMAIN section 4: no double count). */
export async function splitHousehold(
  ctx: Ctx, input: { id: string; version: number; personIds: string[]; headId: string; reason: string },
) {
  const household = await getHouseholdAt(ctx.tx, input.id, input.version)
  const members = await listMembers(ctx.tx, household.id)
  const leaving = members.filter((member) => input.personIds.includes(member.id))
  const staying = members.filter((member) => !input.personIds.includes(member.id))
  const head = leaving.find((member) => member.id === input.headId)
  const stays = staying.find((member) => member.is_head) ?? staying[0]
  if (household.status !== 'active' || head === undefined || stays === undefined || leaving.length !== input.personIds.length) {
    throw new Refusal('wrong_state')
  }
  const newHouseholdId = ctx.newId()
  await insertSplit(ctx.tx, newHouseholdId, household, head, stamp(ctx))
  await copyContact(ctx.tx, household.id, newHouseholdId, ctx.today, ctx.actor.userId)
  await moveMembers(ctx.tx, leaving.map((member) => member.id), { id: newHouseholdId, division: household.division })
  await settleHead(ctx.tx, newHouseholdId, head.id)
  await settleHead(ctx.tx, household.id, stays.id)
  const version = await updateHousehold(ctx.tx, household, { status: household.status }, stamp(ctx))
  await keep(ctx, household, version, {
    before: { members: members.map((member) => member.id) },
    after: { members: staying.map((member) => member.id), split_off: newHouseholdId },
  }, input.reason)
  return { id: household.id, newHouseholdId }
}

/** Merges another household of the same village into this one; the other stays readable with its lineage. */
export async function mergeHouseholds(ctx: Ctx, input: { id: string; version: number; otherId: string; reason: string }) {
  const household = await getHouseholdAt(ctx.tx, input.id, input.version)
  const other = await getHouseholdAt(ctx.tx, input.otherId, undefined)
  if (household.id === other.id || household.status !== 'active' || other.status !== 'active' || household.division !== other.division) {
    throw new Refusal('wrong_state')
  }
  const moving = await listMembers(ctx.tx, other.id)
  const [head] = await listMembers(ctx.tx, household.id)
  if (head === undefined) throw new Refusal('wrong_state')
  await moveMembers(ctx.tx, moving.map((member) => member.id), household)
  await settleHead(ctx.tx, household.id, head.id)
  await endContactsOf(ctx.tx, other.id, ctx.today, ctx.now)
  const otherVersion = await updateHousehold(ctx.tx, other, { status: 'merged', members: 0 }, stamp(ctx))
  await keep(ctx, other, otherVersion, { before: { status: other.status }, after: { status: 'merged', merged_into: household.id } }, input.reason)
  const version = await updateHousehold(ctx.tx, household, { parents: [...household.parents, other.id] }, stamp(ctx))
  await keep(ctx, household, version, {
    before: { parents: household.parents }, after: { parents: [...household.parents, other.id], moved: moving.map((member) => member.id) },
  }, input.reason)
  return { id: household.id, version }
}

async function keep(
  ctx: Ctx, household: HouseholdRecord, version: number,
  difference: { before: Record<string, unknown>; after: Record<string, unknown> }, reason: string,
): Promise<void> {
  await insertVersion(ctx.tx, {
    entity: 'household', entityId: household.id, division: household.division, version, ...difference, reason, at: ctx.now, by: ctx.actor.userId,
  })
  ctx.audit.about('household', household.id, household.division)
  ctx.audit.change(difference.before, difference.after)
  ctx.audit.reason(reason)
}

function stamp(ctx: Ctx): { at: number; by: string } {
  return { at: ctx.now, by: ctx.actor.userId }
}
