import { sql, type RawBuilder } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'

// Any constant shared by all processes: one settles, the others find nothing left to do.
const SETTLE_LOCK = 5223_002

export async function holdSettleLock(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${SETTLE_LOCK})`.execute(tx)
}

/** When a village was last computed, milliseconds since 1970 UTC; 0 before the first. */
export async function findLastComputed(tx: Tx): Promise<number> {
  const found = await firstRow(tx, sql<{ at: Date | null }>`select max(computed_at) as at from indicators.pub_village_computed`)
  return found?.at?.getTime() ?? 0
}

type Settling = { today: CalendarDate; at: number }

/**
 * Brings the cases in line with the states: opens one for a household that has none, opens those again whose household lost
 * its work, ends those that ended by themselves. Answers how many changed.
 */
export async function settleCases(tx: Tx, settling: Settling): Promise<number> {
  await followMoves(tx)
  return (await openNew(tx, settling)) + (await openAgain(tx, settling)) + (await lapse(tx, settling))
}

/** A household that lives elsewhere takes its case along. */
async function followMoves(tx: Tx): Promise<void> {
  await sql`with moved as (
      update command.zero_case c set division = h.division from registry.pub_household h
      where h.id = c.household_id and h.division <> c.division returning c.id, c.division)
    update command.zero_case_event e set division = m.division from moved m where e.case_id = m.id`.execute(tx)
}

async function openNew(tx: Tx, { today, at }: Settling): Promise<number> {
  return changed(tx, at, 'opened', sql`
    insert into command.zero_case (id, household_id, division, state, zero_since, opened_on)
    select gen_random_uuid(), s.household_id, s.division, 'open', s.zero_since, ${today}
    from indicators.pub_household_state s
    where s.zero and not exists (select 1 from command.zero_case c where c.household_id = s.household_id)
    on conflict (household_id) do nothing returning id, division`)
}

async function openAgain(tx: Tx, { today, at }: Settling): Promise<number> {
  // The clock follows the states while a case is open; that is no event.
  await sql`update command.zero_case c set zero_since = s.zero_since from indicators.pub_household_state s
    where s.household_id = c.household_id and s.zero and c.state = 'open' and c.zero_since <> s.zero_since`.execute(tx)
  return changed(tx, at, 'reopened', sql`
    update command.zero_case c set state = 'open', zero_since = s.zero_since, opened_on = ${today}, episode_id = null, note = null,
      proposed_by = null, proposed_on = null, approved_by = null, closed_on = null, version = version + 1
    from indicators.pub_household_state s
    where s.household_id = c.household_id and s.zero and c.state <> 'open' returning c.id, c.division`)
}

// A state row is missing once a household was merged or closed; without anybody available it is no case of zero employment.
async function lapse(tx: Tx, { today, at }: Settling): Promise<number> {
  return changed(tx, at, 'lapsed', sql`
    update command.zero_case c set state = 'lapsed', closed_on = ${today}, version = version + 1
    where c.state in ('open', 'proposed') and not exists (
      select 1 from indicators.pub_household_state s where s.household_id = c.household_id and s.available > 0)
    returning c.id, c.division`)
}

/** Runs a change that answers `(id, division)` and writes an event for each of its cases. */
async function changed(tx: Tx, at: number, kind: string, change: RawBuilder<unknown>): Promise<number> {
  const written = await rows(tx, sql`
    with changed as (${change})
    insert into command.zero_case_event (case_id, seq, division, kind, at)
    select c.id, 1 + (select coalesce(max(e.seq), 0) from command.zero_case_event e where e.case_id = c.id), c.division, ${kind}, ${new Date(at)}
    from changed c returning case_id`)
  return written.length
}
