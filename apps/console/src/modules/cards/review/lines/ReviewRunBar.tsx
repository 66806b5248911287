import { App, Popconfirm } from 'antd'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { newCommandId } from '../../../../app/api.ts'
import { useLocale, useT } from '../../../../app/i18n/locale.tsx'
import { toProblem } from '../../../../app/problem.ts'
import { ActionButton } from '../../../../ui/controls/ActionButton.tsx'
import { InlineBar } from '../../../../ui/figures/InlineBar.tsx'
import { formatDateTime, formatInteger, NO_VALUE } from '../../../../ui/format.ts'
import { cancelReview, TOUCHED_BY_REVIEW, undoReview, useLatestReview } from '../review.data.ts'
import type { ReviewRun } from '../review.data.ts'

const REASONS = ['own', 'dispute', 'unchanged', 'changed'] as const

/** The latest review in bulk of the month: how far it is, what it left to a person, and the way back. */
export function ReviewRunBar({ month }: { month: string | undefined }) {
  const t = useT()
  const [run] = useLatestReview(month, month !== undefined).data?.rows ?? []
  if (run === undefined) return null
  const left = REASONS.flatMap((reason) => {
    const count = run.skipped[reason] ?? 0
    return count === 0 ? [] : [t(`review.skip.${reason}`, { count: formatInteger(count) })]
  })
  return (
    <section className="review-run" aria-label={t('review.run')} aria-live="polite">
      <strong>{t('review.run')}</strong>
      <InlineBar percent={percentOf(run)} width={120} />
      <span>
        {t(`review.run.${run.state}`, { done: formatInteger(run.done), total: formatInteger(run.total), undone: formatInteger(run.undone) })}
      </span>
      {left.length > 0 && <span>{left.join(' · ')}</span>}
      <span className="quiet">{t('review.run.by', { by: run.startedBy ?? NO_VALUE, at: formatDateTime(run.startedAt) })}</span>
      <span className="row-actions"><RunActions run={run} /></span>
    </section>
  )
}

function RunActions({ run }: { run: ReviewRun }) {
  const { t, locale } = useLocale()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const act = useMutation({
    mutationFn: (send: typeof cancelReview | typeof undoReview) => send({ commandId: newCommandId(), id: run.id }),
    onSuccess: () => Promise.all(TOUCHED_BY_REVIEW.map((queryKey) => queries.invalidateQueries({ queryKey }))),
    onError: (error) => void message.error(toProblem(error, locale, t).message),
  })
  if (run.state === 'running') return <ActionButton size="small" loading={act.isPending} onClick={() => act.mutate(cancelReview)}>{t('review.cancel')}</ActionButton>
  if (run.done === 0 || (run.state !== 'done' && run.state !== 'cancelled')) return null
  return (
    <Popconfirm title={t('review.undo.sure')} okText={t('review.undo')} onConfirm={() => act.mutate(undoReview)} placement="bottomRight">
      <ActionButton size="small" loading={act.isPending}>{t('review.undo')}</ActionButton>
    </Popconfirm>
  )
}

function percentOf({ state, done, undone, total, skipped }: ReviewRun): number {
  if (state === 'undoing' || state === 'undone') return done === 0 ? 100 : (100 * undone) / done
  const seen = done + REASONS.reduce((sum, reason) => sum + (skipped[reason] ?? 0), 0)
  return total === 0 ? 100 : (100 * seen) / total
}
