import { describe, expect, it } from 'vitest'
import { CheckForm } from '@anye/contract/cards/check'
import { checkOfCard } from '@anye/contract/cards/check.rules'
import { DEFAULT_CARD_PARAMETERS } from '@anye/contract/cards/card-parameters'
import type { HouseholdDoc, JobDoc, MemberDoc } from '@anye/pack/documents'
import { asksOf, checkForm, missingIn, noChangeForm, whyNotNoChange, type CheckDraft } from './check.rules.ts'

const TODAY = '2026-11-20'
const ID = (n: number) => `00000000-0000-7000-8000-00000000000${n}`
const job: JobDoc = { id: ID(1), employer: '双童', place: '浙江金华', startOn: '2026-02-20', wageMonthly: 4000, evidenceOn: '2026-11-01', contractTo: null, version: 1 }
const member = (changes: Partial<MemberDoc> = {}): MemberDoc => ({
  id: ID(2), name: '韦阿妹', initials: 'wam', sex: '2', birth: '1990-01-01', relation: '02', idLast4: null, labourer: true, job, exemptUntil: null,
  line: { month: '2026-11', state: 'due', statusCode: null, knownStatus: '11', monthsWithoutContact: 0, noChangeAllowed: true, noChangeRefusal: null, returnedReason: null, version: 3 },
  ...changes,
})
const household: HouseholdDoc = {
  id: ID(3), division: '522326001001', divisionName: '纳林村', groupName: '一组', gridName: '', headName: '韦阿妹', hhNo: null, address: '12号', segments: [], phoneMasked: null,
  contactName: null, version: 1, members: [], needs: [], reasons: [],
}
const draft = (changes: Partial<CheckDraft> = {}): CheckDraft => ({
  status: '11', jobChoice: 'same', job: { employer: '康奈', placeCode: '330300', startOn: TODAY, form: '1', wageMonthly: 4500 }, leaving: { endOn: TODAY, endReason: '06' },
  method: 'visit', needs: [], note: '', ...changes,
})
const observedAt = '2026-11-20T02:00:00.000Z'
/** What the server will say of it: the schema and the rules of the contract. */
const judged = (who: MemberDoc, form: CheckForm | undefined) => checkOfCard({
  form: CheckForm.parse(form), today: TODAY, parameters: DEFAULT_CARD_PARAMETERS,
  line: { state: 'due', knownStatus: who.line?.knownStatus ?? null, openJobId: who.job?.id ?? null, evidenceOn: who.job?.evidenceOn ?? null, monthsWithoutContact: 0 },
})
const formOf = (who: MemberDoc, filled: CheckDraft) => checkForm({ household, member: who, observedAt, newId: () => ID(9) }, filled)

describe('"no change" on the phone', () => {
  it('S79 is offered as the contract allows it on the day, and says why not', () => {
    const parameters = { evidenceDays: 45, monthsWithoutContact: 2 }
    expect(whyNotNoChange(member(), 'visit', TODAY, parameters)).toBeUndefined()
    expect(whyNotNoChange(member(), 'visit', '2027-01-10', parameters)).toBe('stale')
    expect(whyNotNoChange(member({ line: null }), 'visit', TODAY, parameters)).toBe('state')
  })

  it('follows the server’s word while the phone does not know the parameters', () => {
    expect(whyNotNoChange(member(), 'visit', TODAY, null)).toBeUndefined()
    const line = member().line
    expect(whyNotNoChange(member({ line: line && { ...line, noChangeAllowed: false } }), 'visit', TODAY, null)).toBe('other')
  })

  it('is a check that the server takes', () => {
    const form = noChangeForm({ member: member(), observedAt }, 'phone')
    expect(judged(member(), form)).toBeUndefined()
    expect(form).toMatchObject({ noChange: true, status: '11', lineVersion: 3 })
  })
})

describe('a full check on the phone', () => {
  it.each([
    ['the same job', member(), draft(), 'confirm'],
    ['a new job after the old one', member(), draft({ jobChoice: 'new' }), 'begin'],
    ['a first job', member({ job: null }), draft({ jobChoice: null }), 'begin'],
    ['somebody back home', member(), draft({ status: '20', jobChoice: null }), 'end'],
    ['somebody without a job', member({ job: null }), draft({ status: '30', jobChoice: null }), 'none'],
    ['somebody not reached', member(), draft({ status: '90', jobChoice: null, method: 'phone' }), 'none'],
  ] as const)('of %s is one that the server takes', (_what, who, filled, act) => {
    const form = formOf(who, filled)
    expect(form?.job.act).toBe(act)
    expect(judged(who, form)).toBeUndefined()
  })

  it('S82 of a visit tells where it was', () => {
    expect(formOf(member(), draft())?.place).toMatchObject({ text: '纳林村 一组 12号' })
    expect(formOf(member(), draft({ method: 'phone' }))?.place).toBeNull()
  })

  it('ends the old job when a new one begins', () => {
    expect(formOf(member(), draft({ jobChoice: 'new' }))?.job).toMatchObject({ ends: { episodeId: job.id, endOn: TODAY, endReason: '06' }, episode: { employer: '康奈', placeCode: '330300' } })
  })

  it('asks only for what is needed, and says what is missing', () => {
    expect(asksOf(draft({ status: '30' }), true)).toEqual({ choice: false, newJob: false, leaving: true })
    expect(asksOf(draft({ status: '90' }), true)).toEqual({ choice: false, newJob: false, leaving: false })
    const empty = { ...draft().job, employer: ' ', placeCode: null }
    const missing = [
      missingIn(draft({ status: null }), true), missingIn(draft({ jobChoice: null }), true), missingIn(draft({ jobChoice: 'new', job: empty }), true),
      missingIn(draft({ jobChoice: 'new', job: { ...empty, employer: '康奈' } }), true), missingIn(draft({ status: '20', leaving: { endOn: TODAY, endReason: null } }), true),
      missingIn(draft({ method: null }), true), missingIn(draft(), true),
    ]
    expect(missing).toEqual(['status', 'job', 'employer', 'place', 'endReason', 'method', undefined])
    expect(formOf(member(), draft({ method: null }))).toBeUndefined()
  })
})
