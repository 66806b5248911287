import type { Task } from '@anye/contract/command/tasks/task'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { maskFor } from '../../../platform/crypto/mask.rules.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { getPlace } from '../../organization/organization.api.ts'
import { listOfToday, stateOn } from './task.rules.ts'
import { findNames } from './task-names.query.ts'
import { findTaken, listTasksOn } from './task.store.ts'
import { tasksOf, type DerivedTask } from './tasks-of.query.ts'

type Stated = DerivedTask & { state: Task['state']; isNew: boolean }

/** The task list of a village (S17): of today as facts have it now, of a past day as its morning had it and its evening left it. */
export async function listTasks(ctx: Ctx, input: { village?: string | undefined; day?: CalendarDate | undefined }) {
  const place = await getPlace(ctx.tx, input.village, 'unit')
  const day = input.day ?? ctx.today
  const isToday = day === ctx.today
  ctx.audit.about('task_list', day, place.ref.code)
  if (place.ref.level !== 'village') return { day, isToday, village: null, takenAt: null, rows: [] }
  const village = place.ref.code
  const takenAt = await findTaken(ctx.tx, village, day)
  const stated = isToday ? await tasksToday(ctx, village, takenAt !== undefined) : await tasksThen(ctx, village, day)
  return {
    day, isToday, village: { code: village, name: place.ref.name }, takenAt: takenAt?.toISOString() ?? null,
    rows: await named(ctx, stated, day),
  }
}

async function tasksToday(ctx: Ctx, village: string, isTaken: boolean): Promise<Stated[]> {
  const { open, done } = listOfToday(await listTasksOn(ctx.tx, village, ctx.today), await tasksOf(ctx.tx, village, ctx.today), isTaken)
  return [...open.map((task) => ({ ...task, state: 'open' as const })), ...done.map((task) => ({ ...task, state: 'done' as const, isNew: false }))]
}

async function tasksThen(ctx: Ctx, village: string, day: CalendarDate): Promise<Stated[]> {
  return (await listTasksOn(ctx.tx, village, day)).map((task) => ({ ...task, state: stateOn(day, task), isNew: false }))
}

/** With the names the viewer may see, what is due first before others; within a day household by household as one walks. */
async function named(ctx: Ctx, tasks: readonly Stated[], day: CalendarDate): Promise<Task[]> {
  const { households, persons } = await findNames(ctx.tx, tasks)
  const masked = (name: string | null | undefined) => maskFor(ctx.fieldLevel, 'name', name ?? null) ?? '—'
  return tasks.map(({ kind, subject, household, person, due, detail, owner, state, isNew }): Task => ({
    kind, subjectId: subject, householdId: household, headName: masked(households.get(household)?.head),
    groupName: households.get(household)?.group ?? null, personId: person, personName: person === null ? null : masked(persons.get(person)),
    detail, ownerName: owner, dueOn: due, overdue: due !== null && due < day && state === 'open', state, isNew,
  })).sort((x, y) => Number(y.overdue) - Number(x.overdue) || (x.dueOn ?? '').localeCompare(y.dueOn ?? '')
    || (x.groupName ?? '').localeCompare(y.groupName ?? '', 'zh') || x.householdId.localeCompare(y.householdId))
}
