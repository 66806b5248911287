import type { ReportSummary } from '@anye/contract/reporting/report'
import type { Actor } from '../../../platform/actor.ts'
import type { ReportHead } from './report.store.ts'
import { signRefusal } from './sign.rules.ts'

/** A report as lists show it to this reader. */
export function summaryOf(actor: Actor, report: ReportHead): ReportSummary {
  const refusal = signRefusal(actor, report)
  return {
    id: report.id,
    unitCode: report.unitCode,
    unitName: report.unitName,
    day: report.day,
    number: report.number,
    title: report.title,
    state: report.state,
    compiledAt: report.compiledAt.toISOString(),
    signedAt: report.signedAt?.toISOString() ?? null,
    signerName: report.signerName,
    signerTitle: report.signerTitle,
    corrections: report.corrections,
    version: report.version,
    canSign: refusal === null,
    signRefusal: refusal,
  }
}
