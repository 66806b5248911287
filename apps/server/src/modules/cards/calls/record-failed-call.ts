import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { getPersonForWork } from '../../registry/registry.api.ts'
import { cardParametersOn } from '../card-parameters.store.ts'
import { timeOfCheck } from '../checks/check-time.rules.ts'
import { lockLine } from '../lines/line.store.ts'
import { insertFailedCall, listFailedCalls } from './failed-call.store.ts'

/** Records that a labourer did not answer the telephone. It changes no line: the month still asks for a check. */
export async function recordFailedCall(ctx: Ctx, { month, personId, calledAt }: { month: string; personId: string; calledAt: string }) {
  if (month > ctx.today.slice(0, 7)) throw new Refusal('card_month_invalid')
  await getPersonForWork(ctx.tx, personId)
  const line = await lockLine(ctx.tx, month, personId, ctx.today)
  if (line === undefined) throw new Refusal('card_line_missing')
  const time = timeOfCheck(
    { deviceAt: Date.parse(calledAt), receivedAt: ctx.now, skewSeconds: ctx.device?.skewSeconds ?? 0, dueOn: line.due_on }, await cardParametersOn(ctx.tx, ctx.today),
  )
  const id = ctx.newId()
  await insertFailedCall(ctx.tx, {
    id, month, personId, householdId: line.household_id, division: line.division, calledAt: time.observed, deviceAt: Date.parse(calledAt), receivedAt: ctx.now,
    skewSeconds: ctx.device?.skewSeconds ?? null, clockWrong: time.clockWrong, by: ctx.actor.userId, deviceId: ctx.device?.id ?? null, onBehalf: ctx.onBehalf ?? null,
  })
  const [failed] = await listFailedCalls(ctx.tx, month, [personId])
  ctx.audit.about('card_line', personId, line.division)
  ctx.audit.change(null, { month, failed_call: id })
  return { callId: id, inARow: failed?.in_a_row ?? 0 }
}
