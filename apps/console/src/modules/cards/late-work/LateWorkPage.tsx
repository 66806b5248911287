import { Segmented } from 'antd'
import { useNavigate } from 'react-router'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { useListState } from '../../../app/use-list-state.ts'
import { formatInteger } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../ui/view/ViewButtons.tsx'
import { PlaceFilter } from '../../registry/places/PlaceFilter.tsx'
import { FileButton } from './FileButton.tsx'
import { useLateWorkColumns } from './late-work-columns.tsx'
import { stateOf, STATES, useLateWork } from './late-work.data.ts'
import '../../registry/registry.css'

/** What phones brought too late, and whoever has the household now has to decide about. */
export default function LateWorkPage() {
  const t = useT()
  const navigate = useNavigate()
  const list = useListState()
  const late = useLateWork(list)
  const state = stateOf(list)
  const total = late.data?.total ?? 0
  return (
    <div className="page">
      <PageHead
        question={t('late.question')}
        answer={late.isError ? null : late.data && t(`late.answer.${total === 0 ? 'none' : state}`, { count: formatInteger(total) })}
        actions={
          <>
            <PrintButton />
            <FileButton />
          </>
        }
      />
      {late.isError ? (
        <ProblemState error={late.error} onRetry={() => void late.refetch()} />
      ) : (
        <DataTable
          name="late-work"
          caption={t('late.question')}
          columns={useLateWorkColumns(state)}
          rows={late.data?.rows}
          rowKey={({ id }) => id}
          onOpen={({ householdId }) => void navigate(paths.household(householdId))}
          paging={list.pagingOf(late.data)}
          filters={
            <>
              <Segmented
                size="small"
                value={state}
                onChange={(value) => list.setFilter('state', value)}
                options={STATES.map((value) => ({ value, label: t(`late.state.${value}`) }))}
              />
              <PlaceFilter value={list.filter('place')} onChange={(value) => list.setFilter('place', value)} />
            </>
          }
          empty={<EmptyState title={t(`late.empty.${state}`)} advice={t('late.empty.advice')} />}
        />
      )}
    </div>
  )
}
