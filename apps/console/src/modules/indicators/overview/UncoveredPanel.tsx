import { useQuery } from '@tanstack/react-query'
import { counterNames } from 'virtual:contract'
import { useNavigate } from 'react-router'
import { api } from '../../../app/api.ts'
import { useName, useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { formatInteger } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Panel } from '../../../ui/view/PageHead.tsx'
import { useMemberColumns } from '../members/member-columns.tsx'

const COUNTER = 'hh.poor.uncovered'
/** On the wall chart of one village the place goes without saying. */
const SHOWN = new Set(['head', 'group', 'type', 'labourers', 'employed'])

/** In a village nothing is below to rank: its households without a stable job stand in that place. */
export function UncoveredPanel({ place, day }: { place: string; day: string | undefined }) {
  const t = useT()
  const nameOf = useName()
  const navigate = useNavigate()
  const title = nameOf(counterNames[COUNTER])
  const columns = useMemberColumns('household').filter(({ key }) => SHOWN.has(key))
  const members = useQuery(api.indicators.members.list.queryOptions({ input: { counter: COUNTER, place, day } }))
  const { data } = members
  return (
    <Panel
      title={title}
      note={data && `${formatInteger(data.total)} ${t('unit.household')}`}
      actions={<UiLink href={paths.members(COUNTER, { place, day })}>{t('zero.all')}</UiLink>}
    >
      {members.isError ? (
        <ProblemState error={members.error} onRetry={() => void members.refetch()} />
      ) : (
        <DataTable
          name="overview-uncovered"
          caption={title}
          columns={columns}
          rows={data?.rows}
          rowKey={({ householdId }) => householdId}
          onOpen={({ householdId }) => void navigate(paths.household(householdId))}
          empty={<EmptyState title={t('overview.uncovered.none')} advice={t('overview.uncovered.none.advice')} />}
        />
      )}
    </Panel>
  )
}
