import type { CheckForm } from '@anye/contract/cards/check'
import { checkOfCard, contactOf, type KnownLine } from '@anye/contract/cards/check.rules'
import type { CardParameters } from '@anye/contract/cards/card-parameters'
import { daysOf } from '@anye/codes/need-kind'
import { addDays } from '@anye/kernel/calendar-date'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal, refuseOn } from '../../../platform/refusal.ts'
import { applyJobOfCheck, getPersonForWork } from '../../registry/registry.api.ts'
import { cardParametersOn } from '../card-parameters.store.ts'
import { addLine, lockLine, markDispute, showCheck, type LineRecord } from '../lines/line.store.ts'
import { insertCheck, insertNeed, serveNeed } from './check.store.ts'
import { timeOfCheck, type CheckTime } from './check-time.rules.ts'
import { effectOf, type Effect } from './concurrent-check.rules.ts'

/** A check as it is being recorded. */
type Recording = { id: string; form: CheckForm; line: LineRecord; time: CheckTime; effect: Effect }
type Note = 'in_dispute' | 'superseded' | 'month_closed' | 'clock_wrong'

const NOTE_OF: Partial<Record<Effect, Note>> = { dispute: 'in_dispute', superseded: 'superseded', locked: 'month_closed' }

/**
 * Records one monthly check of one labourer (S79, S82). The fact is kept in any case; its job is written, and the line shows
 * it, unless another check stands against it or the month is locked.
 */
export async function recordCheck(ctx: Ctx, form: CheckForm & { commandId: string }) {
  await getPersonForWork(ctx.tx, form.personId)
  const parameters = await cardParametersOn(ctx.tx, ctx.today)
  const line = await lineOf(ctx, form)
  const recording = begin(ctx, form, line, parameters)
  if (recording.effect === 'holds') refuseOn(checkOfCard({ form, line: knownLine(line), today: recording.time.day, parameters }))
  await insertCheck(ctx.tx, {
    ...recording, deviceAt: Date.parse(form.observedAt), receivedAt: ctx.now, skewSeconds: ctx.device?.skewSeconds ?? null,
    deviceId: ctx.device?.id ?? null, by: ctx.actor.userId, onBehalf: ctx.onBehalf ?? null,
    applied: recording.effect === 'holds',
  })
  const version = await settle(ctx, recording)
  await recordServices(ctx, recording)
  ctx.audit.about('card_line', form.personId, line.division)
  ctx.audit.change({ month: line.month, state: line.state, status: line.status }, { check: recording.id, status: form.status, effect: recording.effect })
  return {
    checkId: recording.id, lineState: recording.effect === 'holds' || recording.effect === 'dispute' ? 'checked' as const : line.state, lineVersion: version,
    applied: recording.effect === 'holds', late: recording.time.late, notes: notesOf(recording),
  }
}

async function lineOf(ctx: Ctx, form: CheckForm): Promise<LineRecord> {
  const line = await lockLine(ctx.tx, form.month, form.personId, ctx.today)
  if (line !== undefined) return line
  await addLine(ctx.tx, form.month, form.personId)
  const added = await lockLine(ctx.tx, form.month, form.personId, ctx.today)
  if (added === undefined) throw new Refusal(form.month > ctx.today.slice(0, 7) ? 'card_month_invalid' : 'card_line_missing')
  return added
}

function begin(ctx: Ctx, form: CheckForm, line: LineRecord, parameters: CardParameters): Recording {
  const time = timeOfCheck({
    deviceAt: Date.parse(form.observedAt), receivedAt: ctx.now, skewSeconds: ctx.device?.skewSeconds ?? 0, dueOn: line.due_on,
  }, parameters)
  const standing = {
    state: line.state, version: line.version, checkedBy: line.checked_by, checkedAt: line.checked_at?.getTime() ?? null, status: line.status, job: line.job,
  }
  return { id: ctx.newId(), form, line, time, effect: effectOf(form, ctx.actor.userId, time.observed, standing) }
}

/** What the rules look at: the line as it stands and the register as of now. */
function knownLine(line: LineRecord): KnownLine {
  return {
    state: line.state, knownStatus: line.known_status, openJobId: line.known_job, evidenceOn: line.evidence_on,
    monthsWithoutContact: line.months_without_contact,
  }
}

/** Writes the job and shows the check on its line, as far as its effect goes. Answers the line's version. */
async function settle(ctx: Ctx, { id, form, line, time, effect }: Recording): Promise<number> {
  if (effect === 'dispute') return markDispute(ctx.tx, line)
  if (effect !== 'holds') return line.version
  await applyJobOfCheck(ctx, { personId: form.personId, job: form.job, openJobId: line.known_job, contact: contactOf(form, time.day) })
  const known = (await lockLine(ctx.tx, line.month, line.person_id, ctx.today)) ?? line
  return showCheck(ctx.tx, line, {
    checkId: id, status: form.status, method: form.method, noChange: form.noChange, by: ctx.actor.userId, at: time.observed, late: time.late, inDispute: false,
    known: { status: known.known_job === null ? form.status : known.known_status, job: known.known_job, evidenceOn: known.evidence_on },
  })
}

async function recordServices(ctx: Ctx, { id, form, line, time }: Recording): Promise<void> {
  for (const { kind, note } of form.needs) {
    await insertNeed(ctx.tx, {
      id: ctx.newId(), line, kind, note, raisedOn: time.day, dueOn: addDays(time.day, daysOf(kind)), by: ctx.actor.userId,
      owner: { id: ctx.actor.userId, name: ctx.actor.name }, checkId: id,
    })
  }
  for (const { kind, needId, note } of form.services) {
    if (needId !== null) await serveNeed(ctx.tx, { needId, personId: form.personId, service: kind, note, on: time.day, by: ctx.actor.userId })
  }
}

function notesOf({ effect, time }: Recording): Note[] {
  const note = NOTE_OF[effect]
  return [...(note === undefined ? [] : [note]), ...(time.clockWrong ? ['clock_wrong' as const] : [])]
}
