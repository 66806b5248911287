import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString, CommandId, PageRequest, PlaceCode, pageOf } from '../../page.ts'
import { NeedKindCode, ServiceKindCode } from '../check.ts'
import { NEED_STATES, NeedOwner, NeedRow } from './need.ts'

export const NeedFilter = z.object({
  place: PlaceCode.optional(), state: z.enum(NEED_STATES).optional(), kind: NeedKindCode.optional(),
  /** Past its due day and not served yet. */
  overdue: z.stringbool().optional(),
  ownerId: z.uuid().optional(), ownerName: z.string().trim().min(1).max(40).optional(),
  personId: z.uuid().optional(), householdId: z.uuid().optional(),
})
export type NeedFilter = z.infer<typeof NeedFilter>

/** What every command on a need answers: how it stands now. */
const NeedOutcome = z.object({ id: z.uuid(), state: z.enum(NEED_STATES), version: z.number().int() })
const OnOne = z.object({ commandId: CommandId, id: z.uuid(), version: z.number().int() })
const STATE_ERRORS = ['stale_version', 'wrong_state'] as const

export const listNeeds = endpoint({
  id: 'cards.need.list', kind: 'query', method: 'GET', path: '/cards/needs', permission: 'card.read', sensitive: true,
  summary: '查询需求：先到期的在前', input: PageRequest.extend(NeedFilter.shape), output: pageOf(NeedRow), errors: [],
})

export const NeedCounts = z.object({
  open: z.number().int(), overdue: z.number().int(), served: z.number().int(), closed: z.number().int(),
})

export const listNeedProgress = endpoint({
  id: 'cards.need.progress', kind: 'query', method: 'GET', path: '/cards/needs/progress', permission: 'card.read',
  summary: '需求办理进度：本级与下一级', input: z.object({ place: PlaceCode.optional() }),
  output: z.object({
    place: z.object({ code: z.string(), name: z.string() }), total: NeedCounts,
    rows: z.array(NeedCounts.extend({ code: z.string(), name: z.string() })),
  }),
  errors: [],
})

export const listNeedOwners = endpoint({
  id: 'cards.need.owners', kind: 'query', method: 'GET', path: '/cards/needs/owners', permission: 'card.read',
  summary: '可以接办一个村的需求的人', input: z.object({ village: z.string().regex(/^\d{12}$/) }),
  output: z.object({ rows: z.array(z.object({ userId: z.uuid(), name: z.string() })) }), errors: [],
})

export const openNeed = endpoint({
  id: 'cards.need.open', kind: 'command', method: 'POST', path: '/cards/needs', permission: 'need.serve',
  summary: '登记需求（不经月核查）',
  input: z.object({
    commandId: CommandId, personId: z.uuid(), kind: NeedKindCode, note: z.string().trim().max(200).nullable().default(null),
    /** The days of its kind when it is not told. */
    dueOn: CalendarDateString.optional(), owner: NeedOwner.optional(),
  }),
  output: NeedOutcome, errors: ['need_date_invalid', 'owner_not_in_charge'],
})

export const handOverNeed = endpoint({
  id: 'cards.need.hand_over', kind: 'command', method: 'POST', path: '/cards/needs/{id}/owner', permission: 'need.serve',
  summary: '把需求转给另一名责任人', input: OnOne.extend({ owner: NeedOwner }), output: NeedOutcome,
  errors: [...STATE_ERRORS, 'owner_not_in_charge'],
})

export const serveNeed = endpoint({
  id: 'cards.need.serve', kind: 'command', method: 'POST', path: '/cards/needs/{id}/service', permission: 'need.serve',
  summary: '登记对需求的服务',
  input: OnOne.extend({ service: ServiceKindCode, note: z.string().trim().max(200).nullable().default(null), servedOn: CalendarDateString }),
  output: NeedOutcome, errors: [...STATE_ERRORS, 'need_date_invalid'],
})

export const closeNeed = endpoint({
  id: 'cards.need.close', kind: 'command', method: 'POST', path: '/cards/needs/{id}/closure', permission: 'need.close',
  summary: '村级办结需求（服务人不得自己办结）', input: OnOne.extend({ note: z.string().trim().max(200).nullable().default(null) }),
  output: NeedOutcome, errors: [...STATE_ERRORS, 'separation_of_duties'],
})

export const reopenNeed = endpoint({
  id: 'cards.need.reopen', kind: 'command', method: 'POST', path: '/cards/needs/{id}/reopening', permission: 'need.close',
  summary: '退回重办：重新打开已服务或已办结的需求', input: OnOne.extend({ reason: z.string().trim().min(4).max(200) }),
  output: NeedOutcome, errors: [...STATE_ERRORS],
})
