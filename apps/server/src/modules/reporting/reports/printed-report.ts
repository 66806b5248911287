import type { ReportContent } from '@anye/contract/reporting/report'
import type { Tx } from '../../../platform/db.ts'
import { compileReportIn, type ReportOrder } from './compile-report.ts'
import { getReportPlace } from './read-facts.ts'
import type { PrintedReport } from './report-document.rules.ts'
import { findReportOn, listCorrections, type Correction, type StoredReport } from './report.store.ts'

/** A stored report as documents print it, with the content its reader may see. */
export function printedOf(
  report: StoredReport,
  content: ReportContent,
  corrections: readonly Correction[],
): PrintedReport {
  const { notes, digest, signedAt: at, signerName, signerTitle } = report
  return {
    content,
    notes,
    corrections,
    digest,
    signed: at === null ? null : { name: signerName ?? '—', title: signerTitle ?? '—', at },
  }
}

/** The report of a unit and day for the command line: as signed with its corrections, else compiled anew. */
export async function reportToPrint(
  tx: Tx,
  order: ReportOrder,
): Promise<{ id: string; printed: PrintedReport; isNew: boolean }> {
  const place = await getReportPlace(tx, order.unit)
  const stored = await findReportOn(tx, place.ref.code, order.day)
  const isNew = stored?.state !== 'signed'
  const report = stored === undefined || isNew ? await compileReportIn(tx, order) : stored
  return {
    id: report.id,
    isNew,
    printed: printedOf(report, report.content, await listCorrections(tx, report.id)),
  }
}
