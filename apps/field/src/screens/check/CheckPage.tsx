import { useState } from 'react'
import type { HouseholdDoc, MemberDoc } from '@anye/pack/documents'
import { useName, useT } from '../../app/i18n/locale.tsx'
import { paths } from '../../app/paths.ts'
import { useOpen, useStored } from '../../app/phone-context.tsx'
import { useRouter } from '../../app/router.tsx'
import { useSync } from '../../app/sync.tsx'
import { useProblem } from '../../app/use-problem.ts'
import { Page } from '../../shell/Page.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState, ErrorState, ListSkeleton } from '../../ui/States.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { readHousehold } from '../household/household.data.ts'
import { CheckFields } from './CheckFields.tsx'
import { freshId, nowIso, queueChecks } from './check.data.ts'
import { checkForm, missingIn, type CheckDraft } from './check.rules.ts'
import { newDraft } from './draft.ts'
import { statusName } from './status-names.ts'
import './check.css'

/** One labourer's line of the month, where one tap is not enough. */
export default function CheckPage({ householdId, personId }: { householdId: string; personId: string }) {
  const t = useT()
  const problem = useProblem()
  const { data, error, reload } = useStored((storage) => readHousehold(storage, householdId), householdId)
  const member = data?.household?.members.find(({ id }) => id === personId)
  if (data?.household && member?.line) return <CheckOne household={data.household} member={member} />
  return (
    <Page title={t('member.check')} backTo={paths.household(householdId)}>
      {error !== undefined ? <ErrorState message={problem(error)} retryWord={t('app.retry')} onRetry={reload} /> : data === undefined
        ? <ListSkeleton label={t('app.loading')} rows={4} />
        : <EmptyState title={t('household.gone')} advice={t('household.gone.advice')} />}
    </Page>
  )
}

function CheckOne({ household, member }: { household: HouseholdDoc; member: MemberDoc }) {
  const t = useT()
  const [draft, setDraft] = useState(newDraft)
  const { busy, fault, save } = useSave(household, member, draft)
  const missing = missingIn(draft, member.job !== null)
  const blocked = missing === undefined ? undefined : t('check.missing', { what: t(`missing.${missing}`) })
  return (
    <Page
      title={t('check.title', { name: member.name })} backTo={paths.household(household.id)}
      action={<Button kind="primary" busy={busy} onClick={save} blockedBecause={blocked}>{t('check.save')}</Button>}
    >
      {fault !== undefined && <div className="card"><p className="refusal" role="alert">{fault}</p></div>}
      <CheckFields household={household} member={member} draft={draft} onChange={setDraft} />
    </Page>
  )
}

function useSave(household: HouseholdDoc, member: MemberDoc, draft: CheckDraft) {
  const t = useT()
  const nameOf = useName()
  const toast = useToast()
  const problem = useProblem()
  const { back } = useRouter()
  const { storage, keys, touch } = useOpen()
  const { soon } = useSync()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | undefined>()
  const save = () => {
    const form = checkForm({ household, member, observedAt: nowIso(), newId: freshId }, draft)
    if (form === undefined) return
    setBusy(true)
    setFault(undefined)
    const title = `${member.name} · ${nameOf(statusName(form.status))}${form.job.act === 'begin' ? ` · ${form.job.episode.employer}` : ''}`
    queueChecks(storage, keys.userId, household, [{ member, form, title }])
      .then(() => {
        toast(t('check.saved'))
        touch()
        soon()
        back(paths.household(household.id))
      })
      .catch((error: unknown) => {
        setFault(problem(error))
        window.scrollTo(0, 0)
      })
      .finally(() => setBusy(false))
  }
  return { busy, fault, save }
}
