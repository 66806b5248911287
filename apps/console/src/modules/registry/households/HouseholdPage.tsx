import { useParams } from 'react-router'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { formatInteger } from '../../../ui/format.ts'
import { BlockSkeleton } from '../../../ui/states/TableSkeleton.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../ui/view/ViewButtons.tsx'
import { UiLink } from '../../../ui/link.tsx'
import { ContactsPanel } from '../contacts/ContactsPanel.tsx'
import type { HouseholdPageData } from '../registry-types.ts'
import { ZeroCasePanel } from '../../indicators/zero/ZeroCasePanel.tsx'
import { NeedsPanel } from '../../cards/needs/NeedsPanel.tsx'
import { VersionList } from '../versions/VersionList.tsx'
import { CoverMark } from './CoverMark.tsx'
import { HouseholdFacts } from './HouseholdFacts.tsx'
import { useHousehold } from './households.data.ts'
import { HouseholdActions } from './HouseholdActions.tsx'
import { MembersPanel } from './MembersPanel.tsx'

/** One household: is anybody in work, who could be, through whom, and where it came from. */
export default function HouseholdPage() {
  const t = useT()
  const { householdId = '' } = useParams()
  const household = useHousehold(householdId)
  if (household.isError) {
    return (
      <div className="page">
        <ProblemState error={household.error} onRetry={() => void household.refetch()} />
      </div>
    )
  }
  if (!household.data) {
    return (
      <div className="page">
        <PageHead question={t('household.question.reading')} answer={undefined} />
        <BlockSkeleton height={208} />
        <BlockSkeleton height={160} />
      </div>
    )
  }
  return <HouseholdSheet data={household.data} />
}

function HouseholdSheet({ data }: { data: HouseholdPageData }) {
  const t = useT()
  const { household, members, lineage } = data
  const nameOfMember = (id: string) => members.find((member) => member.id === id)?.name
  const isMerged = household.status !== 'active'
  return (
    <div className="page">
      <PageHead
        trail={
          <nav className="trail" aria-label={t('field.village')}>
            <UiLink href={paths.households({ place: household.villageCode })}>{household.place}</UiLink>
          </nav>
        }
        question={t('household.question', { head: household.headName })}
        answer={
          isMerged ? (
            t('household.answer.merged')
          ) : (
            <span className="answer-mark">
              <CoverMark household={household} />
              {t('household.answer', {
                members: household.members,
                labourers: household.labourers,
                employed: formatInteger(household.employed),
                stable: formatInteger(household.stable),
              })}
              {household.zeroSince && t('household.answer.zero', { since: household.zeroSince })}
            </span>
          )
        }
        note={household.hhNo ? t('household.number', { number: household.hhNo }) : undefined}
        actions={
          <>
            <HouseholdActions data={data} />
            <PrintButton />
          </>
        }
      />
      <MembersPanel members={members} />
      <ContactsPanel data={data} />
      <ZeroCasePanel householdId={household.id} />
      <NeedsPanel
        of={{ householdId: household.id }}
        villageCode={household.villageCode}
        people={members}
        isActive={!isMerged}
      />
      <HouseholdFacts data={data} />
      {lineage.length > 0 && (
        <p className="lineage">
          {t('household.lineage')}
          {lineage.map(({ id, headName, relation }) => (
            <UiLink key={id} href={paths.household(id)}>
              {t(`household.lineage.${relation}`, { head: headName })}
            </UiLink>
          ))}
        </p>
      )}
      <VersionList versions={data.versions} nameOfMember={nameOfMember} />
    </div>
  )
}
