import { sql, type RawBuilder } from 'kysely'
import type { ContactFilter } from '@anye/contract/registry/contacts/endpoints'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Tx } from '../../../platform/db.ts'
import { prefixesUnder } from '../../organization/organization.api.ts'

/** The conjunction of a filter's conditions over `registry.pub_contact_on(day) k`; list and command mean the same by it. */
export async function contactConditions(tx: Tx, filter: ContactFilter, day: CalendarDate): Promise<RawBuilder<unknown>> {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (filter.place !== undefined) conditions.push(under(sql`k.division`, await prefixesUnder(tx, filter.place, day)))
  if (filter.group !== undefined) conditions.push(sql`k.group_name = ${filter.group}`)
  if (filter.gap === 'any') conditions.push(sql`k.gap is not null`)
  else if (filter.gap !== undefined) conditions.push(sql`k.gap = ${filter.gap}`)
  if (filter.contact !== undefined) conditions.push(sql`starts_with(k.name, ${filter.contact})`)
  return sql.join(conditions, sql` and `)
}

/** True of a village code that lies under one of the prefixes; ranges, so that the index on division serves. */
export function under(division: RawBuilder<unknown>, prefixes: readonly string[]): RawBuilder<unknown> {
  // ':' is the character after '9'.
  const ranges = prefixes.map((prefix) => sql`(${division} >= ${prefix} collate "C" and ${division} < ${`${prefix}:`} collate "C")`)
  return sql`(${sql.join([sql`false`, ...ranges], sql` or `)})`
}
