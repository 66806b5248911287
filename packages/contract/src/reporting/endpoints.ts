import { z } from 'zod'
import { endpoint, rawEndpoint } from '../endpoint.ts'
import { CalendarDateString, CommandId, PageRequest, PlaceCode, pageOf } from '../page.ts'
import { ReportContent, ReportNote, ReportSection, ReportSummary } from './report.ts'

export const listReports = endpoint({
  id: 'reporting.report.list', kind: 'query', method: 'GET', path: '/reporting/reports', permission: 'report.read',
  summary: '战报列表', input: PageRequest.extend({ unit: PlaceCode.optional() }), output: pageOf(ReportSummary), errors: [],
})

export const getReport = endpoint({
  id: 'reporting.report.get', kind: 'query', method: 'GET', path: '/reporting/reports/{id}', permission: 'report.read', sensitive: true,
  summary: '一期战报', input: z.object({ id: z.uuid() }),
  output: z.object({
    summary: ReportSummary, content: ReportContent, notes: z.array(ReportNote), digest: z.string().nullable(), digestHolds: z.boolean().nullable(),
    corrections: z.array(z.object({ number: z.number().int(), text: z.string(), signerName: z.string(), signedAt: z.string() })),
  }),
  errors: [],
})

export const compileReport = endpoint({
  id: 'reporting.report.compile', kind: 'command', method: 'POST', path: '/reporting/reports', permission: 'report.compile',
  summary: '由封账数据生成战报（当日封账后）',
  input: z.object({ commandId: CommandId, unit: PlaceCode, day: CalendarDateString }), output: ReportSummary, errors: ['day_not_closed', 'report_signed'],
})

export const annotateReport = endpoint({
  id: 'reporting.report.annotate', kind: 'command', method: 'POST', path: '/reporting/reports/{id}/notes', permission: 'report.annotate',
  summary: '添加批注', input: z.object({ commandId: CommandId, id: z.uuid(), section: ReportSection, text: z.string().trim().min(1).max(1000) }),
  output: z.object({ id: z.uuid() }), errors: ['report_signed'],
})

export const signReport = endpoint({
  id: 'reporting.report.sign', kind: 'command', method: 'POST', path: '/reporting/reports/{id}/sign', permission: 'report.sign',
  summary: '签发（县级由双指挥长任一人签发；签发后不可修改）',
  input: z.object({ commandId: CommandId, id: z.uuid(), version: z.number().int() }), output: ReportSummary,
  errors: ['report_signed', 'stale_version', 'separation_of_duties'],
})

export const correctReport = endpoint({
  id: 'reporting.report.correct', kind: 'command', method: 'POST', path: '/reporting/reports/{id}/corrections', permission: 'report.correct',
  summary: '发布编号更正', input: z.object({ commandId: CommandId, id: z.uuid(), text: z.string().trim().min(4).max(1000) }),
  output: z.object({ number: z.number().int() }), errors: ['wrong_state'],
})

/** Bytes of the report as Word or PDF; query: format=docx|pdf. The annex is printed only for viewers who may see rows. */
export const downloadReport = rawEndpoint({
  id: 'reporting.report.download', kind: 'query', method: 'GET', path: '/reporting/reports/{id}/document', permission: 'report.read',
  offline: false, sensitive: true, summary: '下载战报（Word、PDF）',
})
