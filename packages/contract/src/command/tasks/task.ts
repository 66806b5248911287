import { z } from 'zod'
import { CalendarDateString } from '../../page.ts'

/** What a village has to do (S17); every kind follows from facts and ends by facts, nothing is ticked. */
export const TASK_KINDS = ['zero', 'zero_close', 'check', 'need', 'need_close', 'evidence', 'exemption', 'contract'] as const
export type TaskKind = (typeof TASK_KINDS)[number]

/** Days ahead of which the task list speaks. */
export const DAYS_AHEAD = { need: 7, evidence: 7, exemption: 14, contract: 14 } as const

/** What the reason in words is made of; which are set depends on the kind. */
export const TaskDetail = z.object({
  /** Labourers of the household still to be checked, and how many of them were returned by the review. */
  lines: z.number().int().optional(), returned: z.number().int().optional(),
  /** Why the review returned a line, what a need asks for. */
  note: z.string().nullable().optional(),
  /** Code of a need, a service or the ground of an exemption. */
  code: z.string().nullable().optional(),
  employer: z.string().nullable().optional(),
  /** Since when nobody works, or the day of the latest evidence. */
  since: CalendarDateString.nullable().optional(),
})
export type TaskDetail = z.infer<typeof TaskDetail>

export const Task = z.object({
  kind: z.enum(TASK_KINDS), subjectId: z.uuid(), householdId: z.uuid(), headName: z.string(), groupName: z.string().nullable(),
  personId: z.uuid().nullable(), personName: z.string().nullable(), detail: TaskDetail, ownerName: z.string().nullable(),
  dueOn: CalendarDateString.nullable(), overdue: z.boolean(),
  /** open: to be done; done: the facts say so; over: its time passed and nothing was done. */
  state: z.enum(['open', 'done', 'over']),
  /** Came up during the day, after the morning's list. */
  isNew: z.boolean(),
})
export type Task = z.infer<typeof Task>
