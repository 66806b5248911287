import type { ReportSummary } from '@anye/contract/reporting/report'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { must } from '@anye/kernel/assert'
import type { Tx } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { getReportPlace, readFacts } from './read-facts.ts'
import { reportContent } from './report-content.rules.ts'
import { findReport, lockUnit, numberFor, saveDraft, type StoredReport } from './report.store.ts'
import { summaryOf } from './summary.rules.ts'

export type ReportOrder = {
  unit: string
  day: CalendarDate
  by: string | null
  at: number
  newId: () => string
  synthetic: boolean
}

/**
 * Generates the war report of the prefecture (`5223`) or a reporting unit from the closed books of a day
 * (S15). Until it is signed it may be compiled again and keeps its number; numbers of a unit are consecutive.
 * Refuses `day_not_closed` and `report_signed`.
 */
export async function compileReportIn(tx: Tx, order: ReportOrder): Promise<StoredReport> {
  const place = await getReportPlace(tx, order.unit)
  const unit = place.ref.code
  await lockUnit(tx, unit)
  const { number, state } = await numberFor(tx, unit, order.day)
  if (state === 'signed') throw new Refusal('report_signed', { unit, day: order.day })
  const facts = await readFacts(tx, place, order.day)
  const content = reportContent({ ...facts, number, synthetic: order.synthetic })
  const id = await saveDraft(tx, { id: order.newId(), unit, content, by: order.by, at: order.at })
  return must(await findReport(tx, id), 'a report just written can be read')
}

/** The endpoint: compiles in the actor's own scope. */
export async function compileReport(
  ctx: Ctx,
  input: { unit: string; day: CalendarDate },
): Promise<ReportSummary> {
  const report = await compileReportIn(ctx.tx, {
    ...input,
    by: ctx.actor.userId,
    at: ctx.now,
    newId: ctx.newId,
    synthetic: ctx.services.synthetic,
  })
  ctx.audit.about('report', report.id)
  ctx.audit.change(null, {
    unit: report.unitCode,
    day: report.day,
    number: report.number,
    version: report.version,
  })
  ctx.afterCommit(() => ctx.services.live.publish({ type: 'report', unitCode: report.unitCode }))
  return summaryOf(ctx.actor, report)
}
