import { z } from 'zod'
import { NeedOwner } from '../../cards/needs/need.ts'
import { endpoint } from '../../endpoint.ts'
import { CommandId, PageRequest, PlaceCode, pageOf } from '../../page.ts'
import { VerifiedJob, ZERO_CASE_STATES, ZeroCaseEvent, ZeroCaseRow } from './zero-case.ts'

/** What a list of cases shows: those without work, those with work and not proposed, those that wait for the township, those done. */
export const ZeroCaseStage = z.enum(['open', 'placed', 'proposed', 'closed'])

const OnOne = z.object({ commandId: CommandId, householdId: z.uuid(), version: z.number().int() })
const Outcome = z.object({ householdId: z.uuid(), state: z.enum(ZERO_CASE_STATES), version: z.number().int() })
const STATE_ERRORS = ['stale_version', 'wrong_state'] as const

export const listZeroCases = endpoint({
  id: 'command.case.list', kind: 'query', method: 'GET', path: '/command/zero-cases', permission: 'indicator.list', sensitive: true,
  summary: '零就业家庭销号清单', input: PageRequest.extend({ place: PlaceCode.optional(), stage: ZeroCaseStage.default('placed') }),
  output: pageOf(ZeroCaseRow).extend({ counts: z.record(ZeroCaseStage, z.number().int()) }), errors: [],
})

export const getZeroCase = endpoint({
  id: 'command.case.get', kind: 'query', method: 'GET', path: '/command/zero-cases/{householdId}', permission: 'indicator.list', sensitive: true,
  summary: '一户的零就业销号情况与历次经过', input: z.object({ householdId: z.uuid() }),
  output: z.object({ case: ZeroCaseRow.nullable(), jobs: z.array(VerifiedJob), events: z.array(ZeroCaseEvent) }), errors: [],
})

export const assignZeroCase = endpoint({
  id: 'command.case.assign', kind: 'command', method: 'POST', path: '/command/zero-cases/{householdId}/owner', permission: 'zero.assign',
  summary: '指定零就业家庭责任人', input: OnOne.extend({ owner: NeedOwner }), output: Outcome, errors: [...STATE_ERRORS, 'owner_not_in_charge'],
})

export const proposeZeroClosing = endpoint({
  id: 'command.case.propose', kind: 'command', method: 'POST', path: '/command/zero-cases/{householdId}/proposal', permission: 'zero.propose',
  summary: '村级提出销号（附就业记录）',
  input: OnOne.extend({ episodeId: z.uuid(), note: z.string().trim().max(200).nullable().default(null) }), output: Outcome,
  errors: [...STATE_ERRORS, 'zero_case_unverified'],
})

export const approveZeroClosing = endpoint({
  id: 'command.case.approve', kind: 'command', method: 'POST', path: '/command/zero-cases/{householdId}/approval', permission: 'zero.approve',
  summary: '乡镇批准销号（提出人不得批准）', input: OnOne, output: Outcome,
  errors: [...STATE_ERRORS, 'zero_case_unverified', 'separation_of_duties'],
})

export const declineZeroClosing = endpoint({
  id: 'command.case.decline', kind: 'command', method: 'POST', path: '/command/zero-cases/{householdId}/refusal', permission: 'zero.approve',
  summary: '乡镇退回销号', input: OnOne.extend({ reason: z.string().trim().min(4).max(200) }), output: Outcome, errors: [...STATE_ERRORS],
})
