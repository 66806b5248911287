import type { Task, TaskKind } from '@anye/contract/command/tasks/task'

type Key = { kind: TaskKind; subject: string }
/** A row of the record that no evening has ended yet. */
export type OpenTask = Key & { id: string }

const keyOf = ({ kind, subject }: Key): string => `${kind} ${subject}`

/**
 * What a morning does to the record of a village. `evening` is what was still to be done by yesterday's measure, `morning`
 * what is to be done today: a task in neither was done, one that only yesterday's measure still has ran out of time.
 */
export function turnOfDay<T extends Key>(
  open: readonly OpenTask[], evening: readonly Key[], morning: readonly T[],
): { done: string[]; over: string[]; begun: T[] } {
  const [left, now, known] = [new Set(evening.map(keyOf)), new Set(morning.map(keyOf)), new Set(open.map(keyOf))]
  const ended = open.filter((task) => !now.has(keyOf(task)))
  return {
    done: ended.filter((task) => !left.has(keyOf(task))).map(({ id }) => id),
    over: ended.filter((task) => left.has(keyOf(task))).map(({ id }) => id),
    begun: morning.filter((task) => !known.has(keyOf(task))),
  }
}

/** State of a recorded task on a past day: done or over on its last day, open on the days before. */
export function stateOn(day: string, task: { to_day: string | null; done: boolean | null }): Task['state'] {
  if (task.to_day !== day) return 'open'
  return task.done === true ? 'done' : 'over'
}

/** Today's list: what is still to be done, what came up since the morning, and what of the morning is done. */
export function listOfToday<M extends Key, T extends Key>(
  morning: readonly M[], now: readonly T[], isTaken: boolean,
): { open: (T & { isNew: boolean })[]; done: M[] } {
  const [began, left] = [new Set(morning.map(keyOf)), new Set(now.map(keyOf))]
  return {
    open: now.map((task) => ({ ...task, isNew: isTaken && !began.has(keyOf(task)) })),
    done: morning.filter((task) => !left.has(keyOf(task))),
  }
}
