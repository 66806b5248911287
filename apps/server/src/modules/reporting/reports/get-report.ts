import type { ReportContent } from '@anye/contract/reporting/report'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { reportDigest } from './report-digest.ts'
import { findReport, listCorrections, type Correction, type StoredReport } from './report.store.ts'
import { summaryOf } from './summary.rules.ts'
import { contentFor } from './viewer.rules.ts'

export type ReadReport = { report: StoredReport; content: ReportContent; corrections: Correction[] }

/** A stored report, and its content as this reader may see it. */
export async function readReport(ctx: Ctx, id: string): Promise<ReadReport> {
  const report = await findReport(ctx.tx, id)
  if (report === undefined) throw new Refusal('not_found')
  ctx.audit.about('report', id)
  const viewer = { seesRows: ctx.actor.permissions.has('indicator.list'), fieldLevel: ctx.fieldLevel }
  return {
    report,
    content: contentFor(report.content, viewer),
    corrections: await listCorrections(ctx.tx, id),
  }
}

/** The endpoint; whether the signed digest still holds is computed anew on every read. */
export async function getReport(ctx: Ctx, input: { id: string }) {
  const { report, content, corrections } = await readReport(ctx, input.id)
  return {
    summary: summaryOf(ctx.actor, report),
    content,
    notes: report.notes,
    digest: report.digest,
    digestHolds: report.digest === null ? null : report.digest === reportDigest(report),
    corrections: corrections.map((each) => ({ ...each, signedAt: each.signedAt.toISOString() })),
  }
}
