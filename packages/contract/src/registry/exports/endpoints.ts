import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CommandId, PageRequest, pageOf } from '../../page.ts'
import { HouseholdFilter } from '../households/endpoints.ts'
import { PersonFilter } from '../persons/endpoints.ts'

/** Exports of more rows wait for approval (DOMAIN section 8). */
export const EXPORT_FREE_ROWS = 200

export const ExportRequest = z.object({
  id: z.uuid(), what: z.enum(['persons', 'households']), rows: z.number().int(), reason: z.string(),
  state: z.enum(['waiting', 'approved', 'refused', 'making', 'ready', 'failed']), fileId: z.uuid().nullable(),
  askedBy: z.string(), askedAt: z.string(), decidedBy: z.string().nullable(), expiresAt: z.string().nullable(), mine: z.boolean(),
})
export type ExportRequest = z.infer<typeof ExportRequest>

export const askExport = endpoint({
  id: 'registry.export.ask', kind: 'command', method: 'POST', path: '/registry/exports', permission: 'person.export',
  summary: '导出 Excel（200 行以内直接生成，超过须批准）',
  input: z.object({
    commandId: CommandId, reason: z.string().trim().min(4).max(200), columns: z.array(z.string().max(40)).max(60).default([]),
    query: z.discriminatedUnion('what', [
      z.object({ what: z.literal('persons'), filter: PersonFilter.omit({ resettled: true, ageFrom: true, ageTo: true }).extend({ resettled: z.boolean().optional(), ageFrom: z.number().int().optional(), ageTo: z.number().int().optional() }) }),
      z.object({ what: z.literal('households'), filter: HouseholdFilter.omit({ resettled: true }).extend({ resettled: z.boolean().optional() }) }),
    ]),
  }),
  output: ExportRequest, errors: ['reason_required'],
})

export const decideExport = endpoint({
  id: 'registry.export.decide', kind: 'command', method: 'POST', path: '/registry/exports/{id}/decide', permission: 'export.approve',
  summary: '审批导出申请', input: z.object({ commandId: CommandId, id: z.uuid(), approve: z.boolean() }),
  output: ExportRequest, errors: ['separation_of_duties', 'already_done'],
})

export const listExports = endpoint({
  id: 'registry.export.list', kind: 'query', method: 'GET', path: '/registry/exports', permission: 'indicator.read',
  summary: '我的导出与待我审批的导出', input: PageRequest, output: pageOf(ExportRequest), errors: [],
})
