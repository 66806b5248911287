import { useNavigate } from 'react-router'
import { useT } from '../../app/i18n/locale.tsx'
import { ProblemState } from '../../app/page-states.tsx'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useListState } from '../../app/use-list-state.ts'
import { formatDateTime, formatInteger, NO_VALUE } from '../../ui/format.ts'
import { UiLink } from '../../ui/link.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { PageHead } from '../../ui/view/PageHead.tsx'
import { PrintButton } from '../../ui/view/ViewButtons.tsx'
import { CompileButton } from './CompileButton.tsx'
import type { ReportSummary } from './report-types.ts'
import { ReportMark } from './ReportMark.tsx'
import { useDays, useReports } from './reports.data.ts'
import { UnitFilter } from './UnitFilter.tsx'
import './report.css'

/** The war reports, latest day first; the office closes the day and compiles here. */
export default function ReportsPage() {
  const t = useT()
  const navigate = useNavigate()
  const list = useListState()
  const unit = list.filter('unit')
  const reports = useReports({ unit, cursor: list.cursor })
  const days = useDays()
  const { data } = reports
  const waiting = data?.rows.filter(({ state }) => state === 'draft').length ?? 0
  const latest = days.data?.days[0]
  return (
    <div className="page">
      <PageHead
        question={t('reports.question')}
        answer={
          reports.isError
            ? null
            : data && t(waiting > 0 ? 'reports.answer.waiting' : 'reports.answer.none', { count: waiting })
        }
        note={
          days.data &&
          t(days.data.todayClosed ? 'reports.today.closed' : 'reports.today.open', {
            cutOff: days.data.cutOff,
            last: latest?.day ?? NO_VALUE,
          })
        }
        actions={
          <>
            <DaysLink />
            <PrintButton />
            <CompileButton />
          </>
        }
      />
      {reports.isError ? (
        <ProblemState error={reports.error} onRetry={() => void reports.refetch()} />
      ) : (
        <DataTable
          name="reports"
          caption={t('reports.question')}
          columns={useReportColumns()}
          rows={data?.rows}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(paths.report(id))}
          paging={list.pagingOf(data)}
          filters={<UnitFilter value={unit} onChange={(code) => list.setFilter('unit', code)} />}
          empty={<EmptyState title={t('reports.empty')} advice={t('reports.empty.advice')} />}
        />
      )}
    </div>
  )
}

/** The books are closed on their own page, where it shows whether the figures are settled. */
function DaysLink() {
  const t = useT()
  const mayClose = useMay('day.close')
  return (
    <UiLink className="head-link" href={paths.days()}>
      {t(mayClose ? 'reports.days.close' : 'reports.days')}
    </UiLink>
  )
}

function useReportColumns(): readonly Column<ReportSummary>[] {
  const t = useT()
  return [
    {
      key: 'title',
      title: t('reports.title'),
      render: (row) => <UiLink href={paths.report(row.id)}>{row.title}</UiLink>,
    },
    {
      key: 'number',
      title: t('reports.number'),
      align: 'number',
      width: 88,
      render: ({ number }) => formatInteger(number),
    },
    { key: 'day', title: t('reports.day'), render: ({ day }) => day },
    { key: 'unit', title: t('reports.unit'), render: ({ unitName }) => unitName },
    { key: 'state', title: t('reports.state'), render: (row) => <ReportMark report={row} /> },
    {
      key: 'signer',
      title: t('reports.signer'),
      render: ({ signerName, signerTitle }) =>
        [signerTitle, signerName].filter(Boolean).join(' ') || NO_VALUE,
    },
    { key: 'signedAt', title: t('reports.signedAt'), render: ({ signedAt }) => formatDateTime(signedAt) },
    {
      key: 'corrections',
      title: t('reports.corrections'),
      align: 'number',
      width: 88,
      render: ({ corrections }) => formatInteger(corrections),
    },
    {
      key: 'compiledAt',
      title: t('reports.compiledAt'),
      render: ({ compiledAt }) => formatDateTime(compiledAt),
    },
  ]
}
