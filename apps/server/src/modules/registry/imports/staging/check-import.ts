import { createHash } from 'node:crypto'
import { newId } from '@anye/kernel/ids'
import { systemRandomBytes } from '@anye/kernel/random'
import { ISSUE_TEXTS, issueSentence, worseLevel, type RowLevel } from '@anye/contract/registry/imports/roster-issue'
import { applyScope, inScope, type Tx } from '../../../../platform/db.ts'
import { covers, EVERYWHERE, scopeOf } from '../../../../platform/scope.ts'
import type { Services } from '../../../../platform/services.ts'
import { readSheets } from '../../../../platform/sheets/read-sheets.ts'
import { SheetError } from '../../../../platform/sheets/sheet-error.ts'
import { loadGazetteer } from '../../../organization/organization.api.ts'
import { pinyinOf } from '../../persons/name-pinyin.ts'
import type { CheckedHousehold } from '../check-household.rules.ts'
import type { CheckedHistory } from '../history.rules.ts'
import { issueOfFinding } from '../issue-of-finding.ts'
import { checkSheets, type RosterEvent } from '../read-roster.ts'
import type { Finding } from '../row-reader.rules.ts'
import type { RosterSheet } from '../sheet-import.ts'
import { writeAnnotated } from './annotated-file.ts'
import { findImport, findRememberedMapping, updateImport, type ImportRecord } from './import.store.ts'
import { clearStaging, insertVillages, listStagedVillages, noteRegisterFindings, raiseLevels, stageBatch, type StagedHistory, type StagedHousehold, type StagedIssue, type StagedPerson } from './staging.store.ts'
import { countChanges, countJobs, matchVillage } from './match-village.store.ts'
import { householdColumns, personColumns, stagedJob, stagedTraining, type Sealer } from './staged-columns.rules.ts'
import { createSamples, lookupOf } from './sheet-columns.ts'

const BATCH_ROWS = 1000

/**
 * Reads and checks the file of an import and stages what may be written, in batches, so that neither the file nor its
 * rows are ever held as a whole. Ends in `checked`, `cancelled`, or `failed` with a sentence for the user.
 */
export async function checkImport(services: Services, importId: string): Promise<void> {
  const { database } = services
  const record = await inScope(database.db, EVERYWHERE, async (tx) => {
    await clearStaging(tx, importId, 'all')
    return findImport(tx, importId)
  })
  if (record === undefined || record.state !== 'checking') return
  try {
    const outcome = await stageWithRemembered(services, record)
    if (outcome === 'cancelled') return await finish(services, importId, { state: 'cancelled' })
    await previewImport(services, importId)
    const annotated = await writeAnnotated(services, record)
    await finish(services, importId, { state: 'checked', annotated_file_id: annotated })
  } catch (error) {
    if (!(error instanceof SheetError)) services.log.error({ err: error, importId }, 'checking an import failed')
    const message = error instanceof SheetError ? error.zh : '检查时出错，已记录。请稍后重新上传；仍不行时把导入编号告诉管理员。'
    await finish(services, importId, { state: 'failed', message })
  }
}

async function finish(services: Services, id: string, changes: Parameters<typeof updateImport>[2]): Promise<void> {
  await inScope(services.database.db, EVERYWHERE, (tx) => updateImport(tx, id, changes))
  await tell(services, id)
}

async function tell(services: Services, id: string): Promise<void> {
  const record = await inScope(services.database.db, EVERYWHERE, (tx) => findImport(tx, id))
  if (record !== undefined) services.live.publish({ type: 'task', taskId: id, ownerId: record.created_by })
}

/**
 * The first sheet's headers name the source; what was confirmed for that source before holds until a person says
 * otherwise. Almost always there is nothing remembered or it is what the headers say, so the file is read once.
 */
async function stageWithRemembered(services: Services, record: ImportRecord): Promise<'staged' | 'cancelled'> {
  if (Object.keys(record.mapping.columns).length > 0) return (await stageFile(services, record)).outcome
  const first = await stageFile(services, record)
  const fingerprint = fingerprintOf(first.sheets)
  if (first.outcome === 'cancelled' || fingerprint === undefined) return first.outcome
  const mapping = await inScope(services.database.db, EVERYWHERE, async (tx) => {
    await updateImport(tx, record.id, { fingerprint })
    return findRememberedMapping(tx, fingerprint, record.probe)
  })
  if (mapping === undefined) return 'staged'
  await inScope(services.database.db, EVERYWHERE, async (tx) => {
    await clearStaging(tx, record.id, 'all')
    await updateImport(tx, record.id, { mapping, remembered: true, done: 0 })
  })
  return (await stageFile(services, { ...record, mapping })).outcome
}

