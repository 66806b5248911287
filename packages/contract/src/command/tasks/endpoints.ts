import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString } from '../../page.ts'
import { Task } from './task.ts'

export const getTaskList = endpoint({
  id: 'command.task.list', kind: 'query', method: 'GET', path: '/command/tasks', permission: 'card.read', sensitive: true,
  summary: '前沿指挥所今日任务；往日为当日早晨的清单与当晚结果',
  input: z.object({ village: z.string().regex(/^\d{12}$/).optional(), day: CalendarDateString.optional() }),
  output: z.object({
    day: CalendarDateString, isToday: z.boolean(),
    /** Null where the viewer's area holds several villages and none was chosen. */
    village: z.object({ code: z.string(), name: z.string() }).nullable(),
    /** When the morning's list was taken down; null when there is no record of that day. */
    takenAt: z.iso.datetime().nullable(),
    rows: z.array(Task),
  }),
  errors: [],
})
