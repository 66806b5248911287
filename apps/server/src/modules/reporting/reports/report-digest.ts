import { createHash } from 'node:crypto'
import type { ReportContent, ReportNote } from '@anye/contract/reporting/report'
import { canonicalJson } from '../../../platform/audit/audit-digest.ts'

/** SHA-256 (hex) over content and notes with keys in order: what a signature stands for. */
export function reportDigest(report: { content: ReportContent; notes: readonly ReportNote[] }): string {
  const text = canonicalJson({ content: report.content, notes: report.notes }) ?? ''
  return createHash('sha256').update(text).digest('hex')
}
