import { useLocale } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { formatDateTime } from '../../../ui/format.ts'
import { Panel } from '../../../ui/view/PageHead.tsx'
import { CaseActions } from './CaseActions.tsx'
import { CaseMark } from './CaseMark.tsx'
import { useCase } from './cases.data.ts'
import { DaysLeft } from './ZeroTable.tsx'
import '../../registry/registry.css'

/** The household's case of zero employment with its history; absent for a household that never was one. */
export function ZeroCasePanel({ householdId }: { householdId: string }) {
  const { t } = useLocale()
  const page = useCase(householdId)
  if (page.isError) return <ProblemState error={page.error} onRetry={() => void page.refetch()} />
  const found = page.data?.case
  if (!page.data || !found) return null
  return (
    <Panel
      title={t('case.title')}
      note={found.ownerName ? t('case.note.owner', { owner: found.ownerName, since: found.since }) : t('case.note.noOwner', { since: found.since })}
      actions={<CaseActions handle={found} />}
    >
      <p className="panel-body panel-marks">
        <CaseMark {...found} />
        {found.state === 'open' && !found.placed && <DaysLeft days={found.daysLeft} />}
      </p>
      <table className="plain-table">
        <caption className="visually-hidden">{t('case.history')}</caption>
        <tbody>
          {page.data.events.map((event, index) => (
            <tr key={`${event.at}-${index}`}>
              <th scope="row">{formatDateTime(event.at)}</th>
              <td>{t(`case.event.${event.kind}`)}</td>
              <td>
                {[event.ownerName, event.employer, event.note].filter(Boolean).join(' · ')}
                <span className="quiet">{event.by}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
