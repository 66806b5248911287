import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { addCorrection, lockReport } from './report.store.ts'
import { signingGrant } from './sign.rules.ts'
import { signatoryOf } from './signatory.ts'

/**
 * Publishes the next numbered correction (更正) of a signed report; the report itself stays as it was signed.
 */
export async function correctReport(
  ctx: Ctx,
  input: { id: string; text: string },
): Promise<{ number: number }> {
  const report = await lockReport(ctx.tx, input.id)
  if (report === undefined) throw new Refusal('not_found')
  if (report.state !== 'signed') throw new Refusal('wrong_state', { state: report.state })
  if (signingGrant(ctx.actor, report.unitCode) === undefined) throw new Refusal('forbidden')
  const { name } = await signatoryOf(ctx, report.unitCode)
  const number = await addCorrection(ctx.tx, report.id, {
    text: input.text,
    by: ctx.actor.userId,
    name,
    at: ctx.now,
  })
  ctx.audit.about('report', report.id)
  ctx.audit.change(null, { correction: number, text: input.text })
  ctx.afterCommit(() => ctx.services.live.publish({ type: 'report', unitCode: report.unitCode }))
  return { number }
}
