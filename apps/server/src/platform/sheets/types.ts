import type { CellInput } from '@anye/codes/parse/cell'

/** One cell as the file holds it. CSV cells are always strings; formulas come as their cached value. */
export type Cell = CellInput

/**
 * A merged rectangle, both ends included. Rows are 1-based as in `SheetRow.number`, columns 0-based as in
 * `SheetRow.cells`.
 */
export type MergeRange = { top: number; left: number; bottom: number; right: number }

/**
 * One row that holds at least one value. `number` is 1-based in the file; a cell that is absent or empty is
 * `null`.
 */
export type SheetRow = { number: number; hidden: boolean; cells: readonly Cell[] }

/**
 * What a reader sees, in file order: one `sheet`, then its `rows` in batches, then the next sheet, at last
 * one `end`. `sheet` counts the sheets from 0; `end.rows` counts all rows delivered. Merged ranges are
 * reported, never filled.
 */
export type SheetEvent =
  | { type: 'sheet'; index: number; name: string; hidden: boolean; merges: readonly MergeRange[] }
  | { type: 'rows'; sheet: number; rows: readonly SheetRow[] }
  | { type: 'end'; sheets: number; rows: number }

/**
 * Why a file cannot be read; carried by `SheetError` (sheet-error.ts), thrown by `readSheets`
 * (read-sheets.ts).
 */
export type SheetFault =
  | 'not_a_spreadsheet'
  | 'password_protected'
  | 'broken_file'
  | 'too_large'
  | 'zip_bomb'
  | 'too_many_rows'
  | 'out_of_time'
  | 'out_of_memory'
  | 'empty'

/** Bounds for one file. A file beyond a bound is refused with the fault named beside it. */
export type SheetLimits = {
  /** Size of the file in bytes (`too_large`). */
  fileBytes: number
  /** Bytes of all zip parts together once inflated (`zip_bomb`). */
  inflatedBytes: number
  /** Inflated bytes per stored byte of one zip part above 1 MiB (`zip_bomb`). */
  expansionRatio: number
  /** Rows of all sheets together that hold a value (`too_many_rows`). */
  rows: number
  /** Wall time of the whole read in milliseconds, waiting for the consumer not counted (`out_of_time`). */
  milliseconds: number
  /** Heap of the reading process in MiB (`out_of_memory`). */
  heapMegabytes: number
  /** Rows in one `rows` event. */
  batchRows: number
}

/**
 * Options of `readSheets(path, options)`: bounds that differ from the standard ones, and a way to stop early.
 */
export type SheetOptions = { limits?: Partial<SheetLimits>; signal?: AbortSignal }
