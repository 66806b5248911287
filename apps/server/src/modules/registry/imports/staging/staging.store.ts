import { sql } from 'kysely'
import { firstRow, rows, type Tx } from '../../../../platform/db.ts'
import type { Columns, StagedJob, StagedTraining } from './staged-columns.rules.ts'

export type StagedHousehold = { n: number; new_id: string; division: string; hh_no: string | null; payload: Columns }
export type StagedPerson = {
  n: number; household_n: number; new_id: string; division: string; sheet: number; row: number; level: string; name: string
  sex: string | null; birth: string | null; id_lookup: string | null; payload: Columns; job: StagedJob | null; training: StagedTraining | null
}
export type StagedHistory = { n: number; division: string; sheet: number; row: number; id_lookup: string; job: StagedJob }
export type StagedIssue = {
  n: number; sheet_index: number | null; sheet: string | null; row: number | null; column: string | null; rule: string; level: string
  code: string; field: string | null; values: Record<string, string>; message: string
}

/**
 * Writes a batch of checked rows; one statement per table, whatever the size of the batch. Rows count as new until they
 * are matched: of a first roster nearly all are, and none of those is written twice.
 */
export async function stageBatch(
  tx: Tx, importId: string, batch: { households: StagedHousehold[]; persons: StagedPerson[]; history: StagedHistory[]; issues: StagedIssue[] },
): Promise<void> {
  if (batch.households.length > 0) {
    await sql`insert into registry.import_household (import_id, n, new_id, division, hh_no, payload, change)
      select ${importId}, h.*, 'new' from jsonb_to_recordset(${jsonOf(batch.households)}::jsonb)
        as h(n int, new_id uuid, division text, hh_no text, payload jsonb)`.execute(tx)
  }
  if (batch.persons.length > 0) {
    await sql`insert into registry.import_person
      (import_id, n, household_n, new_id, division, sheet, row, level, name, sex, birth, id_lookup, payload, job, training, change)
      select ${importId}, p.*, 'new' from jsonb_to_recordset(${jsonOf(batch.persons)}::jsonb)
        as p(n int, household_n int, new_id uuid, division text, sheet int, row int, level text, name text, sex text, birth date,
          id_lookup bytea, payload jsonb, job jsonb, training jsonb)`.execute(tx)
  }
  if (batch.history.length > 0) {
    await sql`insert into registry.import_history (import_id, n, division, sheet, row, id_lookup, job)
      select ${importId}, h.* from jsonb_to_recordset(${jsonOf(batch.history)}::jsonb)
        as h(n int, division text, sheet int, row int, id_lookup bytea, job jsonb)`.execute(tx)
  }
  if (batch.issues.length > 0) {
    await sql`insert into registry.import_issue (import_id, n, sheet_index, sheet, row, "column", rule, level, code, field, "values", message)
      select ${importId}, i.* from jsonb_to_recordset(${jsonOf(batch.issues)}::jsonb)
        as i(n int, sheet_index int, sheet text, row int, "column" text, rule text, level text, code text, field text, "values" jsonb, message text)`.execute(tx)
  }
}

// PostgreSQL refuses NUL and halves of surrogate pairs, which cells of broken files hold.
function jsonOf(rows: readonly object[]): string {
  const json = JSON.stringify(rows)
  if (!/\\u(?:0000|d[89a-f])/u.test(json)) return json
  return JSON.stringify(rows, (_, value: unknown) => typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value)
}

/** Raises the level of rows that only the whole file showed to be worse. */
export async function raiseLevels(tx: Tx, importId: string, late: readonly { sheet: number; row: number; level: string }[]): Promise<void> {
  if (late.length === 0) return
  await sql`update registry.import_person p set level = l.level
    from jsonb_to_recordset(${JSON.stringify(late)}::jsonb) as l(sheet int, row int, level text)
    where p.import_id = ${importId} and p.sheet = l.sheet and p.row = l.row`.execute(tx)
  await sql`delete from registry.import_person where import_id = ${importId} and level = 'rejected'`.execute(tx)
}

