import { sql } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'
import type { VillageHousehold } from './plan-issue.rules.ts'

/** States of a card that is in force; a household has at most one such card. */
export const LIVE = sql`('issued', 'in_use')`

export type CardRecord = { id: string; household_id: string; division: string; card_no: string; bag_no: number; state: string }

/** Lets one issue of a village follow the other, so that no number is given twice; held to the end of the transaction. */
export async function lockNumbers(tx: Tx, village: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`cards.numbers:${village}`}, 0))`.execute(tx)
}

/** The highest bag number a village ever gave, 0 for none. */
export async function lastBagNo(tx: Tx, village: string): Promise<number> {
  const found = await firstRow(tx, sql<{ last: number | null }>`select max(bag_no) as last from cards.card where division = ${village}`)
  return found?.last ?? 0
}

/** Closes live cards that households brought along when they moved into a village. Answers how many. */
export async function endCardsOfArrivals(tx: Tx, village: string, today: CalendarDate): Promise<number> {
  const ended = await firstRow(tx, sql<{ count: number }>`select cards.end_cards_of_arrivals(${village}, ${today}) as count`)
  return ended?.count ?? 0
}

/** Households of a village in every state, with where they came from. */
export async function listHouseholds(tx: Tx, village: string): Promise<VillageHousehold[]> {
  return rows(tx, sql<VillageHousehold>`select id, status, group_name as "groupName", hh_no as "hhNo", parents
    from registry.pub_household where division = ${village}`)
}

export async function listLiveCards(tx: Tx, village: string): Promise<{ id: string; householdId: string }[]> {
  return rows(tx, sql<{ id: string; householdId: string }>`select id, household_id as "householdId" from cards.card
    where division = ${village} and state in ${LIVE}`)
}

/** A card, locked. */
export async function lockCard(tx: Tx, id: string): Promise<CardRecord | undefined> {
  return firstRow(tx, sql<CardRecord>`select id, household_id, division, card_no, bag_no, state from cards.card where id = ${id} for update`)
}

type Ending = { state: 'replaced' | 'closed'; reason: 'lost' | 'changed' | 'household_ended'; on: CalendarDate }

export async function endCards(tx: Tx, cards: readonly string[], { state, reason, on }: Ending): Promise<void> {
  if (cards.length === 0) return
  await sql`update cards.card set state = ${state}, ended_on = ${on}, ended_reason = ${reason} where id = any (${cards}::uuid[])`.execute(tx)
}

export type NewCard = { id: string; token: string; cardNo: string; bagNo: number; householdId: string; replaces: string | null }

export async function insertCards(
  tx: Tx, cards: readonly NewCard[], { village, on, by }: { village: string; on: CalendarDate; by: string },
): Promise<void> {
  await sql`insert into cards.card (id, token, card_no, bag_no, household_id, replaces, division, state, issued_on, issued_by)
    select x.id, x.token, x."cardNo", x."bagNo", x."householdId", x.replaces, ${village}, 'issued', ${on}, ${by}
    from jsonb_to_recordset(${JSON.stringify(cards)}::jsonb)
      as x(id uuid, token text, "cardNo" text, "bagNo" integer, "householdId" uuid, replaces uuid)`.execute(tx)
}

/** Notes whether cards were in their bags; a card that was seen is in use. Answers which of them are live cards of the village. */
export async function markBags(
  tx: Tx, village: string, marks: readonly { cardId: string; inBag: boolean }[], { at, by }: { at: number; by: string },
): Promise<{ id: string; in_bag: boolean }[]> {
  return rows(tx, sql<{ id: string; in_bag: boolean }>`
    update cards.card c set in_bag = m."inBag", checked_at = ${new Date(at)}, checked_by = ${by},
      state = case when m."inBag" then 'in_use' else c.state end
    from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as m("cardId" uuid, "inBag" boolean)
    where c.id = m."cardId" and c.division = ${village} and c.state in ${LIVE}
    returning c.id, c.in_bag`)
}
