import { sql, type RawBuilder } from 'kysely'
import { firstRow, rows, type Tx } from '../../../../platform/db.ts'
import { HOUSEHOLD_SOURCE, householdColumns, householdConditions, householdRow, type HouseholdRecord } from '../list-households.query.ts'
import { personConditions } from '../list-persons.query.ts'
import { PERSON_COLUMNS, PERSON_SOURCE, personRow, type PersonRecord } from '../person-rows.query.ts'
import type { RowReader } from '../row-reader.ts'
import { HOUSEHOLD_EXPORT, PERSON_EXPORT, pickColumns, type ExportColumn } from './export-columns.rules.ts'
import type { ExportQuery } from './export-request.store.ts'
import type { Cell } from '../../../../platform/sheets/types.ts'

const ROWS_A_FETCH = 1000

/** How many rows an export would hold: the conditions of the list, counted to the end. */
export async function countExport(reader: RowReader, query: ExportQuery): Promise<number> {
  const relation = query.what === 'persons'
    ? sql`${PERSON_SOURCE} where ${await personConditions(reader, query.filter)}`
    : sql`${HOUSEHOLD_SOURCE} where ${await householdConditions(reader, query.filter)}`
  const counted = await firstRow(reader.tx, sql<{ count: number }>`select count(*)::int as count from ${relation}`)
  return counted?.count ?? 0
}

/** What the file is made of: the columns with their titles, and the rows, drawn from the database while they are written. */
export type ExportTable = { columns: readonly Pick<ExportColumn<never>, 'title' | 'kind' | 'width'>[]; rows: AsyncIterable<readonly Cell[]> }

/** @returns undefined when a column key is unknown */
export async function openExport(
  reader: RowReader, query: ExportQuery, keys: readonly string[], most: number,
): Promise<ExportTable | undefined> {
  if (query.what === 'persons') {
    const columns = pickColumns(PERSON_EXPORT, keys)
    const select = sql<PersonRecord>`select ${PERSON_COLUMNS} from ${PERSON_SOURCE}
      where ${await personConditions(reader, query.filter)} order by q.division, q.household_id, q.is_head desc, q.seq, q.id limit ${most}`
    return columns && { columns, rows: cellsOf(reader, select, columns, (record) => personRow(reader, record)) }
  }
  const columns = pickColumns(HOUSEHOLD_EXPORT, keys)
  const select = sql<HouseholdRecord>`select ${householdColumns(reader.today)} from ${HOUSEHOLD_SOURCE}
    where ${await householdConditions(reader, query.filter)} order by h.division, h.id limit ${most}`
  return columns && { columns, rows: cellsOf(reader, select, columns, (record) => householdRow(reader, record)) }
}

async function* cellsOf<Stored, Row>(
  reader: RowReader, select: RawBuilder<Stored>, columns: readonly ExportColumn<Row>[], rowOf: (record: Stored) => Row,
): AsyncGenerator<readonly Cell[]> {
  for await (const record of stream(reader.tx, select)) {
    const row = rowOf(record)
    yield columns.map((column) => column.cell(row))
  }
}

/** Rows by a server-side cursor: one snapshot for the whole file, and never more than one fetch in memory. */
async function* stream<T>(tx: Tx, select: RawBuilder<T>): AsyncGenerator<T> {
  await sql`declare export_rows no scroll cursor for ${select}`.execute(tx)
  for (;;) {
    const fetched = await rows(tx, sql<T>`fetch ${sql.lit(ROWS_A_FETCH)} from export_rows`)
    yield* fetched
    if (fetched.length < ROWS_A_FETCH) return
  }
}
