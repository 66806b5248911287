import { Navigate, useNavigate } from 'react-router'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { useSession } from '../../../app/session.tsx'
import { useListState } from '../../../app/use-list-state.ts'
import { RateCell } from '../../../ui/figures/RateCell.tsx'
import { formatInteger } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../ui/view/ViewButtons.tsx'
import { PlaceFilter } from '../../registry/places/PlaceFilter.tsx'
import { percentOf } from './percent.ts'
import { useVillages } from './paper.data.ts'
import type { VillageRow } from './paper.data.ts'

const VILLAGE = /^\d{12}$/

/** How many households of each village have their service card; who keeps one village alone goes straight there. */
export default function VillagesPage() {
  const { scope } = useSession()
  return scope !== undefined && VILLAGE.test(scope.code) ? <Navigate to={paths.paperCardsOf(scope.code)} replace /> : <Villages />
}

function Villages() {
  const t = useT()
  const navigate = useNavigate()
  const list = useListState()
  const villages = useVillages({ place: list.filter('place'), cursor: list.cursor })
  const { data } = villages
  const complete = data?.rows.filter(({ households, carded }) => carded === households).length
  return (
    <div className="page">
      <PageHead
        question={t('cards.villages.question')}
        answer={villages.isError ? null : data && t('cards.villages.answer', { shown: data.rows.length, complete: complete ?? 0 })}
        actions={<PrintButton />}
      />
      {villages.isError ? (
        <ProblemState error={villages.error} onRetry={() => void villages.refetch()} />
      ) : (
        <DataTable
          name="card-villages"
          caption={t('cards.villages.question')}
          columns={useVillageColumns()}
          rows={data?.rows}
          rowKey={({ village }) => village}
          onOpen={({ village }) => void navigate(paths.paperCardsOf(village))}
          paging={list.pagingOf(data)}
          filters={<PlaceFilter value={list.filter('place')} onChange={(value) => list.setFilter('place', value)} />}
        />
      )}
    </div>
  )
}

function useVillageColumns(): readonly Column<VillageRow>[] {
  const t = useT()
  const count = (key: 'households' | 'carded' | 'labourers' | 'bagsSeen' | 'bagsMissing', unit: string): Column<VillageRow> => ({
    key, title: t(`cards.${key}`), unit, align: 'number', render: (row) => formatInteger(row[key]),
  })
  const household = t('unit.household.short')
  return [
    { key: 'village', title: t('field.village'), render: ({ village, name }) => <UiLink href={paths.paperCardsOf(village)}>{name}</UiLink> },
    { key: 'place', title: t('cards.place'), render: ({ place }) => place },
    count('households', household),
    count('carded', household),
    { key: 'rate', title: t('cards.rate'), unit: '%', align: 'number', render: (row) => <RateCell percent={percentOf(row.carded, row.households)} /> },
    count('labourers', t('unit.person')),
    count('bagsSeen', household),
    count('bagsMissing', household),
  ]
}
