import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString, CommandId } from '../../page.ts'

/** What a form says about a job; codes of packages/codes. */
export const EpisodeForm = z.object({
  startOn: CalendarDateString, endOn: CalendarDateString.nullable().default(null), endReason: z.string().max(2).nullable().default(null),
  employer: z.string().trim().min(1).max(100), uscc: z.string().trim().length(18).nullable().default(null),
  occupation: z.string().max(20).nullable().default(null), industry: z.string().max(4).nullable().default(null),
  /** Division of work: province (6 digits) at least. */
  placeCode: z.string().regex(/^\d{6}(\d{3}){0,2}$/), form: z.string().max(2), channel: z.string().max(2).nullable().default(null),
  gainType: z.enum(['1', '2', '3']).nullable().default(null), organised: z.boolean().default(false),
  contract: z.string().max(2).nullable().default(null), contractFrom: CalendarDateString.nullable().default(null), contractTo: CalendarDateString.nullable().default(null),
  /** Yuan a month. */
  wageMonthly: z.number().min(0).nullable().default(null), insured: z.boolean().nullable().default(null),
})
export type EpisodeForm = z.infer<typeof EpisodeForm>

export const EvidenceForm = z.object({
  kind: z.string().max(20), onDate: CalendarDateString, amount: z.number().min(0).nullable().default(null), note: z.string().max(200).nullable().default(null),
})
export type EvidenceForm = z.infer<typeof EvidenceForm>

const REFUSALS = ['episode_dates_invalid', 'episode_overlap', 'under_age', 'wage_out_of_range', 'division_invalid'] as const

export const addEpisode = endpoint({
  id: 'registry.episode.add', kind: 'command', method: 'POST', path: '/registry/episodes', permission: 'episode.edit', offline: true,
  summary: '登记就业', input: z.object({ commandId: CommandId, personId: z.uuid(), episode: EpisodeForm, evidence: z.array(EvidenceForm).max(10).default([]) }),
  output: z.object({ id: z.uuid(), version: z.number().int(), warnings: z.array(z.string()) }), errors: [...REFUSALS],
})

export const correctEpisode = endpoint({
  id: 'registry.episode.correct', kind: 'command', method: 'PUT', path: '/registry/episodes/{id}', permission: 'episode.edit', offline: true,
  summary: '更正就业记录（每次更正都留一版）',
  input: z.object({ commandId: CommandId, id: z.uuid(), version: z.number().int(), reason: z.string().trim().min(4).max(200), episode: EpisodeForm }),
  output: z.object({ id: z.uuid(), version: z.number().int(), warnings: z.array(z.string()) }), errors: ['stale_version', ...REFUSALS],
})

export const endEpisode = endpoint({
  id: 'registry.episode.end', kind: 'command', method: 'POST', path: '/registry/episodes/{id}/end', permission: 'episode.edit', offline: true,
  summary: '结束就业', input: z.object({ commandId: CommandId, id: z.uuid(), version: z.number().int(), endOn: CalendarDateString, endReason: z.string().max(2) }),
  output: z.object({ id: z.uuid(), version: z.number().int() }), errors: ['stale_version', 'episode_dates_invalid', 'already_done'],
})

export const voidEpisode = endpoint({
  id: 'registry.episode.void', kind: 'command', method: 'POST', path: '/registry/episodes/{id}/void', permission: 'episode.edit',
  summary: '作废误登的就业记录（可恢复）', input: z.object({ commandId: CommandId, id: z.uuid(), version: z.number().int(), voided: z.boolean(), reason: z.string().trim().min(4).max(200) }),
  output: z.object({ id: z.uuid(), version: z.number().int() }), errors: ['stale_version', ...REFUSALS],
})

export const addEvidence = endpoint({
  id: 'registry.evidence.add', kind: 'command', method: 'POST', path: '/registry/episodes/{id}/evidence', permission: 'episode.edit', offline: true,
  summary: '补充就业依据', input: z.object({ commandId: CommandId, id: z.uuid(), evidence: EvidenceForm }),
  output: z.object({ id: z.uuid() }), errors: ['episode_dates_invalid'],
})
