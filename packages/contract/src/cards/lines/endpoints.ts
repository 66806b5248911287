import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { PlaceRef } from '../../indicators/endpoints.ts'
import { CalendarDateString, PageRequest, PlaceCode, pageOf } from '../../page.ts'
import { CardMonth } from '../check.ts'
import { LINE_STATES } from '../line-states.ts'
import { CheckEntry, LineRow } from './line.ts'

export const LineFilter = z.object({
  month: CardMonth.optional(), place: PlaceCode.optional(), state: z.enum(LINE_STATES).optional(),
  /** Status code of the check, else of what is known. */
  status: z.string().max(2).optional(), groupName: z.string().max(40).optional(), search: z.string().trim().min(1).max(40).optional(),
  late: z.stringbool().optional(), inDispute: z.stringbool().optional(), noChange: z.stringbool().optional(),
  /** At least so many months running without a change: three call for a sample re-call (V20). */
  unchangedMonths: z.coerce.number().int().min(0).max(60).optional(),
})
export type LineFilter = z.infer<typeof LineFilter>

/** `place` goes by village and household, `checkedAt` by the time of the check, `unchanged` by months without a change. */
export const LINE_SORTS = ['place', 'checkedAt', 'unchanged'] as const
export type LineSort = (typeof LINE_SORTS)[number]

export const listLines = endpoint({
  id: 'cards.line.list', kind: 'query', method: 'GET', path: '/cards/lines', permission: 'card.read', sensitive: true,
  summary: '查询服务卡月核查行', 
  input: PageRequest.extend(LineFilter.shape).extend({
    sort: z.enum(LINE_SORTS).default('place'), direction: z.enum(['ascending', 'descending']).default('ascending'),
  }),
  output: pageOf(LineRow).extend({ month: z.string() }), errors: [],
})

export const getLine = endpoint({
  id: 'cards.line.get', kind: 'query', method: 'GET', path: '/cards/lines/{month}/{personId}', permission: 'card.read', sensitive: true,
  summary: '一行核查的全部核查记录（并排）', input: z.object({ month: CardMonth, personId: z.uuid() }),
  output: z.object({ line: LineRow, checks: z.array(CheckEntry) }), errors: [],
})

/** Counts of the lines of a place for one month; every count is the server's own. */
export const LineCounts = z.object({
  lines: z.number().int(), due: z.number().int(), checked: z.number().int(), returned: z.number().int(), reviewed: z.number().int(),
  closed: z.number().int(), reopened: z.number().int(), late: z.number().int(), inDispute: z.number().int(), unchanged: z.number().int(),
  /** Reviewed by the due day: the numerator of 服务卡按时核查率 over `lines` (DOMAIN section 4). */
  onTime: z.number().int(),
})

export const listMonthProgress = endpoint({
  id: 'cards.month.progress', kind: 'query', method: 'GET', path: '/cards/months/progress', permission: 'card.read',
  summary: '服务卡月进度：本级与下一级', input: z.object({ month: CardMonth.optional(), place: PlaceCode.optional() }),
  output: z.object({
    month: z.string(), months: z.array(z.string()), dueOn: CalendarDateString, place: PlaceRef, path: z.array(PlaceRef), total: LineCounts,
    rows: z.array(LineCounts.extend({
      code: z.string(), name: z.string(), villages: z.number().int(), villageClosed: z.number().int(), townshipClosed: z.number().int(), countyClosed: z.number().int(),
    })),
  }),
  errors: [],
})
