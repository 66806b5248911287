import { newId } from '@anye/kernel/ids'
import { systemRandomBytes } from '@anye/kernel/random'
import { ISSUE_TEXTS, worseLevel } from '@anye/contract/registry/imports/roster-issue'
import { inScope } from '../../../../platform/db.ts'
import { covers, EVERYWHERE } from '../../../../platform/scope.ts'
import type { Services } from '../../../../platform/services.ts'
import { readSheets } from '../../../../platform/sheets/read-sheets.ts'
import { loadGazetteer } from '../../../organization/organization.api.ts'
import { pinyinOf } from '../../persons/name-pinyin.ts'
import type { CheckedHousehold } from '../check-household.rules.ts'
import { isHistorySheet, type CheckedHistory } from '../history.rules.ts'
import { issueOfFinding } from '../issue-of-finding.ts'
import { checkSheets, type RosterEvent } from '../read-roster.ts'
import type { Finding } from '../row-reader.rules.ts'
import type { RosterSheet } from '../sheet-import.ts'
import { findImport, updateImport, type ImportRecord } from './import.store.ts'
import { createRowLevels } from './row-levels.ts'
import { createSamples, lookupOf } from './sheet-columns.ts'
import { householdColumns, personColumns, registerDivisionOfHead, stagedJob, stagedTraining, stagedWork, type Sealer } from './staged-columns.rules.ts'
import { raiseLevels, stageBatch, type StagedHistory, type StagedHousehold, type StagedIssue, type StagedPerson } from './staging.store.ts'

const BATCH_ROWS = 1000

async function gazetteerLookup(services: Services, on: string) {
  return lookupOf(await inScope(services.database.db, EVERYWHERE, (tx) => loadGazetteer(tx, on)))
}

type Staging = {
  services: Services; record: ImportRecord; sealer: Sealer; sheets: Map<number, RosterSheet>; tallies: ImportRecord['sheets']
  households: StagedHousehold[]; persons: StagedPerson[]; history: StagedHistory[]; issues: StagedIssue[]
  /** Numbers of the households staged so far. */
  numbers: Set<number>
  person: number; issue: number; rows: number; unread: number
  levels: ReturnType<typeof createRowLevels>
}

/**
 * Reads and checks the file of an import and stages what may be written, in batches, so that neither the file nor its
 * rows are ever held as a whole. `cancelled` when the user asked to stop meanwhile.
 * @throws SheetError for a file that cannot be read
 */
export async function stageFile(
  services: Services, record: ImportRecord,
): Promise<{ outcome: 'staged' | 'cancelled'; sheets: readonly RosterSheet[] }> {
  const staging: Staging = {
    services, record, sealer: sealerOf(services), sheets: new Map(), tallies: [], households: [], persons: [], history: [], issues: [],
    numbers: new Set(), person: 0, issue: 0, rows: 0, unread: 0, levels: createRowLevels(),
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
    columns: samples.columnsOf(sheets), sheets: staging.tallies, missing: missingOf(sheets), kind: kindOf(sheets),
    counts: countsOf(staging), total: staging.rows,
  }))
  return { outcome: 'staged', sheets }
}

// A sheet of statistics beside the roster does not stop it; its rows are counted as rejected.
function missingOf(sheets: readonly RosterSheet[]): string[] {
  const mapped = sheets.flatMap(({ mapping }) => mapping === null ? [] : [mapping])
  return mapped.some(({ missing }) => missing.length === 0) ? [] : [...new Set(mapped.flatMap(({ missing }) => missing))]
}

function kindOf(sheets: readonly RosterSheet[]): ImportRecord['kind'] {
  const mapped = sheets.flatMap(({ mapping }) => mapping === null ? [] : [mapping])
  return mapped.length > 0 && mapped.every(isHistorySheet) ? 'work_history' : 'roster'
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
      payload: householdColumns(household.draft, { group: place.group, registerDivision: registeredIn(household) }, sealer),
    })
  }
  for (const person of household.persons) {
    const outside: Finding[] = isOutside ? [{ code: 'division_outside', field: 'village', values: {} }] : []
    for (const finding of [...person.findings, ...outside]) note(staging, finding, household.sheet, person.row)
    const level = isOutside ? 'rejected' : person.level
    staging.levels.set(household.sheet, person.row, level)
    if (level === 'rejected' || place === null) continue
    const { draft } = person
    staging.persons.push({
      n: ++staging.person, household_n: n, new_id: id(staging), division: place.village, sheet: household.sheet, row: person.row,
      level, name: draft.name, sex: draft.sex ?? null, birth: draft.birth?.date ?? null,
      id_lookup: draft.idNo === null ? null : sealer.lookup('id_no', draft.idNo),
      payload: personColumns(draft, { on: record.on_date, headName: household.draft.headName ?? null, pinyin: pinyinOf(draft.name) }, sealer),
      job: stagedJob(person, place.village, record.on_date), training: stagedTraining(draft),
    })
  }
}

// A rejected row says nothing, the head's neither.
function registeredIn({ persons, draft }: CheckedHousehold) {
  const rows = persons.filter(({ level }) => level !== 'rejected')
  return registerDivisionOfHead(rows.map((row) => row.draft), draft.headName ?? null)
}

function takeHistory(staging: Staging, { sheet, row, idNo, village, work, level, findings }: CheckedHistory): void {
  const isOutside = village !== null && !covers(staging.record.prefixes, village)
  for (const finding of findings) note(staging, finding, sheet, row)
  if (isOutside) note(staging, { code: 'division_outside', field: 'village', values: {} }, sheet, row)
  const settled = isOutside || idNo === null ? 'rejected' : level
  staging.levels.set(sheet, row, settled)
  if (settled === 'rejected' || village === null || idNo === null) return
  const job = work === null ? null : stagedWork(work, village, staging.record.on_date)
  if (job === null) return
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
    const level = worseLevel(staging.levels.get(sheet, row), ISSUE_TEXTS[finding.code].level)
    staging.levels.set(sheet, row, level)
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
  const counts = levels.counts()
  return { ...counts, rows, rejected: counts.rejected + unread }
}

function sealerOf({ cipher }: Services): Sealer {
  const text = (bytes: Buffer) => `\\x${bytes.toString('hex')}`
  return { seal: (field, plain) => text(cipher.seal(field, plain)), lookup: (field, plain) => text(cipher.lookup(field, plain)) }
}

