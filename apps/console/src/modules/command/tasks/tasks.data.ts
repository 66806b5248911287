import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../../../app/api.ts'
import type { Answers } from '../../../app/api.ts'

export type TaskList = Answers['command']['tasks']['list']
export type TaskRow = TaskList['rows'][number]

/** The task list of a village's day: today as facts have it, else the record. */
export function useTasks(input: { village: string | undefined; day: string | undefined }) {
  return useQuery({ ...api.command.tasks.list.queryOptions({ input }), placeholderData: keepPreviousData })
}
