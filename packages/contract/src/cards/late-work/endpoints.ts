import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CommandId, pageOf, PageRequest, PlaceCode } from '../../page.ts'
import { PARKED_REASONS } from '../sync/endpoints.ts'

/** Work of a phone that waits for whoever has the household now, with what its author found. */
export const LateWork = z.object({
  id: z.uuid(), endpoint: z.string(), author: z.string(), reason: z.enum(PARKED_REASONS), householdId: z.uuid(), headName: z.string(), personName: z.string().nullable(),
  place: z.string(), deviceAt: z.iso.datetime(), receivedAt: z.iso.datetime(), state: z.enum(['open', 'taken_over', 'discarded']), decisionNote: z.string().nullable(),
  /** Input of the endpoint, as the phone sent it. */
  input: z.record(z.string(), z.unknown()),
})
export type LateWork = z.infer<typeof LateWork>

export const listLateWork = endpoint({
  id: 'cards.late_work.list', kind: 'query', method: 'GET', path: '/cards/late-work', permission: 'card.check', sensitive: true,
  summary: '迟到工作收件箱：原责任人离线期间所做、现归本人处理', input: PageRequest.extend({ place: PlaceCode.optional(), state: z.enum(['open', 'taken_over', 'discarded']).default('open') }),
  output: pageOf(LateWork), errors: [],
})

export const takeOverLateWork = endpoint({
  id: 'cards.late_work.take_over', kind: 'command', method: 'POST', path: '/cards/late-work/{id}/take-over', permission: 'card.check',
  summary: '接手迟到的工作：以本人名义写入，注明原作者', input: z.object({ id: z.uuid(), commandId: CommandId }),
  output: z.object({ state: z.literal('taken_over'), response: z.unknown() }), errors: ['already_done', 'wrong_state'],
})

export const discardLateWork = endpoint({
  id: 'cards.late_work.discard', kind: 'command', method: 'POST', path: '/cards/late-work/{id}/discard', permission: 'card.check',
  summary: '不采用迟到的工作，写明理由；原件保留', input: z.object({ id: z.uuid(), commandId: CommandId, reason: z.string().trim().min(4).max(200) }),
  output: z.object({ state: z.literal('discarded') }), errors: ['already_done', 'reason_required'],
})
