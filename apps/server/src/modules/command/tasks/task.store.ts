import { sql } from 'kysely'
import type { TaskKind } from '@anye/contract/command/tasks/task'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'
import type { OpenTask } from './task.rules.ts'
import type { DerivedTask } from './tasks-of.query.ts'

/** Villages whose list of the day was not taken down yet, though the indicators have computed them for it. */
export async function listVillagesToTake(tx: Tx, day: CalendarDate, most: number): Promise<string[]> {
  const due = await rows(tx, sql<{ division: string }>`
    select c.division from indicators.pub_village_computed c join organization.pub_village v on v.code = c.division
    where c.as_of = ${day} and not exists (select 1 from command.task_day t where t.day = ${day} and t.division = c.division)
    order by c.division limit ${most}`)
  return due.map(({ division }) => division)
}

/** The last day before this one whose morning was taken down. */
export async function findDayTakenBefore(tx: Tx, village: string, day: CalendarDate): Promise<CalendarDate | undefined> {
  const found = await firstRow(tx, sql<{ day: CalendarDate | null }>`
    select max(day) as day from command.task_day where division = ${village} and day < ${day}`)
  return found?.day ?? undefined
}

export async function listOpenTasks(tx: Tx, village: string): Promise<OpenTask[]> {
  return rows(tx, sql<OpenTask>`select id, kind, subject_id as subject from command.task where division = ${village} and to_day is null`)
}

export async function endTasks(tx: Tx, ids: readonly string[], lastDay: CalendarDate, done: boolean): Promise<void> {
  if (ids.length === 0) return
  await sql`update command.task set to_day = greatest(from_day, ${lastDay}::date), done = ${done} where id = any (${ids}::uuid[])`.execute(tx)
}

export async function beginTasks(tx: Tx, village: string, day: CalendarDate, tasks: readonly DerivedTask[]): Promise<void> {
  await sql`insert into command.task (id, division, kind, subject_id, household_id, person_id, due_on, detail, owner_name, from_day)
    select gen_random_uuid(), ${village}, t.kind, t.subject, t.household, t.person, t.due, t.detail, t.owner, ${day}
    from jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb)
      t(kind text, subject uuid, household uuid, person uuid, due date, detail jsonb, owner text)`.execute(tx)
}

export async function markTaken(tx: Tx, village: string, day: CalendarDate, at: number): Promise<void> {
  await sql`insert into command.task_day (day, division, taken_at) values (${day}, ${village}, ${new Date(at)})`.execute(tx)
}

export async function findTaken(tx: Tx, village: string, day: CalendarDate): Promise<Date | undefined> {
  return (await firstRow(tx, sql<{ taken_at: Date }>`select taken_at from command.task_day where division = ${village} and day = ${day}`))?.taken_at
}

/** A recorded task, in the shape of a derived one, with its end. */
export type RecordedTask = DerivedTask & { kind: TaskKind; to_day: CalendarDate | null; done: boolean | null }

/** What stood in the morning's list of a day. */
export async function listTasksOn(tx: Tx, village: string, day: CalendarDate): Promise<RecordedTask[]> {
  return rows(tx, sql<RecordedTask>`
    select kind, subject_id as subject, household_id as household, person_id as person, due_on as due, detail, owner_name as owner, to_day, done
    from command.task where division = ${village} and from_day <= ${day} and (to_day is null or to_day >= ${day})`)
}
