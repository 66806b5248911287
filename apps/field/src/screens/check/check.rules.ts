import type { CheckForm, CheckMethodCode } from '@anye/contract/cards/check'
import { isAtWork, noChangeRefusal, type NoChangeRefusal } from '@anye/contract/cards/check.rules'
import { lineCan } from '@anye/contract/cards/line-states'
import type { HouseholdDoc, MemberDoc, PackState } from '@anye/pack/documents'

export type NewJob = { employer: string; placeCode: string; startOn: string; form: string; wageMonthly: number | null }
export type Leaving = { endOn: string; endReason: string }

/** What the form of a check holds while it is filled in. */
export type CheckDraft = {
  status: string | null
  /** Only at work: the job on record still holds, or a new one. */
  jobChoice: 'same' | 'new' | null
  job: { employer: string; placeCode: string | null; startOn: string; form: string; wageMonthly: number | null }
  leaving: { endOn: string; endReason: string | null }
  method: CheckMethodCode | null
  needs: readonly string[]
  note: string
}

export type Missing = 'status' | 'job' | 'employer' | 'place' | 'endReason' | 'method'

/** Why one tap cannot confirm this member's line today (S79, S82); undefined when it can. Asked again by the server. */
export function whyNotNoChange(member: MemberDoc, method: CheckMethodCode, today: string, parameters: PackState['parameters'] | null): NoChangeRefusal | 'other' | undefined {
  const { line, job } = member
  if (line === null || !lineCan('check', line.state)) return 'state'
  if (parameters === null) return line.noChangeAllowed ? undefined : 'other'
  const known = {
    state: line.state, knownStatus: line.knownStatus, openJobId: job?.id ?? null, evidenceOn: job?.evidenceOn ?? null, monthsWithoutContact: line.monthsWithoutContact,
  }
  return noChangeRefusal(known, method, today, parameters)
}

const endsJob = (status: string) => !isAtWork(status) && status !== '60' && status !== '90'

/** What the form must know of the job on record: nothing, whether it holds, or how it ended. */
export function asksOf(draft: CheckDraft, hasJob: boolean): { choice: boolean; newJob: boolean; leaving: boolean } {
  const atWork = draft.status !== null && isAtWork(draft.status)
  const newJob = atWork && (!hasJob || draft.jobChoice === 'new')
  return { choice: atWork && hasJob, newJob, leaving: hasJob && (newJob || (draft.status !== null && endsJob(draft.status))) }
}

/** The first thing that is still missing. */
export function missingIn(draft: CheckDraft, hasJob: boolean): Missing | undefined {
  if (draft.status === null) return 'status'
  const asks = asksOf(draft, hasJob)
  if (asks.choice && draft.jobChoice === null) return 'job'
  if (asks.newJob && draft.job.employer.trim() === '') return 'employer'
  if (asks.newJob && draft.job.placeCode === null) return 'place'
  if (asks.leaving && draft.leaving.endReason === null) return 'endReason'
  return draft.method === null ? 'method' : undefined
}

type Context = { household: HouseholdDoc; member: MemberDoc; observedAt: string; newId: () => string }

/** "No change" of one line: what is known still holds, nothing else. */
export function noChangeForm({ member, observedAt }: Omit<Context, 'household' | 'newId'>, method: CheckMethodCode): CheckForm | undefined {
  const { line } = member
  if (line === null || line.knownStatus === null) return undefined
  return {
    month: line.month, personId: member.id, observedAt, method, place: null, status: line.knownStatus, noChange: true, job: { act: 'none' },
    needs: [], services: [], note: null, lineVersion: line.version,
  }
}

/** The whole check as the contract takes it; undefined while something is missing. */
export function checkForm(context: Context, draft: CheckDraft): CheckForm | undefined {
  const { household, member, observedAt } = context
  const { line } = member
  if (line === null || draft.method === null || draft.status === null || missingIn(draft, member.job !== null) !== undefined) return undefined
  const where = [household.divisionName, household.groupName, household.address].filter((part) => part !== null && part !== '').join(' ')
  return {
    month: line.month, personId: member.id, observedAt, method: draft.method, status: draft.status as CheckForm['status'], noChange: false,
    // S82: a visit tells where it was; without a fix of the phone, in words.
    place: draft.method === 'visit' ? { latitude: null, longitude: null, accuracy: null, text: where.slice(0, 100) } : null,
    job: jobOf(context, draft), needs: draft.needs.map((kind) => ({ kind: kind as CheckForm['needs'][number]['kind'], note: null })), services: [],
    note: draft.note.trim() === '' ? null : draft.note.trim(), lineVersion: line.version,
  }
}

function jobOf({ member, newId }: Context, draft: CheckDraft): CheckForm['job'] {
  const asks = asksOf(draft, member.job !== null)
  const { endOn, endReason } = draft.leaving
  const left = member.job !== null && endReason !== null ? { episodeId: member.job.id, endOn, endReason } : null
  if (asks.newJob) return { act: 'begin', episodeId: newId(), episode: episodeOf(draft), evidence: [], ends: left }
  if (asks.leaving && left !== null) return { act: 'end', ...left }
  return member.job !== null && asks.choice ? { act: 'confirm', episodeId: member.job.id, evidence: [] } : { act: 'none' }
}

function episodeOf({ job }: CheckDraft): Extract<CheckForm['job'], { act: 'begin' }>['episode'] {
  return {
    startOn: job.startOn, endOn: null, endReason: null, employer: job.employer.trim(), uscc: null, occupation: null, industry: null, placeCode: job.placeCode ?? '',
    form: job.form, channel: null, gainType: null, organised: false, contract: null, contractFrom: null, contractTo: null, wageMonthly: job.wageMonthly, insured: null,
  }
}
