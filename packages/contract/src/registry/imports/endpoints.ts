import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString, CommandId, PageRequest, pageOf } from '../../page.ts'
import { RosterIssue, RowLevel } from './roster-issue.ts'
import { MappedColumn, RosterMapping } from './roster-mapping.ts'

/**
 * uploaded → checking → checked (mapping and preview) → committing → committed; failed keeps what villages were written
 * and resumes; cancelled writes nothing more.
 */
export const ImportState = z.enum(['checking', 'checked', 'committing', 'committed', 'failed', 'cancelled'])
export type ImportState = z.infer<typeof ImportState>

export const ImportCounts = z.object({
  rows: z.number().int(), accepted: z.number().int(), warned: z.number().int(), queried: z.number().int(), rejected: z.number().int(),
})
/** What a commit writes (or, before it, would write). */
export const ImportDifference = z.object({
  households: z.object({ new: z.number().int(), changed: z.number().int(), same: z.number().int() }),
  persons: z.object({ new: z.number().int(), changed: z.number().int(), same: z.number().int() }),
  episodes: z.object({ new: z.number().int(), changed: z.number().int(), same: z.number().int() }),
})

export const ImportSummary = z.object({
  id: z.uuid(), fileName: z.string(), kind: z.enum(['roster', 'work_history']), state: ImportState,
  createdAt: z.string(), createdBy: z.string(), counts: ImportCounts.nullable(), difference: ImportDifference.nullable(),
  /** Rows done of the step under way, and how many there are (null until known). */
  done: z.number().int(), total: z.number().int().nullable(),
  villages: z.object({ done: z.number().int(), total: z.number().int() }),
  /** A sentence for the user when the state is failed. */
  message: z.string().nullable(), annotatedFileId: z.uuid().nullable(), committedAt: z.string().nullable(),
  /** The same content was committed before as this import. */
  sameAs: z.uuid().nullable(),
})
export type ImportSummary = z.infer<typeof ImportSummary>

export const startImport = endpoint({
  id: 'registry.import.start', kind: 'command', method: 'POST', path: '/registry/imports', permission: 'roster.import',
  summary: '开始导入：读取并检查已上传的文件',
  input: z.object({ commandId: CommandId, fileId: z.uuid(), on: CalendarDateString.optional() }),
  output: ImportSummary, errors: ['file_unreadable'],
})

export const listImports = endpoint({
  id: 'registry.import.list', kind: 'query', method: 'GET', path: '/registry/imports', permission: 'roster.import',
  summary: '导入记录', input: PageRequest, output: pageOf(ImportSummary), errors: [],
})

export const getImport = endpoint({
  id: 'registry.import.get', kind: 'query', method: 'GET', path: '/registry/imports/{id}', permission: 'roster.import', sensitive: true,
  summary: '一次导入：列对应、预览与差异',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    summary: ImportSummary, mapping: RosterMapping, columns: z.array(MappedColumn.extend({ samples: z.array(z.string()) })),
    /** Required fields without a column. */
    missing: z.array(z.string()), remembered: z.boolean(),
    sheets: z.array(z.object({ name: z.string(), rows: z.number().int(), skipped: z.string().nullable() })),
    byRule: z.array(z.object({ rule: z.string(), level: RowLevel, count: z.number().int(), message: z.string() })),
    /** First changed fields of existing records, before the commit. */
    changes: z.array(z.object({ row: z.number().int(), name: z.string(), field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
    villagesTouched: z.array(z.object({ code: z.string(), name: z.string(), persons: z.number().int(), done: z.boolean() })),
  }),
  errors: [],
})

export const listImportIssues = endpoint({
  id: 'registry.import.issues', kind: 'query', method: 'GET', path: '/registry/imports/{id}/issues', permission: 'roster.import', sensitive: true,
  summary: '逐行问题', input: PageRequest.extend({ id: z.uuid(), level: RowLevel.optional(), rule: z.string().max(12).optional() }),
  output: pageOf(RosterIssue), errors: [],
})

export const mapImport = endpoint({
  id: 'registry.import.map', kind: 'command', method: 'POST', path: '/registry/imports/{id}/mapping', permission: 'roster.import',
  summary: '确认列对应并重新检查（按来源记住）',
  input: z.object({ commandId: CommandId, id: z.uuid(), mapping: RosterMapping }), output: ImportSummary, errors: ['wrong_state', 'mapping_incomplete'],
})

export const commitImport = endpoint({
  id: 'registry.import.commit', kind: 'command', method: 'POST', path: '/registry/imports/{id}/commit', permission: 'roster.import',
  summary: '写入：逐村一个事务，可续传',
  input: z.object({ commandId: CommandId, id: z.uuid() }), output: ImportSummary, errors: ['wrong_state', 'mapping_incomplete', 'import_empty', 'file_uploaded_before'],
})

export const cancelImport = endpoint({
  id: 'registry.import.cancel', kind: 'command', method: 'POST', path: '/registry/imports/{id}/cancel', permission: 'roster.import',
  summary: '停止：已写入的村保留，其余不写', input: z.object({ commandId: CommandId, id: z.uuid() }), output: ImportSummary, errors: ['wrong_state'],
})

export const downloadTemplate = endpoint({
  id: 'registry.import.template', kind: 'command', method: 'POST', path: '/registry/imports/template', permission: 'roster.import',
  summary: '生成标准花名册模板', input: z.object({ commandId: CommandId }), output: z.object({ fileId: z.uuid() }), errors: [],
})
