import { useState } from 'react'
import type { HouseholdDoc, MemberDoc } from '@anye/pack/documents'
import { today } from '../../app/clock.ts'
import { useName, useT } from '../../app/i18n/locale.tsx'
import { paths } from '../../app/paths.ts'
import { useOpen, useStored } from '../../app/phone-context.tsx'
import { useSync } from '../../app/sync.tsx'
import { useProblem } from '../../app/use-problem.ts'
import { Page } from '../../shell/Page.tsx'
import { Button } from '../../ui/Button.tsx'
import { Fieldset } from '../../ui/Field.tsx'
import { EmptyState, ErrorState, ListSkeleton } from '../../ui/States.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { nowIso, queueChecks, queueFailedCall } from '../check/check.data.ts'
import { noChangeForm, whyNotNoChange } from '../check/check.rules.ts'
import { lastMethod } from '../check/method.ts'
import { MethodChoice } from '../check/MethodChoice.tsx'
import { statusName } from '../check/status-names.ts'
import { markOf } from '../today/today-rows.ts'
import { HouseholdFacts } from './HouseholdFacts.tsx'
import { readHousehold, type HouseholdView } from './household.data.ts'
import { MemberCard } from './MemberCard.tsx'
import { OpenNeeds } from './OpenNeeds.tsx'
import { OtherMembers } from './OtherMembers.tsx'
import './household.css'

/** One household: who lives there, what each does, and one tap where nothing has changed. */
export default function HouseholdPage({ householdId }: { householdId: string }) {
  const t = useT()
  const problem = useProblem()
  const { data, error, reload } = useStored((storage) => readHousehold(storage, householdId), householdId)
  if (data?.household) return <OneHousehold household={data.household} view={data} />
  return (
    <Page title={t('household.title')} backTo={paths.today()}>
      {error !== undefined ? <ErrorState message={problem(error)} retryWord={t('app.retry')} onRetry={reload} /> : data === undefined
        ? <ListSkeleton label={t('app.loading')} rows={4} />
        : <EmptyState title={t('household.gone')} advice={t('household.gone.advice')} />}
    </Page>
  )
}

function OneHousehold({ household, view }: { household: HouseholdDoc; view: HouseholdView }) {
  const t = useT()
  const [method, setMethod] = useState(lastMethod)
  const labourers = household.members.filter(({ line }) => line !== null)
  const due = labourers.filter((member) => markOf(member.line?.state ?? null, view.checks.get(member.id)) === 'due')
  const whyNot = (member: MemberDoc) => whyNotNoChange(member, method, today(), view.state?.parameters ?? null)
  const all = due.length > 0 && due.every((member) => whyNot(member) === undefined)
  const { busy, fault, confirm, noAnswer } = useQuickActs(household, method)
  // A grey button would take a fifth of a small screen to say what one line says.
  const action = due.length > 0 && (all
    ? <Button kind="primary" busy={busy} onClick={() => confirm(due)}>{t('household.allNoChange')}</Button>
    : <p className="small quiet">{t('household.allNoChange.why')}</p>)
  return (
    <Page title={household.headName} backTo={paths.today()} action={action}>
      <HouseholdFacts household={household} reasons={view.reasons} />
      {fault !== undefined && <div className="card"><p className="refusal" role="alert">{fault}</p></div>}
      {due.length > 0
        ? <div className="card"><Fieldset legend={t('household.method')}><MethodChoice label={t('household.method')} value={method} onChange={setMethod} /></Fieldset></div>
        : labourers.length > 0 && <p className="card quiet">{t('household.nothingDue')}</p>}
      <h2 className="section-title">{t('household.labourers', { count: labourers.length })}</h2>
      <ul className="rows">
        {labourers.map((member) => (
          <li key={member.id}>
            <MemberCard
              householdId={household.id} member={member} check={view.checks.get(member.id)} whyNot={whyNot(member)} busy={busy} onNoChange={() => confirm([member])}
              onNoAnswer={() => noAnswer(member)}
            />
          </li>
        ))}
      </ul>
      <OpenNeeds household={household} />
      <OtherMembers members={household.members.filter(({ line }) => line === null)} />
    </Page>
  )
}

/** What one tap queues: "no change" of members, a call that nobody answered. Says so only when it is on the phone. */
function useQuickActs(household: HouseholdDoc, method: ReturnType<typeof lastMethod>) {
  const t = useT()
  const nameOf = useName()
  const toast = useToast()
  const problem = useProblem()
  const { storage, keys, touch } = useOpen()
  const { soon } = useSync()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | undefined>()
  const queue = (work: Promise<void>, said: string) => {
    setBusy(true)
    setFault(undefined)
    work.then(() => toast(said)).catch((error: unknown) => setFault(problem(error))).finally(() => {
      setBusy(false)
      touch()
      soon()
    })
  }
  const confirm = (members: readonly MemberDoc[]) => {
    const checks = members.flatMap((member) => {
      const form = noChangeForm({ member, observedAt: nowIso() }, method)
      return form === undefined ? [] : [{ member, form, title: `${member.name} · ${t('member.noChange')} · ${nameOf(statusName(form.status))}` }]
    })
    queue(queueChecks(storage, keys.userId, household, checks), t('check.noChangeSaved', { count: checks.length }))
  }
  const noAnswer = (member: MemberDoc) =>
    queue(queueFailedCall(storage, keys.userId, household, { member, title: `${member.name} · ${t('member.callFailed')}` }), t('member.callFailed.saved', { name: member.name }))
  return { busy, fault, confirm, noAnswer }
}
