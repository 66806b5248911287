import { NEED_KIND } from '@anye/codes/need-kind'
import { Button, Segmented } from 'antd'
import { useNavigate } from 'react-router'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { useSession } from '../../../app/session.tsx'
import { useListState } from '../../../app/use-list-state.ts'
import { formatInteger } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../ui/view/ViewButtons.tsx'
import { useCodeNames } from '../../registry/code-names.ts'
import { ChoiceFilter, SearchFilter } from '../../registry/list-filters.tsx'
import { PlaceFilter } from '../../registry/places/PlaceFilter.tsx'
import { useNeedColumns } from './need-columns.tsx'
import { NeedProgress } from './NeedProgress.tsx'
import { stageOf, STAGES, useNeedProgress, useNeeds } from './needs.data.ts'
import '../../registry/registry.css'

type List = ReturnType<typeof useListState>

/** What people asked for and who is on it: due first, closed at the village. */
export default function NeedsPage() {
  const t = useT()
  const list = useListState()
  const place = list.filter('place')
  const progress = useNeedProgress(place)
  const byPlace = list.filter('view') === 'places'
  return (
    <div className="page">
      <PageHead
        question={t('needs.question')}
        answer={
          progress.isError
            ? null
            : progress.data &&
              t('needs.answer', {
                place: progress.data.place.name,
                open: formatInteger(progress.data.total.open),
                overdue: formatInteger(progress.data.total.overdue),
                served: formatInteger(progress.data.total.served),
              })
        }
        actions={<PrintButton />}
      />
      {byPlace ? (
        <NeedProgress progress={progress} filters={<ViewFilter list={list} />} list={list} />
      ) : (
        <NeedList list={list} />
      )}
    </div>
  )
}

function NeedList({ list }: { list: List }) {
  const t = useT()
  const navigate = useNavigate()
  const { userId } = useSession()
  const needs = useNeeds(list, userId)
  const columns = useNeedColumns()
  if (needs.isError) return <ProblemState error={needs.error} onRetry={() => void needs.refetch()} />
  return (
    <DataTable
      name="needs"
      caption={t('needs.question')}
      columns={columns}
      rows={needs.data?.rows}
      rowKey={({ id }) => id}
      onOpen={({ householdId }) => void navigate(paths.household(householdId))}
      paging={list.pagingOf(needs.data)}
      filters={<NeedFilters list={list} />}
      empty={<EmptyState title={t(`needs.none.${stageOf(list)}`)} advice={t('needs.none.advice')} />}
    />
  )
}

function NeedFilters({ list }: { list: List }) {
  const t = useT()
  const { optionsOf } = useCodeNames()
  const isMine = list.filter('mine') === 'true'
  return (
    <>
      <ViewFilter list={list} />
      <Segmented
        size="small"
        value={stageOf(list)}
        onChange={(stage) => list.setFilter('stage', stage)}
        options={STAGES.map((value) => ({ value, label: t(`need.stage.${value}`) }))}
      />
      <PlaceFilter value={list.filter('place')} onChange={(value) => list.setFilter('place', value)} />
      <ChoiceFilter
        title={t('need.kind')}
        value={list.filter('kind')}
        options={optionsOf(NEED_KIND)}
        onChange={(value) => list.setFilter('kind', value)}
      />
      <Button
        size="small"
        type={isMine ? 'primary' : 'default'}
        aria-pressed={isMine}
        onClick={() => list.setFilter('mine', isMine ? undefined : 'true')}
      >
        {t('needs.mine')}
      </Button>
      <SearchFilter
        value={list.filter('owner')}
        onChange={(value) => list.setFilter('owner', value)}
        placeholder={t('needs.owner.search')}
      />
    </>
  )
}

function ViewFilter({ list }: { list: List }) {
  const t = useT()
  return (
    <Segmented
      size="small"
      value={list.filter('view') === 'places' ? 'places' : 'list'}
      onChange={(view) => list.setFilter('view', view === 'places' ? view : undefined)}
      options={(['list', 'places'] as const).map((value) => ({ value, label: t(`needs.view.${value}`) }))}
    />
  )
}
