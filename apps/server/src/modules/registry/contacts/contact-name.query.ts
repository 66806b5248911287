import { sql, type RawBuilder } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'

/**
 * Name of a household's contact on a day (S77), null when there is none: an expression for a select list, looked up for the
 * rows that are shown and no others.
 */
export function contactNameOn(household: RawBuilder<unknown>, day: CalendarDate): RawBuilder<string | null> {
  return sql<string | null>`(select c.name from registry.pub_contact c
    where c.household_id = ${household} and c.from_on <= ${day} and (c.to_on is null or c.to_on >= ${day}) limit 1)`
}
