import { addMonths, type CalendarDate } from '@anye/kernel/calendar-date'
import { readCursor, writeCursor } from '../../../platform/cursor.ts'
import { maskFor } from '../../../platform/crypto/mask.rules.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { insertVersion } from '../versions/version.store.ts'
import { approveIt, endIt, insertExemption, listExemptionRows, lockExemption } from './exemption.store.ts'
import { findDivisionOfPerson } from './person.store.ts'

type Reason = 'carer' | 'pregnancy' | 'nursing' | 'illness' | 'other'

/** At most six months, nursing twelve, then re-assess (DOMAIN section 4). */
function longestMonths(reason: Reason): number {
  return reason === 'nursing' ? 12 : 6
}

/** Asks that a person be exempt for a time; it counts only once the township approved it. */
export async function askExemption(
  ctx: Ctx, input: { personId: string; reason: Reason; note?: string | undefined; fromOn: CalendarDate; untilOn: CalendarDate },
) {
  const division = await findDivisionOfPerson(ctx.tx, input.personId)
  if (division === undefined) throw new Refusal('not_found')
  if (input.untilOn < input.fromOn || input.untilOn > addMonths(input.fromOn, longestMonths(input.reason))) throw new Refusal('exemption_dates_invalid')
  const id = ctx.newId()
  await insertExemption(ctx.tx, { ...input, id, division, askedBy: ctx.actor.userId })
  ctx.audit.about('exemption', id, division)
  ctx.audit.change(null, { personId: input.personId, reason: input.reason, fromOn: input.fromOn, untilOn: input.untilOn })
  if (input.note !== undefined) ctx.audit.reason(input.note)
  return { id }
}

/** Approves an exemption; who asked may not approve. */
export async function approveExemption(ctx: Ctx, input: { id: string }) {
  const exemption = await lockExemption(ctx.tx, input.id)
  if (exemption === undefined) throw new Refusal('not_found')
  if (exemption.approved_at !== null || exemption.ended_at !== null) throw new Refusal('already_done')
  if (exemption.asked_by === ctx.actor.userId) throw new Refusal('separation_of_duties')
  await approveIt(ctx.tx, input.id, ctx.actor.userId, ctx.now)
  ctx.audit.about('exemption', input.id, exemption.division)
  ctx.audit.change({ approved: false }, { approved: true })
  return { id: input.id }
}

/**
 * Declines one that waits, or ends one in force on an earlier day than agreed: the ground is gone, the person re-enters the
 * day after.
 */
export async function endExemption(ctx: Ctx, input: { id: string; lastDay?: CalendarDate | undefined; reason: string }) {
  const exemption = await lockExemption(ctx.tx, input.id)
  if (exemption === undefined) throw new Refusal('not_found')
  if (exemption.ended_at !== null) throw new Refusal('already_done')
  const isInForce = exemption.approved_at !== null
  const untilOn = isInForce ? (input.lastDay ?? ctx.today) : exemption.until_on
  if (untilOn < exemption.from_on || untilOn > exemption.until_on) throw new Refusal('exemption_dates_invalid')
  await endIt(ctx.tx, { id: input.id, untilOn, reason: input.reason, by: ctx.actor.userId, at: ctx.now })
  const before = { state: isInForce ? 'approved' : 'asked', until_on: exemption.until_on }
  const after = { state: isInForce ? 'ended' : 'declined', until_on: untilOn }
  if (isInForce) {
    await insertVersion(ctx.tx, {
      entity: 'exemption', entityId: input.id, division: exemption.division, version: exemption.version + 1,
      before: { until_on: exemption.until_on }, after: { until_on: untilOn }, reason: input.reason, at: ctx.now, by: ctx.actor.userId,
    })
  }
  ctx.audit.about('exemption', input.id, exemption.division)
  ctx.audit.change(before, after)
  ctx.audit.reason(input.reason)
  return { id: input.id }
}

/** Exemptions in scope, those that wait for approval first when asked for. */
export async function listExemptions(
  ctx: Ctx, input: { place?: string | undefined; state?: 'asked' | 'approved' | undefined; cursor?: string | undefined; limit: number },
) {
  const after = readCursor(input.cursor, 2)
  const found = await listExemptionRows(ctx.tx, { ...input, after, limit: input.limit + 1 })
  const shown = found.slice(0, input.limit)
  const last = shown.at(-1)
  ctx.audit.about('exemption_list', String(shown.length))
  return {
    rows: shown.map(({ name, ...row }) => ({ ...row, personName: maskFor(ctx.fieldLevel, 'name', name) ?? '—' })),
    nextCursor: found.length > input.limit && last !== undefined ? writeCursor([last.fromOn, last.id]) : null, total: null,
  }
}
