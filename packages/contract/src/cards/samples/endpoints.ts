import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CommandId, PageRequest, PlaceCode, pageOf } from '../../page.ts'
import { CardMonth, CardStatusCode } from '../check.ts'

/** `unchanged`: confirmed without a change for three months running (V20). */
export const SAMPLE_OF = ['all', 'unchanged'] as const
export const RECALL_OUTCOMES = ['agrees', 'differs', 'unreached'] as const

export const Sample = z.object({
  id: z.uuid(), month: z.string(), place: z.object({ code: z.string(), name: z.string() }), of: z.enum(SAMPLE_OF), seed: z.string(),
  size: z.number().int(), population: z.number().int(), digest: z.string(), drawnBy: z.string().nullable(), drawnAt: z.iso.datetime(),
  agrees: z.number().int(), differs: z.number().int(), unreached: z.number().int(),
  /** Agreement among those reached, shares 0–1, with the bounds of a 95 % interval; null before the first. */
  agreement: z.object({ rate: z.number(), low: z.number(), high: z.number() }).nullable(),
})
export type Sample = z.infer<typeof Sample>

export const drawSample = endpoint({
  id: 'cards.sample.draw', kind: 'command', method: 'POST', path: '/cards/samples', permission: 'card.recall',
  summary: '抽样回访：按种子分村抽取，同一种子、同一总体抽出同一样本',
  input: z.object({
    commandId: CommandId, month: CardMonth, place: PlaceCode, size: z.number().int().min(1).max(2000),
    seed: z.string().trim().min(1).max(40), of: z.enum(SAMPLE_OF).default('all'),
  }),
  output: Sample, errors: ['card_nothing_to_sample'],
})

export const listSamples = endpoint({
  id: 'cards.sample.list', kind: 'query', method: 'GET', path: '/cards/samples', permission: 'card.recall',
  summary: '抽样回访记录与一致率', input: PageRequest.extend({ month: CardMonth.optional() }), output: pageOf(Sample), errors: [],
})

export const SampleMember = z.object({
  n: z.number().int(), personId: z.uuid(), householdId: z.uuid(), name: z.string(), place: z.string(), groupName: z.string().nullable(),
  phone: z.string().nullable(), stated: z.string(), checkedBy: z.string().nullable(),
  found: z.string().nullable(), outcome: z.enum(RECALL_OUTCOMES).nullable(), method: z.enum(['phone', 'visit']).nullable(), note: z.string().nullable(),
  recalledBy: z.string().nullable(), recalledAt: z.iso.datetime().nullable(),
})
export type SampleMember = z.infer<typeof SampleMember>

export const getSample = endpoint({
  id: 'cards.sample.get', kind: 'query', method: 'GET', path: '/cards/samples/{id}', permission: 'card.recall', sensitive: true,
  summary: '一次抽样的名单与回访结果', input: PageRequest.extend({ id: z.uuid() }),
  output: pageOf(SampleMember).extend({ sample: Sample }), errors: [],
})

export const recordRecall = endpoint({
  id: 'cards.recall.record', kind: 'command', method: 'POST', path: '/cards/samples/{sampleId}/recalls', permission: 'card.recall',
  summary: '记录一次回访：既非核查人也非审核人；不一致的退回重查',
  input: z.object({
    commandId: CommandId, sampleId: z.uuid(), personId: z.uuid(), method: z.enum(['phone', 'visit']),
    /** `90` when nobody was reached. */
    found: CardStatusCode, note: z.string().trim().max(200).nullable().default(null),
  }),
  output: z.object({ outcome: z.enum(RECALL_OUTCOMES), returned: z.boolean() }), errors: ['separation_of_duties', 'already_done'],
})
