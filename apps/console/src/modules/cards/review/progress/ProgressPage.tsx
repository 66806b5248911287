import { Select } from 'antd'
import { useNavigate, useParams } from 'react-router'
import { today } from '../../../../app/clock.ts'
import { useT } from '../../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../../app/page-states.tsx'
import { paths } from '../../../../app/paths.ts'
import { useSession } from '../../../../app/session.tsx'
import { useListState } from '../../../../app/use-list-state.ts'
import { formatInteger, formatPercent } from '../../../../ui/format.ts'
import { EmptyState } from '../../../../ui/states/EmptyState.tsx'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { DivisionTrail } from '../../../../ui/view/DivisionTrail.tsx'
import { PageHead } from '../../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../../ui/view/ViewButtons.tsx'
import { trailOf } from '../../../indicators/place-trail.ts'
import { useProgress } from '../review.data.ts'
import type { Progress } from '../review.data.ts'
import { ClosingButtons } from './ClosingButtons.tsx'
import { daysUntil, percentOnTime, sortedRows, waitingOf } from './progress.rules.ts'
import { useProgressColumns } from './progress-columns.tsx'

const VILLAGE = /^\d{12}$/

/** How far the month is, from the prefecture down to the village, and its closing. */
export default function ProgressPage() {
  const t = useT()
  const navigate = useNavigate()
  const { place } = useParams()
  const list = useListState()
  const { scope } = useSession()
  const progress = useProgress({ month: list.filter('month'), place })
  const { data } = progress
  const columns = useProgressColumns(data?.month ?? '')
  return (
    <div className="page">
      <PageHead
        question={t('progress.question')}
        trail={data && (
          <DivisionTrail
            label={t('progress.trail')}
            steps={trailOf({ ...data, top: scope?.code, hrefOf: (code) => paths.cardProgress(code, { month: list.filter('month') }) })}
          />
        )}
        answer={progress.isError ? null : data && <Answer data={data} />}
        actions={<>{data && <ClosingButtons month={data.month} place={data.place} />}<PrintButton /></>}
      />
      {progress.isError ? (
        <ProblemState error={progress.error} onRetry={() => void progress.refetch()} />
      ) : (
        <DataTable
          name="card-progress"
          caption={t('progress.table')}
          columns={columns}
          rows={data && sortedRows(data.rows, list.sort)}
          rowKey={({ code }) => code}
          sort={list.sort}
          onSort={list.setSort}
          onOpen={({ code }) => void navigate(VILLAGE.test(code) && code === data?.place.code
            ? paths.cardLines({ place: code, month: data.month }) : paths.cardProgress(code, { month: list.filter('month') }))}
          filters={
            <Select<string>
              size="small"
              aria-label={t('progress.month')}
              value={data?.month ?? null}
              options={(data?.months ?? []).map((month) => ({ value: month, label: month }))}
              onChange={(month) => list.setFilter('month', month)}
              popupMatchSelectWidth={false}
            />
          }
          empty={<EmptyState title={t('progress.none')} />}
        />
      )}
    </div>
  )
}

function Answer({ data }: { data: Progress }) {
  const t = useT()
  const { total, month, dueOn } = data
  const place = data.place.name
  if (total.lines === 0) return <>{t('progress.answer.none', { place, month })}</>
  const left = daysUntil(today(), dueOn)
  return (
    <>
      {t('progress.answer', {
        place, month, onTime: formatInteger(total.onTime), lines: formatInteger(total.lines), rate: formatPercent(percentOnTime(total)),
        waiting: formatInteger(waitingOf(total)), checked: formatInteger(total.checked - total.inDispute), dispute: formatInteger(total.inDispute),
        days: left >= 0 ? t('progress.days.left', { due: dueOn, count: left }) : t('progress.days.over', { due: dueOn }),
      })}
    </>
  )
}
