import { Alert } from 'antd'
import { useParams, useSearchParams } from 'react-router'
import { useT } from '../../../app/i18n/locale.tsx'
import type { Translate } from '../../../app/i18n/translate.ts'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { formatDateTime, formatInteger } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import { BlockSkeleton } from '../../../ui/states/TableSkeleton.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import type { ImportPageData } from '../registry-types.ts'
import { CheckingStep } from './CheckingStep.tsx'
import { CommitStep } from './CommitStep.tsx'
import { FailedStep } from './FailedStep.tsx'
import { ImportSteps, STEPS } from './ImportSteps.tsx'
import type { Step } from './ImportSteps.tsx'
import { useImport } from './imports.data.ts'
import { needsMapping } from './mapping.rules.ts'
import { MappingStep } from './MappingStep.tsx'
import { PreviewStep } from './PreviewStep.tsx'
import { ResultStep } from './ResultStep.tsx'
import './imports.css'

/**
 * One import from its columns to its result; it goes on while nobody looks and is found again by its address.
 */
export default function ImportPage() {
  const t = useT()
  const { importId = '' } = useParams()
  const roster = useImport(importId)
  if (roster.isError) {
    return (
      <div className="page">
        <ProblemState error={roster.error} onRetry={() => void roster.refetch()} />
      </div>
    )
  }
  if (!roster.data) {
    return (
      <div className="page">
        <PageHead question={t('imports.one.reading')} answer={undefined} />
        <BlockSkeleton height={320} />
      </div>
    )
  }
  return <ImportSheet data={roster.data} />
}

function ImportSheet({ data }: { data: ImportPageData }) {
  const t = useT()
  const [search, setSearch] = useSearchParams()
  const { summary } = data
  const step = stepOf(data, search.get('step'))
  const isOpen = summary.state === 'checked'
  return (
    <div className="page">
      <PageHead
        question={t('imports.one.question', { file: summary.fileName })}
        answer={answerOf(data, t)}
        note={t('imports.one.note', { by: summary.createdBy, at: formatDateTime(summary.createdAt) })}
        trail={
          <nav className="trail" aria-label={t('imports.question')}>
            <UiLink href={paths.imports()}>{t('imports.back')}</UiLink>
          </nav>
        }
      />
      <ImportSteps
        current={STEPS.indexOf(step)}
        isFailed={summary.state === 'failed'}
        onStep={isOpen ? (next) => setSearch({ step: next }) : undefined}
        open={new Set(isOpen ? (['mapping', 'preview'] as const) : [])}
      />
      {summary.sameAs !== null && summary.state !== 'committed' && <UploadedBefore sameAs={summary.sameAs} />}
      <StepBody data={data} step={step} onStep={(next) => setSearch({ step: next })} />
    </div>
  )
}

function StepBody({
  data,
  step,
  onStep,
}: {
  data: ImportPageData
  step: Step
  onStep: (step: Step) => void
}) {
  switch (data.summary.state) {
    case 'checking':
      return <CheckingStep summary={data.summary} />
    case 'checked':
      return step === 'mapping' ? (
        <MappingStep key={data.summary.id} data={data} onPreview={() => onStep('preview')} />
      ) : (
        <PreviewStep data={data} onMapping={() => onStep('mapping')} />
      )
    case 'committing':
      return <CommitStep data={data} />
    case 'committed':
      return <ResultStep data={data} />
    case 'failed':
    case 'cancelled':
      return <FailedStep data={data} />
  }
}

/** V25: the very same file is never written twice. */
function UploadedBefore({ sameAs }: { sameAs: string }) {
  const t = useT()
  return (
    <Alert
      type="warning"
      showIcon
      title={t('imports.sameAs')}
      description={<UiLink href={paths.import(sameAs)}>{t('imports.sameAs.open')}</UiLink>}
    />
  )
}

/** The step to show: the state decides, and between mapping and preview the person does. */
export function stepOf(data: ImportPageData, wanted: string | null): Step {
  const { state, villages } = data.summary
  if (state === 'checking') return 'mapping'
  if (state === 'committing') return 'commit'
  if (state === 'committed') return 'result'
  if (state === 'failed' || state === 'cancelled') return villages.total > 0 ? 'commit' : 'mapping'
  if (data.missing.length > 0) return 'mapping'
  if (wanted === 'mapping' || wanted === 'preview') return wanted
  return needsMapping(data) ? 'mapping' : 'preview'
}

function answerOf({ summary }: ImportPageData, t: Translate): string {
  const { state, counts, villages, done, total } = summary
  const rows = {
    rows: formatInteger(counts?.rows),
    rejected: formatInteger(counts?.rejected),
    queried: formatInteger(counts?.queried),
  }
  switch (state) {
    case 'checking':
      return total === null
        ? t('imports.answer.reading', { done: formatInteger(done) })
        : t('imports.answer.checking', { done: formatInteger(done), total: formatInteger(total) })
    case 'checked':
      return t('imports.answer.checked', rows)
    case 'committing':
      return t('imports.answer.committing', {
        done: formatInteger(villages.done),
        total: formatInteger(villages.total),
      })
    case 'committed':
      return t('imports.answer.committed', { ...rows, villages: formatInteger(villages.total) })
    case 'failed':
      return t('imports.answer.failed', {
        done: formatInteger(villages.done),
        total: formatInteger(villages.total),
      })
    case 'cancelled':
      return t('imports.answer.cancelled', {
        done: formatInteger(villages.done),
        total: formatInteger(villages.total),
      })
  }
}