/** Forgets what an earlier check of the same import found. */
export async function clearStaging(tx: Tx, importId: string, what: 'all' | 'rows'): Promise<void> {
  await sql`delete from registry.import_person where import_id = ${importId}`.execute(tx)
  await sql`delete from registry.import_household where import_id = ${importId}`.execute(tx)
  await sql`delete from registry.import_history where import_id = ${importId}`.execute(tx)
  if (what === 'rows') return
  await sql`delete from registry.import_village where import_id = ${importId}`.execute(tx)
  await sql`delete from registry.import_issue where import_id = ${importId}`.execute(tx)
}

/** Forgets the rows of imports that nobody committed or resumed since `before`; answers how many imports those were. */
export async function clearForgotten(tx: Tx, before: Date): Promise<number> {
  const forgotten = await rows(tx, sql<{ id: string }>`
    update registry.import i set state = case when state = 'checked' then 'cancelled' else state end,
      message = '超过 30 天没有写入，暂存的行已清除。需要时请重新上传。'
    where state in ('checked', 'failed', 'cancelled') and created_at < ${before}
      and (exists (select 1 from registry.import_person p where p.import_id = i.id)
        or exists (select 1 from registry.import_history h where h.import_id = i.id))
    returning id`)
  for (const { id } of forgotten) await clearStaging(tx, id, 'rows')
  return forgotten.length
}

/** True while rows of the import wait for their commit. */
export async function hasStaged(tx: Tx, importId: string): Promise<boolean> {
  const [found] = await rows(tx, sql<{ some: boolean }>`select exists (select 1 from registry.import_person where import_id = ${importId})
    or exists (select 1 from registry.import_history where import_id = ${importId}) as some`)
  return found?.some ?? false
}

/** Tells the planner how many rows there are, so that a village is not taken for one row. */
export async function measureStaging(tx: Tx): Promise<void> {
  await sql`select registry.measure_staging()`.execute(tx)
}

/** Lists the villages of the staged rows, for the commit to go through. */
export async function insertVillages(tx: Tx, importId: string): Promise<void> {
  await sql`insert into registry.import_village (import_id, division, persons)
    select ${importId}::uuid, division, count(*) from (
      select division from registry.import_person where import_id = ${importId}
      union all select division from registry.import_history where import_id = ${importId}) staged group by division`.execute(tx)
}

export async function listStagedVillages(tx: Tx, importId: string): Promise<string[]> {
  const found = await rows(tx, sql<{ division: string }>`
    select division from registry.import_village where import_id = ${importId} order by division`)
  return found.map((row) => row.division)
}

/** Which kinds of rows a file staged at all: most files bring no past jobs, and every village would look for them. */
export type StagedKinds = { history: boolean; trainings: boolean }

export async function findStagedKinds(tx: Tx, importId: string): Promise<StagedKinds> {
  const found = await firstRow(tx, sql<StagedKinds>`
    select exists (select 1 from registry.import_history where import_id = ${importId}) as history,
      exists (select 1 from registry.import_person where import_id = ${importId} and training is not null) as trainings`)
  return found ?? { history: true, trainings: true }
}

export async function nextVillage(tx: Tx, importId: string): Promise<{ division: string; persons: number } | undefined> {
  const [village] = await rows(tx, sql<{ division: string; persons: number }>`
    select division, persons from registry.import_village where import_id = ${importId} and done_at is null
    order by division limit 1 for update`)
  return village
}

export async function markVillageDone(tx: Tx, importId: string, division: string, at: number): Promise<void> {
  await sql`update registry.import_village set done_at = ${new Date(at)} where import_id = ${importId} and division = ${division}`.execute(tx)
}

/** Issues of rows, worst first within a row: what the mended workbook says beside them. */
export async function listRowIssues(tx: Tx, importId: string): Promise<{ sheet_index: number; row: number; level: string; rule: string; message: string }[]> {
  return rows(tx, sql<{ sheet_index: number; row: number; level: string; rule: string; message: string }>`
    select sheet_index, row, level, rule, message from registry.import_issue
    where import_id = ${importId} and row is not null and sheet_index is not null
    order by sheet_index, row, array_position(array['rejected', 'queried', 'warned'], level), n`)
}
