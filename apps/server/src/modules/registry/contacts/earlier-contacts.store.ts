import { sql } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'

/** Somebody with an account whom the sheets of a village know by name only. */
export type KnownContact = { village: string; userId: string; name: string }

/**
 * Tells the contacts of first rosters since when they hold, which no sheet does, and of a small share that their term is
 * over. Drawn from the number of the household, so that it is the same every time; run again it finds nothing.
 * @param on day of the rosters
 * @returns how many contacts were told
 */
export async function recordEarlierContacts(tx: Tx, on: CalendarDate): Promise<number> {
  const told = await firstRow(tx, sql<{ n: number }>`
    with drawn as (
      select c.id, ${on}::date - 120 - (hashtextextended(h.division || coalesce(h.hh_no, ''), 3) & 511)::int as from_on,
        case when (hashtextextended(h.division || coalesce(h.hh_no, ''), 4) & 31) = 0
          then ${on}::date - 1 - (hashtextextended(h.division || coalesce(h.hh_no, ''), 5) & 63)::int end as to_on
      from registry.contact c join registry.household h on h.id = c.household_id
      where c.source = 'roster' and c.from_on = ${on} and c.voided_at is null and c.to_on is null),
    told as (update registry.contact c set from_on = d.from_on, to_on = d.to_on from drawn d where c.id = d.id returning 1)
    select count(*)::int as n from told`)
  return told?.n ?? 0
}

/** Gives the households of the commonest name of each village to the account of that person; returns how many. */
export async function joinContactsToAccounts(tx: Tx, contacts: readonly KnownContact[]): Promise<number> {
  const joined = await rows(tx, sql`
    with known as (select * from jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) as k(village text, "userId" uuid, name text)),
    commonest as (
      select distinct on (c.division) c.division, c.name from registry.contact c join known k on k.village = c.division
      where c.voided_at is null and c.user_id is null group by c.division, c.name order by c.division, count(*) desc, c.name)
    update registry.contact c set user_id = k."userId", name = k.name
    from commonest m join known k on k.village = m.division
    where c.division = m.division and c.name = m.name and c.user_id is null and c.voided_at is null
      and not exists (select 1 from registry.contact o where o.user_id = k."userId") returning 1`)
  return joined.length
}
