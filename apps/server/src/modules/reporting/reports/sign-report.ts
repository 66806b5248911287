import type { ReportSummary } from '@anye/contract/reporting/report'
import { must } from '@anye/kernel/assert'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal, refuseOn } from '../../../platform/refusal.ts'
import { reportDigest } from './report-digest.ts'
import { findReport, lockReport, saveSignature } from './report.store.ts'
import { signRefusal } from './sign.rules.ts'
import { signatoryOf } from './signatory.ts'
import { summaryOf } from './summary.rules.ts'

/**
 * Signs a report as it was seen (`version`): either of a county's double chiefs for their own (S7), or a
 * chief of the prefecture. From then on the database refuses every change; the digest says what was signed.
 */
export async function signReport(ctx: Ctx, input: { id: string; version: number }): Promise<ReportSummary> {
  const report = await lockReport(ctx.tx, input.id)
  if (report === undefined) throw new Refusal('not_found')
  ctx.audit.about('report', report.id)
  refuseOn(signRefusal(ctx.actor, report) ?? undefined)
  if (report.version !== input.version) throw new Refusal('stale_version', { version: report.version })
  const digest = reportDigest(report)
  await saveSignature(ctx.tx, report.id, {
    by: ctx.actor.userId,
    at: ctx.now,
    digest,
    ...(await signatoryOf(ctx, report.unitCode)),
  })
  ctx.audit.change({ state: 'draft', version: report.version }, { state: 'signed', digest })
  ctx.afterCommit(() => ctx.services.live.publish({ type: 'report', unitCode: report.unitCode }))
  return summaryOf(ctx.actor, must(await findReport(ctx.tx, report.id), 'a report just signed can be read'))
}
