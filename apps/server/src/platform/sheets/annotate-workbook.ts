import { annotateRebuilt } from './annotate-rebuilt.ts'
import { annotateXlsx } from './annotate-xlsx.ts'
import { groupNotes } from './annotation.ts'
import type { RowNote } from './annotation.ts'
import { detectKind } from './detect-kind.ts'
import { STANDARD_LIMITS } from './sheet-limits.ts'
import { findPart, openZipArchive } from './zip-archive.ts'

/**
 * Writes the same workbook with one more column of reasons and a light fill on the rows that have one. An
 * .xlsx is patched: every part but the noted sheets and the style sheet is copied byte for byte. From .xls,
 * .et, .csv and other kinds comes an .xlsx with the same values, merges and hidden rows, but without the
 * styles. `columnTitle` stands in the header row: the row with the most texts before the first reason, or the
 * one given by `headerRows` (sheet to row). Returns how many rows got their reason (blank rows get none).
 * Throws `SheetError` as `readSheets` does.
 */
export async function annotateWorkbook(
  originalPath: string,
  outPath: string,
  notes: readonly RowNote[],
  columnTitle: string,
  headerRows: ReadonlyMap<number, number> = new Map(),
): Promise<{ rows: number }> {
  const order = { bySheet: groupNotes(notes), columnTitle, headerRows }
  if ((await detectKind(originalPath)) === 'zip') {
    const archive = await openZipArchive(originalPath, STANDARD_LIMITS)
    if (
      findPart(archive, 'xl/workbook.bin') === undefined &&
      findPart(archive, 'content.xml') === undefined
    ) {
      return annotateXlsx(archive, outPath, order)
    }
  }
  return annotateRebuilt(originalPath, outPath, order)
}
