import { addDays, type CalendarDate } from '@anye/kernel/calendar-date'
import { inScope, type Tx } from '../../../platform/db.ts'
import { EVERYWHERE } from '../../../platform/scope.ts'
import type { Services } from '../../../platform/services.ts'
import { turnOfDay } from './task.rules.ts'
import { beginTasks, endTasks, findDayTakenBefore, listOpenTasks, listVillagesToTake, markTaken } from './task.store.ts'
import { tasksOf } from './tasks-of.query.ts'

const VILLAGES_A_TURN = 8

/**
 * One turn of the recorder: takes down the task list of the morning for some villages, and with it what the day before came
 * to. Answers how many villages it did; 0 when none is due.
 */
export async function takeMornings({ clock, database }: Services, most = VILLAGES_A_TURN): Promise<number> {
  const day = clock.today()
  const villages = await inScope(database.db, EVERYWHERE, (tx) => listVillagesToTake(tx, day, most))
  for (const village of villages) await inScope(database.db, EVERYWHERE, (tx) => takeMorning(tx, village, day, clock.now()))
  return villages.length
}

async function takeMorning(tx: Tx, village: string, day: CalendarDate, at: number): Promise<void> {
  const before = await findDayTakenBefore(tx, village, day)
  const morning = await tasksOf(tx, village, day)
  const evening = before === undefined ? [] : await tasksOf(tx, village, before)
  const { done, over, begun } = turnOfDay(await listOpenTasks(tx, village), evening, morning)
  // Days on which nobody took a list down have no record: what ended then ended on the last day that has one.
  const lastDay = before ?? addDays(day, -1)
  await endTasks(tx, done, lastDay, true)
  await endTasks(tx, over, lastDay, false)
  await beginTasks(tx, village, day, begun)
  await markTaken(tx, village, day, at)
}
