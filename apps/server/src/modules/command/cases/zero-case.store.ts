import { sql } from 'kysely'
import type { ZERO_CASE_STATES, ZeroCaseEvent } from '@anye/contract/command/cases/zero-case'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { z } from 'zod'
import { firstRow, type Tx } from '../../../platform/db.ts'

/** A case as commands look at it. */
export type CaseRecord = {
  id: string; household_id: string; division: string; state: (typeof ZERO_CASE_STATES)[number]; version: number
  owner_name: string | null; proposed_by: string | null; episode_id: string | null
}

export async function lockCase(tx: Tx, householdId: string): Promise<CaseRecord | undefined> {
  return firstRow(tx, sql<CaseRecord>`
    select id, household_id, division, state, version, owner_name, proposed_by, episode_id
    from command.zero_case where household_id = ${householdId} for update`)
}

export async function assignCase(tx: Tx, id: string, owner: { id: string | null; name: string }): Promise<void> {
  await sql`update command.zero_case set owner_id = ${owner.id}, owner_name = ${owner.name}, version = version + 1 where id = ${id}`.execute(tx)
}

export async function proposeCase(
  tx: Tx, { id, episodeId, note, by, on }: { id: string; episodeId: string; note: string | null; by: string; on: CalendarDate },
): Promise<void> {
  await sql`update command.zero_case set state = 'proposed', episode_id = ${episodeId}, note = ${note}, proposed_by = ${by}, proposed_on = ${on},
    version = version + 1 where id = ${id}`.execute(tx)
}

export async function closeCase(tx: Tx, { id, by, on }: { id: string; by: string; on: CalendarDate }): Promise<void> {
  await sql`update command.zero_case set state = 'closed', approved_by = ${by}, closed_on = ${on}, version = version + 1 where id = ${id}`.execute(tx)
}

/** Back to open; what was proposed stays in the history. */
export async function returnCase(tx: Tx, id: string): Promise<void> {
  await sql`update command.zero_case set state = 'open', episode_id = null, note = null, proposed_by = null, proposed_on = null,
    version = version + 1 where id = ${id}`.execute(tx)
}

type NewEvent = {
  kind: z.infer<typeof ZeroCaseEvent>['kind']; at: number; by: string
  ownerName?: string; episodeId?: string | null; note?: string | null
}

export async function appendEvent(tx: Tx, { id, division }: CaseRecord, event: NewEvent): Promise<void> {
  await sql`insert into command.zero_case_event (case_id, seq, division, kind, at, by_id, owner_name, episode_id, note)
    select ${id}, coalesce(max(seq), 0) + 1, ${division}, ${event.kind}, ${new Date(event.at)}, ${event.by}, ${event.ownerName ?? null},
      ${event.episodeId ?? null}, ${event.note ?? null} from command.zero_case_event where case_id = ${id}`.execute(tx)
}
