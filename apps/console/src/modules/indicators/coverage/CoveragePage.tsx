import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useMemo } from 'react'
import { useNavigate, useParams } from 'react-router'
import { api } from '../../../app/api.ts'
import { useDataTime } from '../../../app/data-time.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import type { Translate } from '../../../app/i18n/translate.ts'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { useMay, useSession } from '../../../app/session.tsx'
import { useListState } from '../../../app/use-list-state.ts'
import { formatInteger, formatPercent } from '../../../ui/format.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { DivisionTrail } from '../../../ui/view/DivisionTrail.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../ui/view/ViewButtons.tsx'
import { DayPicker } from '../DayPicker.tsx'
import { Freshness } from '../Freshness.tsx'
import { valueOf } from '../indicator-names.ts'
import type { Coverage, CoverageRow, IndicatorValue } from '../indicator-types.ts'
import { trailOf } from '../place-trail.ts'
import { useCoverageColumns } from './coverage-columns.tsx'
import { isCoverageView, VIEW_NAMES } from './coverage-views.ts'
import { sortRows } from './sort-rows.ts'

/** All counts of the units below a place, down to the village. */
export default function CoveragePage() {
  const t = useT()
  const navigate = useNavigate()
  const { area } = useParams()
  const { scope } = useSession()
  const list = useListState()
  const wanted = list.filter('view')
  const view = isCoverageView(wanted) ? wanted : 'households'
  const tree = list.filter('tree') === 'gb' ? 'gb' : 'unit'
  const day = list.filter('day')
  const coverage = useQuery({
    ...api.indicators.coverage.list.queryOptions({ input: { place: area, tree, day } }),
    placeholderData: keepPreviousData,
  })
  // The rates of the place itself are the overview's figures: nothing is computed twice, nothing in the browser.
  const whole = useQuery(api.indicators.overview.get.queryOptions({ input: { place: area, tree, day } }))
  const { data } = coverage
  const figures = whole.data?.figures
  const { sort } = list
  useDataTime(data?.fresh.computedAt)
  const rows = useMemo(
    () => data && [totalRow(data, figures ?? []), ...sortRows(data.rows, sort)],
    [data, figures, sort?.key, sort?.direction],
  )
  const totalCode = data?.place.code ?? ''
  const columns = useCoverageColumns({ view, canList: useMay('indicator.list'), tree, day, totalCode })
  const trailHref = (code: string) => paths.coverage(code, { view, tree, day })
  return (
    <div className="page">
      <PageHead
        question={t('coverage.question')}
        answer={coverage.isError ? null : data && figures && answerOf(data, figures, t)}
        note={data && <Freshness fresh={data.fresh} />}
        trail={data && (
          <DivisionTrail label={t('overview.trail')} steps={trailOf({ ...data, top: scope?.code, hrefOf: trailHref })} />
        )}
        actions={<><DayPicker value={day} onChange={(next) => list.setFilter('day', next)} /><PrintButton /></>}
      />
      {coverage.isError ? (
        <ProblemState error={coverage.error} onRetry={() => void coverage.refetch()} />
      ) : (
        <DataTable
          name={`coverage-${view}`}
          caption={t('coverage.question')}
          columns={columns}
          rows={rows}
          rowKey={({ place }) => place.code}
          isTotal={({ place }) => place.code === totalCode}
          onOpen={({ place }) => void navigate(paths.coverage(place.code, { view, tree, day }))}
          sort={sort}
          onSort={list.setSort}
          filters={<CoverageFilters view={view} tree={tree} onChange={list.setFilter} />}
        />
      )}
    </div>
  )
}

interface CoverageFiltersProps {
  view: string
  tree: string
  onChange: (name: string, value: string) => void
}

function CoverageFilters({ view, tree, onChange }: CoverageFiltersProps) {
  const t = useT()
  return (
    <>
      <Segmented
        size="small"
        aria-label={t('coverage.view')}
        value={view}
        onChange={(value) => onChange('view', value)}
        options={VIEW_NAMES.map((value) => ({ value, label: t(`coverage.view.${value}`) }))}
      />
      <Segmented
        size="small"
        aria-label={t('coverage.tree')}
        value={tree}
        onChange={(value) => onChange('tree', value)}
        options={(['unit', 'gb'] as const).map((value) => ({ value, label: t(`coverage.tree.${value}`) }))}
      />
    </>
  )
}

/** The place itself as the first row: the rows below sum to it. */
function totalRow({ place, total }: Coverage, values: readonly IndicatorValue[]): CoverageRow {
  return { place, counters: total, values: [...values] }
}

function answerOf({ place, total, fresh }: Coverage, figures: readonly IndicatorValue[], t: Translate): string {
  if (fresh.computedAt === null) return t('overview.answer.empty', { place: place.name })
  return t('coverage.answer', {
    place: place.name,
    labour: formatInteger(total['hh.labour']),
    covered: formatInteger(total['hh.labour.covered']),
    percent: formatPercent(valueOf(figures, 'coverage')?.value),
  })
}
