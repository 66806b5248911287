import { writeDocx } from '../../../platform/documents/write-docx.ts'
import { writePdf } from '../../../platform/documents/write-pdf.ts'
import { reportDocument, type PrintedReport } from './report-document.rules.ts'

export type ReportFormat = 'docx' | 'pdf'

const MEDIA_TYPES: Record<ReportFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

/** The bytes of a report as a document. `at`: instant for the file's own date. */
export async function printReport(
  report: PrintedReport,
  format: ReportFormat,
  at: number,
): Promise<{ bytes: Buffer; mediaType: string }> {
  const document = reportDocument(report)
  return {
    bytes: format === 'pdf' ? writePdf(document, at) : await writeDocx(document),
    mediaType: MEDIA_TYPES[format],
  }
}
