import type { ReportContent, ReportNote, ReportSummary } from '@anye/contract/reporting/report'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { reportDigest } from './report-digest.ts'
import { findReport, listCorrections, type Correction } from './report.store.ts'
import { summaryOf } from './summary.rules.ts'
import { contentFor } from './viewer.rules.ts'

export type ReadReport = {
  summary: ReportSummary; content: ReportContent; notes: ReportNote[]; corrections: Correction[]
  digest: string | null; digestHolds: boolean | null
}

/** A report as this reader may see it; whether the signed digest still holds is computed anew on every read. */
export async function readReport(ctx: Ctx, id: string): Promise<ReadReport> {
  const report = await findReport(ctx.tx, id)
  if (report === undefined) throw new Refusal('not_found')
  ctx.audit.about('report', id)
  return {
    summary: summaryOf(ctx.actor, report),
    content: contentFor(report.content, { seesRows: ctx.actor.permissions.has('indicator.list'), fieldLevel: ctx.fieldLevel }),
    notes: report.notes, corrections: await listCorrections(ctx.tx, id),
    digest: report.digest, digestHolds: report.digest === null ? null : report.digest === reportDigest(report),
  }
}

/** The endpoint: the same with instants as text. */
export async function getReport(ctx: Ctx, input: { id: string }) {
  const report = await readReport(ctx, input.id)
  return { ...report, corrections: report.corrections.map((each) => ({ ...each, signedAt: each.signedAt.toISOString() })) }
}