function fingerprintOf(sheets: readonly RosterSheet[]): string | undefined {
  const mapping = sheets.find((sheet) => sheet.mapping !== null)?.mapping
  if (mapping === undefined || mapping === null) return undefined
  return createHash('sha256').update(mapping.columns.map((column) => column.key).join('\n')).digest('hex').slice(0, 32)
}

async function gazetteerLookup(services: Services, on: string) {
  return lookupOf(await inScope(services.database.db, EVERYWHERE, (tx) => loadGazetteer(tx, on)))
}

type Staging = {
  services: Services; record: ImportRecord; sealer: Sealer; sheets: Map<number, RosterSheet>; tallies: ImportRecord['sheets']
  households: StagedHousehold[]; persons: StagedPerson[]; history: StagedHistory[]; issues: StagedIssue[]
  /** Numbers of the households staged so far. */
  numbers: Set<number>
  person: number; issue: number; rows: number; unread: number
  /** Worst level so far of each row, by sheet, for findings that only the end of the file brings. */
  levels: Map<string, RowLevel>
}

async function stageFile(
  services: Services, record: ImportRecord,
): Promise<{ outcome: 'staged' | 'cancelled'; sheets: readonly RosterSheet[] }> {
  const staging: Staging = {
    services, record, sealer: sealerOf(services), sheets: new Map(), tallies: [], households: [], persons: [], history: [], issues: [],
    numbers: new Set(), person: 0, issue: 0, rows: 0, unread: 0, levels: new Map(),
  }
  const lookup = await gazetteerLookup(services, record.on_date)
  const samples = createSamples()
  const source = samples.tap(readSheets(services.files.pathOf(record.file_id)))
  for await (const event of checkSheets(source, { on: record.on_date, synthetic: services.synthetic, lookup, mapping: record.mapping })) {
    take(staging, event)
    if (staging.persons.length + staging.history.length >= BATCH_ROWS || staging.issues.length >= BATCH_ROWS) {
      if (await flush(staging)) return { outcome: 'cancelled', sheets: [] }
    }
    if (event.type === 'end') await takeLate(staging, event.late)
  }
  if (await flush(staging)) return { outcome: 'cancelled', sheets: [] }
  const sheets = [...staging.sheets.values()]
  await inScope(services.database.db, EVERYWHERE, (tx) => updateImport(tx, record.id, {
    columns: samples.columnsOf(sheets), sheets: staging.tallies,
    missing: [...new Set(sheets.flatMap((sheet) => sheet.mapping?.missing ?? []))], counts: countsOf(staging), total: staging.rows,
  }))
  return { outcome: 'staged', sheets }
}

function take(staging: Staging, event: RosterEvent): void {
  if (event.type === 'sheet') {
    staging.sheets.set(event.sheet.index, event.sheet)
    for (const finding of event.sheet.findings) note(staging, finding, event.sheet.index, null)
  } else if (event.type === 'household') {
    takeHousehold(staging, event.household)
  } else if (event.type === 'history') {
    takeHistory(staging, event.history)
  } else if (event.type === 'tally') {
    staging.rows += event.tally.rows
    staging.unread += event.tally.unread
    const sheet = staging.sheets.get(event.tally.sheet)
    staging.tallies.push({ name: sheet?.name ?? '', rows: event.tally.rows, skipped: sheet?.layout === null ? 'no_roster' : null })
  } else {
    for (const finding of event.findings) note(staging, finding, null, null)
  }
}

function takeHousehold(staging: Staging, household: CheckedHousehold): void {
  const { record, sealer } = staging
  const place = household.place
  const isOutside = place !== null && !covers(record.prefixes, place.village)
  const n = household.number
  // Scattered rows and later parts carry the number of the household they belong to.
  if (place !== null && !isOutside && household.level !== 'rejected' && !staging.numbers.has(n)) {
    staging.numbers.add(n)
    staging.households.push({
      n, new_id: id(staging), division: place.village, hh_no: household.draft.hhNo ?? null,
      payload: householdColumns(household.draft, place.group, sealer),
    })
  }
  for (const person of household.persons) {
    const outside: Finding[] = isOutside ? [{ code: 'division_outside', field: 'village', values: {} }] : []
    for (const finding of [...person.findings, ...outside]) note(staging, finding, household.sheet, person.row)
    const level = isOutside ? 'rejected' : person.level
    staging.levels.set(`${household.sheet}/${person.row}`, level)
    if (level === 'rejected' || place === null) continue
    const { draft } = person
    staging.persons.push({
      n: ++staging.person, household_n: n, new_id: id(staging), division: place.village, sheet: household.sheet, row: person.row,
      level, name: draft.name, sex: draft.sex ?? null, birth: draft.birth?.date ?? null,
      id_lookup: draft.idNo === null ? null : sealer.lookup('id_no', draft.idNo),
      payload: personColumns(draft, record.on_date, pinyinOf(draft.name), sealer),
      job: stagedJob(person.work, place.village, record.on_date), training: stagedTraining(draft),
    })
  }
}

