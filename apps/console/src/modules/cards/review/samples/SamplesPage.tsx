import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '../../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../../app/page-states.tsx'
import { paths } from '../../../../app/paths.ts'
import { useListState } from '../../../../app/use-list-state.ts'
import { ActionButton } from '../../../../ui/controls/ActionButton.tsx'
import { formatDateTime, formatInteger, formatPercent, NO_VALUE } from '../../../../ui/format.ts'
import { UiLink } from '../../../../ui/link.tsx'
import { EmptyState } from '../../../../ui/states/EmptyState.tsx'
import type { Column } from '../../../../ui/table/column.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { PageHead } from '../../../../ui/view/PageHead.tsx'
import { useSamples } from '../review.data.ts'
import type { SampleRow } from '../review.data.ts'
import { DrawDialog } from './DrawDialog.tsx'
import { IntervalBar } from './IntervalBar.tsx'
import '../review.css'

const percent = (share: number) => formatPercent(100 * share)

/** Samples of checks that were called again, and how many of them agree. */
export default function SamplesPage() {
  const t = useT()
  const navigate = useNavigate()
  const list = useListState()
  const samples = useSamples({ month: list.filter('month'), cursor: list.cursor })
  const { data } = samples
  const [isDrawing, setDrawing] = useState(false)
  const latest = data?.rows.find(({ agreement }) => agreement !== null)
  return (
    <div className="page">
      <PageHead
        question={t('samples.question')}
        answer={samples.isError ? null : data && (latest?.agreement
          ? t('samples.answer', {
            reached: latest.agrees + latest.differs, rate: percent(latest.agreement.rate), low: percent(latest.agreement.low), high: percent(latest.agreement.high),
          })
          : t('samples.answer.none'))}
        actions={<ActionButton type="primary" onClick={() => setDrawing(true)}>{t('samples.draw')}</ActionButton>}
      />
      {samples.isError ? (
        <ProblemState error={samples.error} onRetry={() => void samples.refetch()} />
      ) : (
        <DataTable
          name="card-samples"
          caption={t('samples.question')}
          columns={useSampleColumns()}
          rows={data?.rows}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(paths.cardSample(id))}
          paging={list.pagingOf(data)}
          empty={<EmptyState title={t('samples.none')} advice={t('samples.none.advice')} />}
        />
      )}
      {isDrawing && <DrawDialog onDone={(id) => void navigate(paths.cardSample(id))} onClose={() => setDrawing(false)} />}
    </div>
  )
}

function useSampleColumns(): readonly Column<SampleRow>[] {
  const t = useT()
  return [
    { key: 'place', title: t('samples.place'), render: ({ id, place }) => <UiLink href={paths.cardSample(id)}>{place.name}</UiLink> },
    { key: 'month', title: t('samples.month'), render: ({ month }) => month },
    { key: 'of', title: t('samples.of'), render: (row) => t(`samples.of.${row.of}`) },
    { key: 'size', title: t('samples.size'), align: 'number', render: ({ size }) => formatInteger(size) },
    { key: 'population', title: t('samples.population'), align: 'number', render: ({ population }) => formatInteger(population) },
    { key: 'done', title: t('samples.done'), align: 'number', render: ({ agrees, differs }) => formatInteger(agrees + differs) },
    {
      key: 'rate', title: t('samples.rate'),
      render: ({ agreement }) => (agreement === null ? NO_VALUE : (
        <span className="rate-cell">
          <IntervalBar {...agreement} />
          {t('samples.rate.text', { rate: percent(agreement.rate), low: percent(agreement.low), high: percent(agreement.high) })}
        </span>
      )),
    },
    { key: 'seed', title: t('samples.seed'), optional: true, render: ({ seed }) => seed },
    { key: 'drawn', title: t('samples.drawn'), render: ({ drawnAt }) => formatDateTime(drawnAt) },
    { key: 'by', title: t('samples.by'), render: ({ drawnBy }) => drawnBy ?? NO_VALUE },
  ]
}
