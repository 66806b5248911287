import type { ReactNode } from 'react'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import type { useListState } from '../../../app/use-list-state.ts'
import { formatInteger } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { PlaceFilter } from '../../registry/places/PlaceFilter.tsx'
import { STAGES } from './needs.data.ts'
import type { Stage, useNeedProgress } from './needs.data.ts'

type Query = ReturnType<typeof useNeedProgress>
type Row = NonNullable<Query['data']>['rows'][number]

interface NeedProgressProps {
  progress: Query
  filters: ReactNode
  list: ReturnType<typeof useListState>
}

/** How the places below stand, worst first: every count opens to its needs. */
export function NeedProgress({ progress, filters, list }: NeedProgressProps) {
  const t = useT()
  const columns = useColumns()
  if (progress.isError) return <ProblemState error={progress.error} onRetry={() => void progress.refetch()} />
  return (
    <DataTable
      name="need-progress"
      caption={t('needs.view.places')}
      columns={columns}
      rows={progress.data?.rows.toSorted((x, y) => y.overdue - x.overdue || y.open - x.open)}
      rowKey={({ code }) => code}
      onOpen={({ code }) => list.setFilter('place', code)}
      filters={
        <>
          {filters}
          <PlaceFilter value={list.filter('place')} onChange={(value) => list.setFilter('place', value)} />
        </>
      }
      empty={<EmptyState title={t('needs.none.open')} />}
    />
  )
}

function useColumns(): readonly Column<Row>[] {
  const t = useT()
  const count = (stage: Stage): Column<Row> => ({
    key: stage,
    title: t(`need.stage.${stage}`),
    unit: t('unit.case'),
    align: 'number',
    render: (row) =>
      row[stage] === 0 ? 0 : <UiLink href={paths.needs({ place: row.code, stage })}>{formatInteger(row[stage])}</UiLink>,
  })
  return [
    {
      key: 'name',
      title: t('needs.place'),
      render: ({ code, name }) => <UiLink href={paths.needs({ place: code, view: 'places' })}>{name}</UiLink>,
    },
    ...STAGES.map(count),
  ]
}
