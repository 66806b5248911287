import { MOST_HOUSEHOLDS_AT_ONCE, type ContactFilter } from '@anye/contract/registry/contacts/endpoints'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal, refuseOn } from '../../../platform/refusal.ts'
import { findUser } from '../../organization/organization.api.ts'
import { giveContact, lockFiltered, lockNamed } from './assign-contacts.store.ts'
import { checkContactEnd, checkContactTerm } from './contact.rules.ts'
import { endContactOn, lockContact } from './contact.store.ts'

type Assignment = {
  householdIds?: string[] | undefined; filter?: ContactFilter | undefined
  userId?: string | undefined; name?: string | undefined; phone?: string | undefined; fromOn: CalendarDate; toOn?: CalendarDate | undefined
}

/** Gives households a contact for a term (S77): those named, or all that a filter of the page of contacts shows. */
export async function assignContact(ctx: Ctx, assignment: Assignment): Promise<{ households: number }> {
  refuseOn(checkContactTerm(assignment, ctx.today))
  const person = await personOf(ctx, assignment)
  const found = await householdsOf(ctx, assignment)
  const { fromOn, toOn = null, phone } = assignment
  const phoneSealed = phone === undefined ? null : ctx.services.cipher.seal('registry.contact.phone', phone)
  const stamp = { by: ctx.actor.userId, at: new Date(ctx.now) }
  const households = await giveContact(ctx.tx, found, { ...person, phoneSealed, fromOn, toOn }, stamp)
  const [only] = found
  if (found.length === 1 && only !== undefined) ctx.audit.about('household', only.id, only.division)
  else ctx.audit.about('contact', person.userId ?? person.name)
  ctx.audit.change(null, { contact: person.name, userId: person.userId, fromOn, toOn, households, filter: assignment.filter })
  return { households }
}

async function personOf(ctx: Ctx, { userId, name }: Assignment): Promise<{ userId: string | null; name: string }> {
  if (userId === undefined) {
    if (name === undefined) throw new Refusal('request_invalid', { field: 'name' })
    return { userId: null, name }
  }
  const user = await findUser(ctx.tx, userId)
  if (user?.state !== 'active') throw new Refusal('not_found')
  return { userId, name: user.name }
}

async function householdsOf(ctx: Ctx, { householdIds, filter }: Assignment): Promise<{ id: string; division: string }[]> {
  if ((householdIds === undefined) === (filter === undefined)) throw new Refusal('request_invalid', { field: 'householdIds' })
  const most = MOST_HOUSEHOLDS_AT_ONCE + 1
  const found = filter === undefined ? await lockNamed(ctx.tx, householdIds ?? [], most) : await lockFiltered(ctx.tx, filter, ctx.today, most)
  if (found.length > MOST_HOUSEHOLDS_AT_ONCE) throw new Refusal('too_many_households', { most: MOST_HOUSEHOLDS_AT_ONCE })
  // A household that is not the actor's, or no more: nothing is done by halves.
  if (found.length === 0 || (householdIds !== undefined && found.length < new Set(householdIds).size)) throw new Refusal('not_found')
  return found
}

/** Ends a contact on a day; the household is a gap from the next day on. */
export async function endContact(ctx: Ctx, end: { id: string; version: number; lastDay: CalendarDate; reason: string }) {
  const contact = await lockContact(ctx.tx, end.id)
  if (contact === undefined) throw new Refusal('not_found')
  refuseOn(checkContactEnd(contact, end))
  await endContactOn(ctx.tx, end)
  ctx.audit.about('household', contact.household_id, contact.division)
  ctx.audit.change({ contact: contact.name, toOn: contact.to_on }, { contact: contact.name, toOn: end.lastDay })
  ctx.audit.reason(end.reason)
  return { id: end.id }
}
