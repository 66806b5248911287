import { sql } from 'kysely'
import type { ContactFilter } from '@anye/contract/registry/contacts/endpoints'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Tx } from '../../../platform/db.ts'
import type { GridChange } from '../../organization/organization.api.ts'
import { contactConditions } from './contact-conditions.query.ts'
import { lockHouseholds, replaceContacts } from './contact.store.ts'

type Stamp = { by: string; at: Date }
type Locked = { id: string; division: string }[]

/** Passes the households of a grid on: the former holder's by account, or by name where a roster gave the name alone. */
export async function passContactsOn(tx: Tx, { village, groups, from, to, on }: GridChange, stamp: Stamp): Promise<number> {
  return replaceContacts(tx, sql`
    select distinct on (h.id) h.id as household_id, h.division, ${to.userId}::uuid as user_id, ${to.name}::text as name,
      null::bytea as phone_sealed, greatest(c.from_on, ${on}::date) as from_on, c.to_on
    from registry.household h join registry.contact c on c.household_id = h.id and c.voided_at is null
    where h.division = ${village} and h.group_name = any (${groups}::text[]) and h.status = 'active'
      and (c.to_on is null or c.to_on >= ${on})
      and (c.user_id = ${from.userId}::uuid or (c.user_id is null and c.name = ${from.name}))
    order by h.id, c.from_on`, { ...stamp, source: 'handover' })
}

type Term = { userId: string | null; name: string; phoneSealed: Buffer | null; fromOn: CalendarDate; toOn: CalendarDate | null }

/** Gives households one contact for a term; answers how many. */
export async function giveContact(tx: Tx, households: Locked, { userId, name, phoneSealed, fromOn, toOn }: Term, stamp: Stamp): Promise<number> {
  return replaceContacts(tx, sql`
    select h.id as household_id, h.division, ${userId}::uuid as user_id, ${name}::text as name, ${phoneSealed}::bytea as phone_sealed,
      ${fromOn}::date as from_on, ${toOn}::date as to_on
    from registry.household h where h.id = any (${households.map(({ id }) => id)}::uuid[])`, { ...stamp, source: 'form' })
}

export async function lockNamed(tx: Tx, householdIds: readonly string[], most: number): Promise<Locked> {
  return lockHouseholds(tx, sql`h.id = any (${householdIds}::uuid[])`, most)
}

/** Households that a filter of the page of contacts shows on a day. */
export async function lockFiltered(tx: Tx, filter: ContactFilter, day: CalendarDate, most: number): Promise<Locked> {
  return lockHouseholds(tx, sql`h.id in (
    select k.household_id from registry.pub_contact_on(${day}) k where ${await contactConditions(tx, filter, day)})`, most)
}
