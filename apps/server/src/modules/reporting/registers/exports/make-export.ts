import { PassThrough } from 'node:stream'
import { newId } from '@anye/kernel/ids'
import { systemRandomBytes } from '@anye/kernel/random'
import { recordAudit } from '../../../../platform/audit/record-audit.ts'
import { inScope } from '../../../../platform/db.ts'
import { removeExpiredExports } from '../../../../platform/expired-files.ts'
import { insertFile, XLSX_TYPE } from '../../../../platform/file.store.ts'
import type { StoredFile } from '../../../../platform/files.ts'
import { EVERYWHERE, scopeOf } from '../../../../platform/scope.ts'
import type { Services } from '../../../../platform/services.ts'
import { writeWorkbook } from '../../../../platform/sheets/write-workbook.ts'
import type { Cell } from '../../../../platform/sheets/types.ts'
import { findExport, listUnfinishedExports, updateExport, type ExportRecord } from './export-request.store.ts'
import { openExport } from './export-rows.query.ts'

const DAYS_KEPT = 7
const DAY_MS = 86_400_000
const NAMES: Record<ExportRecord['what'], string> = { persons: '人员名单', households: '户名单' }

// One file at a time per process: what waits costs nothing, two writers at once would slow every page.
let last: Promise<void> = Promise.resolve()

/** Puts the making of a file behind those under way. */
export function enqueueExport(services: Services, id: string): void {
  last = last
    .then(() => makeExport(services, id))
    .catch((error: unknown) => services.log.error({ err: error, exportId: id }, 'an export could not be made'))
}

/** After a restart: files that were being made are made again, and those past their week are removed. */
export async function resumeExports(services: Services): Promise<void> {
  await removeExpiredExports(services)
  const unfinished = await inScope(services.database.db, EVERYWHERE, (tx) => listUnfinishedExports(tx))
  for (const id of unfinished) enqueueExport(services, id)
}

/** Writes the file of a request in the scope and at the field level of its asker, and hands it to the asker. */
export async function makeExport(services: Services, id: string): Promise<void> {
  const { database, clock, files, live } = services
  const request = await inScope(database.db, EVERYWHERE, (tx) => findExport(tx, id))
  if (request?.state !== 'making') return
  const fileId = newId(clock.now(), systemRandomBytes)
  try {
    const stored = await writeFile(services, request, fileId)
    await inScope(database.db, EVERYWHERE, async (tx) => {
      const expiresAt = new Date(clock.now() + DAYS_KEPT * DAY_MS)
      await insertFile(tx, {
        id: fileId, name: `${NAMES[request.what]}-${clock.today()}.xlsx`, mediaType: XLSX_TYPE, bytes: stored.bytes, sha256: stored.sha256,
        purpose: 'export', ownerId: request.asked_by, at: clock.now(), expiresAt: expiresAt.getTime(),
      })
      await updateExport(tx, id, { state: 'ready', file_id: fileId, expires_at: expiresAt, rows: stored.rows })
      await recordAudit(tx, {
        at: clock.now(), actorId: request.asked_by, actorName: request.asked_by_name, action: 'registry.export.make', outcome: 'ok',
        objectType: 'export', objectId: id, after: { what: request.what, rows: stored.rows, fileId }, reason: request.reason,
      })
    })
  } catch (error) {
    await files.remove(fileId)
    await inScope(database.db, EVERYWHERE, (tx) => updateExport(tx, id, { state: 'failed' }))
    throw error
  } finally {
    live.publish({ type: 'task', taskId: id, ownerId: request.asked_by })
  }
  await removeExpiredExports(services)
}

/** Rows stream from the database through the sheet into the file: memory does not grow with their number. */
async function writeFile(services: Services, request: ExportRecord, fileId: string): Promise<StoredFile & { rows: number }> {
  const { database, clock, files } = services
  let rows = 0
  const stored = await inScope(database.db, scopeOf(request.scope), async (tx) => {
    const reader = { tx, services, fieldLevel: request.field_level, today: clock.today() }
    // What was approved is the most that leaves, whatever came to the register meanwhile.
    const table = await openExport(reader, request, request.columns, request.rows)
    if (table === undefined) throw new Error(`Export ${request.id} names a column that is no more`)
    const counted = async function* (): AsyncGenerator<readonly Cell[]> {
      for await (const row of table.rows) {
        rows += 1
        yield row
      }
      yield [footerOf(rows)]
    }
    const sheet = {
      name: NAMES[request.what], title: titleOf(services, request), watermark: watermarkOf(services, request),
      columns: table.columns, rows: counted(),
    }
    const bytes = new PassThrough()
    const [saved] = await Promise.all([files.save(fileId, bytes, Number.POSITIVE_INFINITY), writeWorkbook([sheet], bytes)])
    return saved
  }, { readOnly: true })
  return { ...stored, rows }
}

function titleOf({ synthetic }: Services, request: ExportRecord): string {
  return `${NAMES[request.what]}${synthetic ? '（合成数据）' : ''}`
}

/** Who, when and what for, on the sheet and in the header of every printed page. */
function watermarkOf({ clock }: Services, request: ExportRecord): string {
  const time = new Date(clock.now() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
  return `导出人：${request.asked_by_name}（${request.asked_by_login}）　时间：${time}　用途：${request.reason}`
}

function footerOf(rows: number): string {
  return `共 ${rows} 行。内含个人信息，仅限所填用途，用毕删除，不得转发。`
}
