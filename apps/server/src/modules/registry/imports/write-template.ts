import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ROSTER_FIELDS } from '@anye/contract/registry/imports/roster-fields'
import { insertFile, XLSX_TYPE } from '../../../platform/file.store.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { writeWorkbook } from '../../../platform/sheets/write-workbook.ts'

const ID_COLUMNS = new Set(['hhNo', 'personNo', 'idNo', 'bankNo', 'uscc', 'phone', 'hhPhone'])

/** An empty roster with the standard titles, number columns formatted as text so that no digit is lost. */
export async function writeTemplate(ctx: Ctx) {
  const fileId = ctx.newId()
  const path = ctx.services.files.pathOf(fileId)
  await mkdir(dirname(path), { recursive: true })
  await writeWorkbook([{
    name: '就业花名册', title: '____县（市、区）____乡（镇、街道）就业花名册',
    columns: ROSTER_FIELDS.map((field) => ({ title: field.zh, kind: ID_COLUMNS.has(field.key) ? 'id' as const : 'text' as const })),
    rows: [],
  }], path)
  const digest = createHash('sha256')
  await pipeline(createReadStream(path), digest)
  await insertFile(ctx.tx, {
    id: fileId, name: '就业花名册模板.xlsx', mediaType: XLSX_TYPE, bytes: (await stat(path)).size, sha256: digest.digest(),
    purpose: 'template', ownerId: ctx.actor.userId, at: ctx.now,
  })
  ctx.audit.about('file', fileId)
  return { fileId }
}
