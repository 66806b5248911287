import { INDICATORS } from '@anye/contract/indicators/catalogue'
import type { IndicatorKey } from '@anye/contract/indicators/catalogue'
import { counterNames } from 'virtual:contract'
import { useName, useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { LinkedNumber } from '../../../ui/figures/LinkedNumber.tsx'
import { RateCell } from '../../../ui/figures/RateCell.tsx'
import { UiLink } from '../../../ui/link.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { counterBehind, valueOf } from '../indicator-names.ts'
import type { CoverageRow } from '../indicator-types.ts'
import { COVERAGE_VIEWS } from './coverage-views.ts'
import type { CoverageColumn, CoverageView } from './coverage-views.ts'

interface ColumnOptions {
  view: CoverageView
  /** May open the lists behind the figures. */
  canList: boolean
  tree: 'unit' | 'gb'
  day: string | undefined
  totalCode: string
}

/** Columns of one view; every figure opens its households or persons. */
export function useCoverageColumns({ view, canList, tree, day, totalCode }: ColumnOptions): readonly Column<CoverageRow>[] {
  const t = useT()
  const nameOf = useName()
  const link = (row: CoverageRow, counter: string, name: string) => ({
    href: canList ? paths.members(counter, { place: row.place.code, tree, day }) : undefined,
    label: t('coverage.open', { place: row.place.name, name }),
  })
  const count = (key: keyof typeof counterNames, optional: boolean): Column<CoverageRow> => {
    const name = nameOf(counterNames[key])
    return {
      key,
      title: name,
      unit: t(counterNames[key].over === 'household' ? 'unit.household.short' : 'unit.person'),
      align: 'number',
      sortable: true,
      optional,
      render: (row) => <LinkedNumber value={row.counters[key] ?? 0} {...link(row, key, name)} />,
    }
  }
  const rate = (key: IndicatorKey): Column<CoverageRow> => {
    const name = nameOf(INDICATORS[key])
    return {
      key,
      title: name,
      unit: '%',
      align: 'number',
      sortable: true,
      render: (row) => {
        const value = valueOf(row.values, key)
        return <RateCell percent={value?.value ?? null} plan={value?.plan} {...link(row, counterBehind(key), name)} />
      },
    }
  }
  const toColumn = (column: CoverageColumn) =>
    'rate' in column ? rate(column.rate) : count(column.counter, column.optional ?? false)
  const unit: Column<CoverageRow> = {
    key: 'unit',
    title: t('overview.unit'),
    render: ({ place }) =>
      place.code === totalCode
        ? t('coverage.total', { place: place.name })
        : <UiLink href={paths.coverage(place.code, { view, tree, day })}>{place.name}</UiLink>,
  }
  return [unit, ...COVERAGE_VIEWS[view].map(toColumn)]
}
