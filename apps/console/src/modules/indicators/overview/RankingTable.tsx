import { INDICATORS } from '@anye/contract/indicators/catalogue'
import { useMemo } from 'react'
import { useName, useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { Delta } from '../../../ui/figures/Delta.tsx'
import { DeviationBar } from '../../../ui/figures/DeviationBar.tsx'
import { LinkedNumber } from '../../../ui/figures/LinkedNumber.tsx'
import { RateCell } from '../../../ui/figures/RateCell.tsx'
import { StateMark } from '../../../ui/figures/StateMark.tsx'
import { formatPercent, formatSigned } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { valueOf } from '../indicator-names.ts'
import type { ChildRow } from '../indicator-types.ts'
import { Trend } from './Trend.tsx'

interface RankingTableProps {
  rows: readonly ChildRow[]
  canList: boolean
  /** The day whose books are shown; undefined is now. */
  day: string | undefined
  onOpen: (row: ChildRow) => void
}

/** Units below by deviation from plan, the furthest behind first: that is where the day's calls go. */
export function RankingTable({ rows, canList, day, onOpen }: RankingTableProps) {
  const t = useT()
  const ordered = useMemo(() => rows.toSorted(byNeed), [rows])
  return (
    <DataTable
      name="overview"
      caption={t('overview.ranking')}
      columns={useRankingColumns(ordered, { canList, day })}
      rows={ordered}
      rowKey={({ place }) => place.code}
      onOpen={onOpen}
    />
  )
}

/** Furthest behind first; units without a figure last. */
function byNeed(x: ChildRow, y: ChildRow): number {
  const need = (row: ChildRow) => {
    const a = valueOf(row.values, 'A')
    return a?.deviation ?? a?.value ?? Number.POSITIVE_INFINITY
  }
  return need(x) - need(y)
}

function useRankingColumns(rows: readonly ChildRow[], { canList, day }: Pick<RankingTableProps, 'canList' | 'day'>): readonly Column<ChildRow>[] {
  const t = useT()
  const reach = Math.max(...rows.map(({ values }) => Math.abs(valueOf(values, 'A')?.deviation ?? 0)))
  const nameOf = useName()
  const listHref = (row: ChildRow, counter: string) =>
    canList ? paths.members(counter, { place: row.place.code, day }) : undefined
  const rate = (key: 'A' | 'B', counter: string): Column<ChildRow> => ({
    key,
    title: t(`overview.map.${key}`),
    unit: '%',
    align: 'number',
    render: (row) => {
      const value = valueOf(row.values, key)
      return (
        <RateCell
          percent={value?.value ?? null}
          bar={false}
          href={listHref(row, counter)}
          label={t('coverage.open', { place: row.place.name, name: nameOf(INDICATORS[key]) })}
        />
      )
    },
  })
  return [
    { key: 'unit', title: t('overview.unit'), render: ({ place }) => <UiLink href={paths.overview(place.code, { day })}>{place.name}</UiLink> },
    { key: 'rank', title: t('overview.rank'), align: 'number', render: (row) => <Rank row={row} /> },
    {
      key: 'state',
      title: t('overview.state'),
      render: ({ values }) => <StateMark state={valueOf(values, 'A')?.state ?? 'no_data'} />,
    },
    rate('A', 'hh.poor.uncovered'),
    {
      key: 'deviation',
      title: t('overview.deviation'),
      unit: '%',
      align: 'number',
      render: ({ values }) => {
        const deviation = valueOf(values, 'A')?.deviation ?? null
        return (
          <span className="rate-cell">
            <DeviationBar deviation={deviation} reach={reach} width={72} />
            <span className="rate-cell-value">{formatSigned(deviation)}</span>
          </span>
        )
      },
    },
    {
      key: 'trend',
      title: t('overview.trend'),
      render: ({ trend, place }) => <Trend name={place.name} trend={trend} print={formatPercent} />,
    },
    rate('B', 'hh.resettled.uncovered'),
    {
      key: 'zero',
      title: t('overview.zero'),
      align: 'number',
      render: (row) => (
        <LinkedNumber
          value={row.zero}
          href={listHref(row, 'hh.zero')}
          label={t('coverage.open', { place: row.place.name, name: t('overview.zero') })}
        />
      ),
    },
  ]
}

function Rank({ row }: { row: ChildRow }) {
  const t = useT()
  if (row.rank === null) return <span className="quiet">{t('overview.rank.none')}</span>
  return (
    <>
      {row.rank} {row.rankChange ? <Delta value={row.rankChange} digits={0} since={t('overview.since')} /> : null}
    </>
  )
}
