import { sql } from 'kysely'
import type { VerifiedJob } from '@anye/contract/command/cases/zero-case'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { rows, type Tx } from '../../../platform/db.ts'

/**
 * The jobs of a household on which a close-out may rest (V26): the indicators count the labourer as employed by it, so fresh
 * evidence carries it, and the register still has it open today.
 */
export async function listVerifiedJobs(tx: Tx, householdId: string, today: CalendarDate): Promise<VerifiedJob[]> {
  return rows(tx, sql<VerifiedJob>`
    select e.id as "episodeId", q.id as "personId", q.name as "personName", e.employer_raw as employer, e.place_raw as place,
      e.start_on as "startOn", (select max(x.on_date) from registry.pub_evidence x where x.episode_id = e.id) as "evidenceOn"
    from indicators.pub_person_state s
    join registry.pub_episode e on e.id = s.episode_id
    join registry.pub_person q on q.id = s.person_id
    where s.household_id = ${householdId} and s.employed and not e.voided and (e.end_on is null or e.end_on > ${today}) and q.status = 'active'
    order by e.start_on desc, e.id`)
}
