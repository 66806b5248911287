import { CheckJob, CheckMethodCode } from '@anye/contract/cards/check'
import { contactOf, contradictsJob } from '@anye/contract/cards/check.rules'
import { businessDayOf } from '@anye/kernel/calendar-date'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal, refuseOn } from '../../../platform/refusal.ts'
import { applyJobOfCheck, getPersonForWork, takeBackJobOfCheck } from '../../registry/registry.api.ts'
import { lockLine, showCheck, type LineRecord } from '../lines/line.store.ts'
import { acceptLinesOf, insertSettlement, listChecksOf, type SettledCheck } from './reviewed-line.store.ts'
import { reviewRefusal } from './review.rules.ts'

type Decision = { month: string; personId: string; checkId: string; version: number; note: string | null }

/**
 * Decides which of two checks that disagree holds (S82). The job of the one that held so far is taken back and that of the
 * chosen one is written; the line shows it and is reviewed. Who made one of the checks does not decide between them.
 */
export async function settleLine(ctx: Ctx, decision: Decision) {
  const { month, personId } = decision
  await getPersonForWork(ctx.tx, personId)
  const line = await lockLine(ctx.tx, month, personId, ctx.today)
  if (line === undefined) throw new Refusal('not_found')
  const checks = await listChecksOf(ctx.tx, decision)
  refuseOn(reviewRefusal('return', line, decision.version, ctx.actor.userId), { version: line.version })
  if (!line.in_dispute) throw new Refusal('wrong_state')
  if (checks.some((check) => check.checked_by === ctx.actor.userId)) throw new Refusal('separation_of_duties')
  const chosen = checks.find(({ id }) => id === decision.checkId)
  if (chosen === undefined) throw new Refusal('not_found')
  const over = chosen.id === line.check_id ? null : checks.find(({ id }) => id === line.check_id) ?? null
  if (chosen.id !== line.check_id) await exchangeJobs(ctx, line, chosen, over)
  const known = afterJob((await lockLine(ctx.tx, month, personId, ctx.today)) ?? line, chosen)
  // A check that lost was never judged: one that leaves a job open beside no work cannot be chosen.
  if (contradictsJob(chosen.status, known.known_job !== null)) throw new Refusal('card_job_contradicts')
  const version = await show(ctx, known, chosen)
  await insertSettlement(ctx.tx, {
    id: ctx.newId(), month, personId, division: line.division, checkId: chosen.id, overId: over?.id ?? null, note: decision.note,
    by: ctx.actor.userId, at: ctx.now,
  })
  ctx.audit.about('card_line', personId, line.division)
  ctx.audit.change({ month, check: line.check_id, status: line.status }, { month, check: chosen.id, status: chosen.status })
  return { lineState: 'reviewed' as const, version }
}

/** What is known once the chosen check holds: a job whose last day is today counts as open to the register, and is over here. */
function afterJob(line: LineRecord, { job }: SettledCheck): LineRecord {
  const said = CheckJob.parse(job)
  const isOver = said.act === 'end' && said.episodeId === line.known_job
  return isOver ? { ...line, known_job: null, evidence_on: null } : line
}

async function exchangeJobs(ctx: Ctx, line: LineRecord, chosen: SettledCheck, over: SettledCheck | null): Promise<void> {
  if (over !== null) await takeBackJobOfCheck(ctx, line.person_id, CheckJob.parse(over.job))
  const known = await lockLine(ctx.tx, line.month, line.person_id, ctx.today)
  await applyJobOfCheck(ctx, {
    personId: line.person_id, job: CheckJob.parse(chosen.job), openJobId: known?.known_job ?? null,
    contact: contactOf({ status: chosen.status, method: CheckMethodCode.parse(chosen.method) }, businessDayOf(chosen.observed_at.getTime())),
  })
}

async function show(ctx: Ctx, line: LineRecord, chosen: SettledCheck): Promise<number> {
  const version = await showCheck(ctx.tx, line, {
    checkId: chosen.id, status: chosen.status, method: chosen.method, noChange: chosen.no_change, by: chosen.checked_by, at: chosen.observed_at.getTime(),
    late: chosen.late, inDispute: false,
    known: { status: line.known_job === null ? chosen.status : line.known_status, job: line.known_job, evidenceOn: line.evidence_on },
  })
  await acceptLinesOf(ctx.tx, line.month, [line.person_id], { by: ctx.actor.userId, at: ctx.now })
  return version + 1
}
