import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { PlaceRef } from '../../indicators/endpoints.ts'
import { CommandId, PlaceCode } from '../../page.ts'
import { CardMonth } from '../check.ts'

export const CLOSING_LEVELS = ['village', 'township', 'unit'] as const
export type ClosingLevel = (typeof CLOSING_LEVELS)[number]

/** What keeps a month open: lines by what they wait for, or places below that are not closed. */
export const BLOCKERS = ['due', 'returned', 'reopened', 'checked', 'dispute', 'villages', 'townships'] as const
export const Blocker = z.object({ kind: z.enum(BLOCKERS), count: z.number().int() })

export const ClosingAct = z.object({
  id: z.uuid(), level: z.enum(CLOSING_LEVELS), act: z.enum(['close', 'reopen']), place: z.string(), villages: z.number().int(),
  lines: z.number().int(), exceptions: z.number().int(), reason: z.string().nullable(), by: z.string().nullable(), at: z.iso.datetime(),
})

export const getClosing = endpoint({
  id: 'cards.month.closing', kind: 'query', method: 'GET', path: '/cards/months/{month}/closing', permission: 'card.read',
  summary: '一个地方本月能否封账：还差什么、已到哪一级、历次封账与重开', input: z.object({ month: CardMonth, place: PlaceCode.optional() }),
  output: z.object({
    month: z.string(), place: PlaceRef,
    closed: z.boolean(), reviewed: z.number().int(), blockers: z.array(Blocker),
    /** Places just below that are not closed, in their order. */
    open: z.array(z.object({ code: z.string(), name: z.string() })), history: z.array(ClosingAct),
  }),
  errors: [],
})

export const closeMonth = endpoint({
  id: 'cards.month.close', kind: 'command', method: 'POST', path: '/cards/months/{month}/close', permission: 'card.close',
  summary: '逐级封账：村、乡镇、县；封账后本月锁定',
  input: z.object({
    commandId: CommandId, month: CardMonth, place: PlaceCode,
    /** People whom nobody could check, each with the reason; villages only. */
    exceptions: z.array(z.object({ personId: z.uuid(), reason: z.string().trim().min(4).max(200) })).max(500).default([]),
  }),
  output: z.object({ actId: z.uuid(), level: z.enum(CLOSING_LEVELS), villages: z.number().int(), lines: z.number().int(), exceptions: z.number().int() }),
  errors: ['card_month_blocked', 'already_done'],
})

export const reopenMonth = endpoint({
  id: 'cards.month.reopen', kind: 'command', method: 'POST', path: '/cards/months/{month}/reopen', permission: 'card.reopen',
  summary: '重开已封账的月份，写明理由；本级和上级的封账随之解除',
  input: z.object({
    commandId: CommandId, month: CardMonth, place: PlaceCode, reason: z.string().trim().min(4).max(200),
    /** Of a village: only these lines are checked anew; none named, all are. */
    personIds: z.array(z.uuid()).max(200).default([]),
  }),
  output: z.object({ actId: z.uuid(), level: z.enum(CLOSING_LEVELS), villages: z.number().int(), lines: z.number().int() }),
  errors: ['wrong_state'],
})
