import { NEED_KIND } from '@anye/codes/need-kind'
import type { HouseholdDoc, MemberDoc } from '@anye/pack/documents'
import { useName, useT } from '../../app/i18n/locale.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Fieldset, TextField } from '../../ui/Field.tsx'
import { asksOf, type CheckDraft } from './check.rules.ts'
import { withStatus } from './draft.ts'
import { LeavingFields } from './LeavingFields.tsx'
import { MethodChoice } from './MethodChoice.tsx'
import { NewJobFields } from './NewJobFields.tsx'
import { StatusChoice } from './StatusChoice.tsx'

interface CheckFieldsProps {
  household: HouseholdDoc
  member: MemberDoc
  draft: CheckDraft
  onChange: (draft: CheckDraft) => void
}

/** The form in the order of the talk: what is true now, the job, how it was checked, what they ask for. */
export function CheckFields({ household, member, draft, onChange }: CheckFieldsProps) {
  const t = useT()
  const asks = asksOf(draft, member.job !== null)
  const set = (change: Partial<CheckDraft>) => onChange({ ...draft, ...change })
  const jobChoices = [
    { value: 'same' as const, word: t('check.sameJob'), note: member.job === null ? undefined : t('member.job', { employer: member.job.employer, place: member.job.place }) },
    { value: 'new' as const, word: t('check.newJob') },
  ]
  return (
    <div className="card check-form">
      <StatusChoice value={draft.status} onChange={(status) => onChange(withStatus(draft, status, household.division))} />
      {asks.choice && <Choices label={t('check.sameJob')} value={draft.jobChoice} onChange={(jobChoice) => set({ jobChoice })} options={jobChoices} />}
      {asks.newJob && draft.status !== null && <NewJobFields status={draft.status} homeVillage={household.division} job={draft.job} onChange={(job) => set({ job })} />}
      {asks.leaving && <LeavingFields leaving={draft.leaving} onChange={(leaving) => set({ leaving })} />}
      <Fieldset legend={t('check.method')}><MethodChoice label={t('check.method')} value={draft.method} onChange={(method) => set({ method })} /></Fieldset>
      <NeedChips needs={draft.needs} onChange={(needs) => set({ needs })} />
      <TextField label={t('check.note')} value={draft.note} onChange={(note) => set({ note })} maxLength={200} />
    </div>
  )
}

/** What the worker asks for: each becomes a task with a name and a day (S80). */
function NeedChips({ needs, onChange }: { needs: readonly string[]; onChange: (needs: readonly string[]) => void }) {
  const t = useT()
  const nameOf = useName()
  const toggle = (code: string) => onChange(needs.indexOf(code) >= 0 ? needs.filter((each) => each !== code) : [...needs, code])
  return (
    <Fieldset legend={t('check.needs')}>
      <div className="chips" role="group" aria-label={t('check.needs')}>
        {NEED_KIND.map((entry) => (
          <button key={entry.code} type="button" role="checkbox" aria-checked={needs.indexOf(entry.code) >= 0} onClick={() => toggle(entry.code)}>{nameOf(entry)}</button>
        ))}
      </div>
    </Fieldset>
  )
}
