import type { ReportSection } from '@anye/contract/reporting/report'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { addNote, lockReport } from './report.store.ts'

/** Adds a person's note to a section of a draft: numbers are generated, judgement is written. */
export async function annotateReport(
  ctx: Ctx,
  input: { id: string; section: ReportSection; text: string },
): Promise<{ id: string }> {
  const report = await lockReport(ctx.tx, input.id)
  if (report === undefined) throw new Refusal('not_found')
  if (report.state === 'signed') throw new Refusal('report_signed')
  const note = {
    id: ctx.newId(),
    section: input.section,
    text: input.text,
    by: ctx.actor.name,
    at: new Date(ctx.now).toISOString(),
  }
  await addNote(ctx.tx, report.id, note)
  ctx.audit.about('report', report.id)
  ctx.audit.change(null, { section: note.section, text: note.text })
  ctx.afterCommit(() => ctx.services.live.publish({ type: 'report', unitCode: report.unitCode }))
  return { id: note.id }
}
