import type { SheetLimits } from './types.ts'

/**
 * Standard bounds. A county's roster of 400,000 rows by 20 columns is a 36 MB .xlsx, expands tenfold to 390
 * MB and is read in seconds, so each bound leaves several times of room.
 */
export const STANDARD_LIMITS: SheetLimits = {
  fileBytes: 64 * 1024 * 1024,
  inflatedBytes: 1024 * 1024 * 1024,
  expansionRatio: 200,
  rows: 1_000_000,
  milliseconds: 180_000,
  heapMegabytes: 768,
  batchRows: 1000,
}

/** Rows an .xlsx can have; a higher row number is an attack on readers that allocate by number. */
export const LAST_ROW_NUMBER = 1_048_576