function takeHistory(staging: Staging, { sheet, row, idNo, village, work, level, findings }: CheckedHistory): void {
  const isOutside = village !== null && !covers(staging.record.prefixes, village)
  for (const finding of findings) note(staging, finding, sheet, row)
  if (isOutside) note(staging, { code: 'division_outside', field: 'village', values: {} }, sheet, row)
  const settled = isOutside || idNo === null ? 'rejected' : level
  staging.levels.set(`${sheet}/${row}`, settled)
  if (settled === 'rejected' || village === null || idNo === null) return
  const job = stagedJob(work, village, staging.record.on_date)
  if (job === null || !job.working) return
  staging.history.push({ n: ++staging.person, division: village, sheet, row, id_lookup: staging.sealer.lookup('id_no', idNo), job })
}

function id({ services }: Staging): string {
  return newId(services.clock.now(), systemRandomBytes)
}

function note(staging: Staging, finding: Finding, sheet: number | null, row: number | null): void {
  const issue = issueOfFinding(finding, sheet === null ? null : (staging.sheets.get(sheet) ?? null), row)
  staging.issues.push({
    n: ++staging.issue, sheet_index: sheet, sheet: issue.sheet, row, column: issue.column, rule: issue.rule, level: issue.level,
    code: issue.code, field: issue.field, values: issue.values, message: issue.message,
  })
}

async function takeLate(staging: Staging, late: readonly { sheet: number; row: number; finding: Finding }[]): Promise<void> {
  const raised = late.map(({ sheet, row, finding }) => {
    note(staging, finding, sheet, row)
    const key = `${sheet}/${row}`
    const level = worseLevel(staging.levels.get(key) ?? 'accepted', ISSUE_TEXTS[finding.code].level)
    staging.levels.set(key, level)
    return { sheet, row, level }
  })
  await flush(staging)
  await inScope(staging.services.database.db, EVERYWHERE, (tx) => raiseLevels(tx, staging.record.id, raised))
}

/** Writes the batch; true when the user asked to stop. */
async function flush(staging: Staging): Promise<boolean> {
  const { services, record, households, persons, history, issues } = staging
  Object.assign(staging, { households: [], persons: [], history: [], issues: [] })
  return inScope(services.database.db, EVERYWHERE, async (tx) => {
    await stageBatch(tx, record.id, { households, persons, history, issues })
    await updateImport(tx, record.id, { done: staging.levels.size })
    return (await findImport(tx, record.id))?.cancel_asked ?? true
  })
}

function countsOf({ levels, rows, unread }: Staging) {
  const counts = { rows, accepted: 0, warned: 0, queried: 0, rejected: unread }
  for (const level of levels.values()) counts[level]++
  return counts
}

function sealerOf({ cipher }: Services): Sealer {
  const text = (bytes: Buffer) => `\\x${bytes.toString('hex')}`
  return { seal: (field, plain) => text(cipher.seal(field, plain)), lookup: (field, plain) => text(cipher.lookup(field, plain)) }
}

/** Matches every village against the register and keeps what the commit would change. */
export async function previewImport(services: Services, importId: string): Promise<void> {
  await inScope(services.database.db, EVERYWHERE, async (tx: Tx) => {
    await insertVillages(tx, importId)
    const record = await findImport(tx, importId)
    if (record === undefined) return
    await applyScope(tx, scopeOf(record.prefixes))
    for (const division of await listStagedVillages(tx, importId)) await matchVillage(tx, importId, division)
    await noteLate(tx, importId, 'elsewhere', 'person_elsewhere')
    await noteLate(tx, importId, 'unknown', 'history_person_unknown')
    const { households, persons } = await countChanges(tx, importId)
    await updateImport(tx, importId, { difference: { households, persons, episodes: await countJobs(tx, importId) } })
  })
}

/** Adds what only the register shows about rows, and counts those rows as queried. */
async function noteLate(tx: Tx, importId: string, what: 'elsewhere' | 'unknown', code: 'person_elsewhere' | 'history_person_unknown'): Promise<void> {
  const { rule, level } = ISSUE_TEXTS[code]
  await noteRegisterFindings(tx, importId, what, { rule, level, code, message: issueSentence({ code, field: 'idNo', values: {} }) })
}
