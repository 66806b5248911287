import { Alert } from 'antd'
import { useParams } from 'react-router'
import { useT } from '../../app/i18n/locale.tsx'
import { ProblemState } from '../../app/page-states.tsx'
import { paths } from '../../app/paths.ts'
import { UiLink } from '../../ui/link.tsx'
import { BlockSkeleton } from '../../ui/states/TableSkeleton.tsx'
import { PageHead } from '../../ui/view/PageHead.tsx'
import { formatDateTime } from '../../ui/format.ts'
import type { Report } from './report-types.ts'
import { ReportActions } from './ReportActions.tsx'
import { ReportSheet } from './ReportSheet.tsx'
import { useReport } from './reports.data.ts'
import './report.css'

/** One war report as it is printed; every figure leads to its records. */
export default function ReportPage() {
  const t = useT()
  const { reportId = '' } = useParams()
  const report = useReport(reportId)
  if (report.isError) {
    return (
      <div className="page">
        <ProblemState error={report.error} onRetry={() => void report.refetch()} />
      </div>
    )
  }
  if (!report.data) {
    return (
      <div className="page">
        <PageHead question={t('report.question.reading')} answer={undefined} />
        <BlockSkeleton height={640} />
      </div>
    )
  }
  return <ReportView report={report.data} />
}

function ReportView({ report }: { report: Report }) {
  const t = useT()
  const { summary, content, digestHolds } = report
  const { state, unitName, day, signerName, signerTitle, signedAt, compiledAt } = summary
  const signed = { signer: [signerTitle, signerName].filter(Boolean).join(' '), at: formatDateTime(signedAt) }
  return (
    <div className="page report-page">
      <div className="screen-only">
        <PageHead
          trail={
            <nav className="trail" aria-label={t('reports.question')}>
              <UiLink href={paths.reports()}>{t('report.back')}</UiLink>
            </nav>
          }
          question={t('report.question', { unit: unitName, day })}
          answer={state === 'signed' ? t('report.answer.signed', signed) : t('report.answer.draft')}
          note={t('report.note', { at: formatDateTime(compiledAt) })}
          actions={<ReportActions summary={summary} chiefs={content.chiefs} />}
        />
      </div>
      {digestHolds === false && <Alert type="error" showIcon title={t('report.digest.broken')} />}
      <ReportSheet report={report} />
    </div>
  )
}
