import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CommandId, PageRequest, PlaceCode, pageOf } from '../../page.ts'
import { CardMonth } from '../check.ts'
import { LINE_STATES } from '../line-states.ts'

/** A reason that says something. */
const Reason = z.string().trim().min(4).max(200)
/** Lines by key, each with the version that was looked at. */
const SomeLines = z.array(z.object({ personId: z.uuid(), version: z.number().int() })).min(1).max(50)
const ChangedLines = z.object({ lines: z.array(z.object({ personId: z.uuid(), version: z.number().int() })) })

export const acceptLines = endpoint({
  id: 'cards.line.accept', kind: 'command', method: 'POST', path: '/cards/lines/{month}/accept', permission: 'card.review',
  summary: '逐行审核通过（核查人不得审核本人核查的行）', input: z.object({ commandId: CommandId, month: CardMonth, lines: SomeLines }),
  output: ChangedLines, errors: ['stale_version', 'wrong_state', 'separation_of_duties'],
})

export const returnLines = endpoint({
  id: 'cards.line.return', kind: 'command', method: 'POST', path: '/cards/lines/{month}/return', permission: 'card.review',
  summary: '退回重新核查，写明理由', input: z.object({ commandId: CommandId, month: CardMonth, lines: SomeLines, reason: Reason }),
  output: ChangedLines, errors: ['stale_version', 'wrong_state', 'separation_of_duties'],
})

export const settleLine = endpoint({
  id: 'cards.line.settle', kind: 'command', method: 'POST', path: '/cards/lines/{month}/{personId}/settle', permission: 'card.review',
  summary: '两次核查不一致：审核人认定其中一次，就业变动随之写入',
  input: z.object({ commandId: CommandId, month: CardMonth, personId: z.uuid(), checkId: z.uuid(), version: z.number().int(), note: z.string().trim().max(200).nullable().default(null) }),
  output: z.object({ lineState: z.enum(LINE_STATES), version: z.number().int() }),
  errors: [
    'stale_version', 'wrong_state', 'separation_of_duties', 'card_job_contradicts', 'episode_dates_invalid', 'episode_overlap', 'under_age',
    'wage_out_of_range', 'division_invalid',
  ],
})

/** Which lines a bulk review takes: the list's filter without names, of lines that wait for a review. */
export const ReviewFilter = z.object({
  place: PlaceCode.optional(), status: z.string().max(2).optional(), groupName: z.string().max(40).optional(),
  late: z.boolean().optional(), inDispute: z.boolean().optional(), noChange: z.boolean().optional(),
  unchangedMonths: z.number().int().min(0).max(60).optional(),
})
export type ReviewFilter = z.infer<typeof ReviewFilter>

export const REVIEW_STATES = ['running', 'done', 'cancelled', 'undoing', 'undone'] as const
/** Why a line was left to a person: checked by the reviewer, in dispute, due for a re-call (V20), or touched meanwhile. */
export const SKIP_REASONS = ['own', 'dispute', 'unchanged', 'changed'] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

export const Review = z.object({
  id: z.uuid(), month: z.string(), filter: ReviewFilter, state: z.enum(REVIEW_STATES),
  /** `done` and all of `skipped` add up to `total` once it is done. */
  total: z.number().int(), done: z.number().int(), skipped: z.partialRecord(z.enum(SKIP_REASONS), z.number().int()), undone: z.number().int(),
  startedBy: z.string().nullable(), startedAt: z.iso.datetime(), endedAt: z.iso.datetime().nullable(),
})
export type Review = z.infer<typeof Review>

export const startReview = endpoint({
  id: 'cards.review.start', kind: 'command', method: 'POST', path: '/cards/reviews', permission: 'card.review',
  summary: '按条件批量审核通过：后台分批进行，可取消、可撤回', input: ReviewFilter.extend({ commandId: CommandId, month: CardMonth.optional() }),
  output: z.object({ id: z.uuid(), total: z.number().int() }), errors: ['card_nothing_to_review'],
})

export const getReview = endpoint({
  id: 'cards.review.get', kind: 'query', method: 'GET', path: '/cards/reviews/{id}', permission: 'card.review',
  summary: '一次批量审核的进度与未通过原因', input: z.object({ id: z.uuid() }), output: Review, errors: [],
})

export const listReviews = endpoint({
  id: 'cards.review.list', kind: 'query', method: 'GET', path: '/cards/reviews', permission: 'card.review',
  summary: '批量审核记录', input: PageRequest.extend({ month: CardMonth.optional() }), output: pageOf(Review), errors: [],
})

export const cancelReview = endpoint({
  id: 'cards.review.cancel', kind: 'command', method: 'POST', path: '/cards/reviews/{id}/cancel', permission: 'card.review',
  summary: '停止批量审核；已通过的保留', input: z.object({ commandId: CommandId, id: z.uuid() }), output: Review, errors: ['wrong_state'],
})

export const undoReview = endpoint({
  id: 'cards.review.undo', kind: 'command', method: 'POST', path: '/cards/reviews/{id}/undo', permission: 'card.review',
  summary: '撤回批量审核：此后没有动过、没有封账的行回到待审核', input: z.object({ commandId: CommandId, id: z.uuid() }), output: Review, errors: ['wrong_state'],
})
