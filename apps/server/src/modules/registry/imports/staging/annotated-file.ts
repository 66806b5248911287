import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { newId } from '@anye/kernel/ids'
import { systemRandomBytes } from '@anye/kernel/random'
import { inScope } from '../../../../platform/db.ts'
import { insertFile, XLSX_TYPE } from '../../../../platform/file.store.ts'
import { EVERYWHERE } from '../../../../platform/scope.ts'
import type { Services } from '../../../../platform/services.ts'
import { annotateWorkbook } from '../../../../platform/sheets/annotate-workbook.ts'
import { REASONS_TITLE } from '../header-columns.rules.ts'
import type { ImportRecord } from './import.store.ts'
import { listRowIssues } from './staging.store.ts'

const LEVELS: Readonly<Record<string, string>> = { rejected: '未导入', queried: '待核实', warned: '提醒' }

/**
 * The user's own workbook with a column of reasons beside its rows, to be mended and uploaded again (S-import). Null
 * when no row has anything to say.
 */
export async function writeAnnotated(services: Services, record: ImportRecord): Promise<string | null> {
  const { database, files, clock } = services
  const issues = await inScope(database.db, EVERYWHERE, (tx) => listRowIssues(tx, record.id))
  if (issues.length === 0) return null
  const byRow = Map.groupBy(issues, (issue) => `${issue.sheet_index}/${issue.row}`)
  const notes = [...byRow.values()].flatMap(([first, ...rest]) => first === undefined ? [] : [{
    sheet: first.sheet_index, row: first.row,
    text: [first, ...rest].map((issue) => `【${LEVELS[issue.level] ?? issue.level}】${issue.message}`).join('\n'),
  }])
  const id = newId(clock.now(), systemRandomBytes)
  const path = files.pathOf(id)
  await mkdir(dirname(path), { recursive: true })
  await annotateWorkbook(files.pathOf(record.file_id), path, notes, REASONS_TITLE)
  const digest = createHash('sha256')
  await pipeline(createReadStream(path), digest)
  const name = `${record.file_name.replace(/\.[^.]+$/, '')}（检查结果）.xlsx`
  const { size } = await stat(path)
  await inScope(database.db, EVERYWHERE, (tx) => insertFile(tx, {
    id, name, mediaType: XLSX_TYPE, bytes: size, sha256: digest.digest(), purpose: 'annotated', ownerId: record.created_by, at: clock.now(),
  }))
  return id
}
