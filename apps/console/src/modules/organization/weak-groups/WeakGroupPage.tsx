import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { api } from '../../../app/api.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { useMay } from '../../../app/session.tsx'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import { formatInteger } from '../../../ui/format.ts'
import { BlockSkeleton } from '../../../ui/states/TableSkeleton.tsx'
import { DivisionTrail } from '../../../ui/view/DivisionTrail.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../ui/view/ViewButtons.tsx'
import { CadresPanel } from './CadresPanel.tsx'
import { DelistDialog } from './party-dialogs.tsx'
import { PartyGroupsPanel } from './PartyGroupsPanel.tsx'
import { AlertMark } from './weak-group-columns.tsx'
import type { WeakGroupData } from './weak-groups.data.ts'

/** One weak group: what came of it, which Party groups and cadres work there. */
export default function WeakGroupPage() {
  const t = useT()
  const { weakGroupId = '' } = useParams()
  const group = useQuery(api.organization.weakGroups.get.queryOptions({ input: { id: weakGroupId } }))
  if (group.data) return <WeakGroupSheet data={group.data} />
  return (
    <div className="page">
      {group.isError ? (
        <ProblemState error={group.error} onRetry={() => void group.refetch()} />
      ) : (
        <>
          <PageHead question={t('weakGroup.reading')} answer={undefined} />
          <BlockSkeleton height={160} />
        </>
      )}
    </div>
  )
}

function WeakGroupSheet({ data }: { data: WeakGroupData }) {
  const t = useT()
  const { group, partyGroups, cadres } = data
  const [isDelisting, setDelisting] = useState(false)
  const mayEdit = useMay('weak_group.edit') && group.delistedOn === null
  const note = [
    t('weakGroup.since', { from: group.listedOn }),
    group.criteria.map((criterion) => t(`criterion.${criterion}`)).join(t('list.comma')),
    group.note,
    group.delistedOn && t('weakGroup.until', { to: group.delistedOn, note: group.delistNote ?? '' }),
  ]
  return (
    <div className="page">
      <PageHead
        trail={
          <DivisionTrail
            label={t('user.trail')}
            steps={[
              { code: 'weak', name: t('nav.weakGroups'), href: paths.weakGroups() },
              { code: group.village, name: group.place, href: paths.organization(group.village) },
              { code: group.id, name: group.groupName },
            ]}
          />
        }
        question={t('weakGroup.question', { group: `${group.place}${group.groupName}` })}
        answer={
          <>
            {t('weakGroup.answer', {
              labourers: formatInteger(group.labourers),
              employed: formatInteger(group.employed),
              unemployed: formatInteger(group.unemployed),
              base: formatInteger(group.baseUnemployed),
              found: formatInteger(group.foundWork),
            })}{' '}
            {group.delistedOn === null && <AlertMark alert={group.alert} />}
          </>
        }
        note={note.filter(Boolean).join(' · ')}
        actions={
          <>
            {mayEdit && <ActionButton onClick={() => setDelisting(true)}>{t('weakGroups.delist')}</ActionButton>}
            <PrintButton />
          </>
        }
      />
      <PartyGroupsPanel group={group} partyGroups={partyGroups} mayEdit={mayEdit} />
      <CadresPanel group={group} cadres={cadres} mayEdit={mayEdit} />
      {isDelisting && <DelistDialog group={group} onClose={() => setDelisting(false)} />}
    </div>
  )
}
