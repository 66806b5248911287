import { CARD_STATUS, CHECK_METHOD } from '@anye/codes/card-status'
import { App, Popconfirm } from 'antd'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { newCommandId } from '../../../../app/api.ts'
import { useLocale, useT } from '../../../../app/i18n/locale.tsx'
import type { Translate } from '../../../../app/i18n/translate.ts'
import { toProblem } from '../../../../app/problem.ts'
import { useMay, useSession } from '../../../../app/session.tsx'
import { ActionButton } from '../../../../ui/controls/ActionButton.tsx'
import { formatDateTime, NO_VALUE } from '../../../../ui/format.ts'
import { useCodeNames } from '../../../registry/code-names.ts'
import { settleLine, TOUCHED_BY_REVIEW } from '../review.data.ts'
import type { CheckEntry, LineRow } from '../review.data.ts'

interface CheckCardProps {
  check: CheckEntry
  line: LineRow
  checks: readonly CheckEntry[]
  onDone: () => void
}

/** One check as its author told it; of two that disagree the reviewer chooses one. */
export function CheckCard({ check, line, checks, onDone }: CheckCardProps) {
  const t = useT()
  const { nameOf } = useCodeNames()
  const changesJob = check.job.act === 'begin' || check.job.act === 'end'
  return (
    <article className={check.holds ? 'check holds' : 'check'}>
      <h3>{nameOf(CARD_STATUS, check.status)}{check.noChange && ` · ${t('drawer.noChange')}`}</h3>
      <p>{jobText(check.job, t)}</p>
      <p>
        {check.method === 'none' ? NO_VALUE : nameOf(CHECK_METHOD, check.method)} · {formatDateTime(check.observedAt)}
        {check.late && ` · ${t('drawer.late')}`}
      </p>
      <p>{check.by ?? NO_VALUE}{check.onBehalf && ` · ${t('drawer.onBehalf', { name: check.onBehalf })}`}</p>
      {check.method === 'visit' && <p>{t('drawer.place')}: {placeText(check.place) ?? t('drawer.place.none')}</p>}
      {check.note && <p>{t('drawer.note')}: {check.note}</p>}
      {check.clockWrong && <p>{t('drawer.clock')}</p>}
      <p className="quiet">
        {[check.holds && t('drawer.holds'), changesJob && t(check.applied ? 'drawer.applied' : 'drawer.notApplied'), check.settledBy && t('drawer.settledBy', { by: check.settledBy })]
          .filter(Boolean).join(' · ')}
      </p>
      {line.inDispute && <SettleButton check={check} line={line} checks={checks} onDone={onDone} />}
    </article>
  )
}

function SettleButton({ check, line, checks, onDone }: CheckCardProps) {
  const { t, locale } = useLocale()
  const { message } = App.useApp()
  const { userId } = useSession()
  const mayReview = useMay('card.review')
  const queries = useQueryClient()
  const settle = useMutation({
    mutationFn: () => settleLine({ commandId: newCommandId(), month: line.month, personId: line.personId, checkId: check.id, version: line.version, note: null }),
    onSuccess: async () => {
      void message.success(t('drawer.settled'))
      onDone()
      await Promise.all(TOUCHED_BY_REVIEW.map((queryKey) => queries.invalidateQueries({ queryKey })))
    },
    onError: (error) => void message.error(toProblem(error, locale, t).message),
  })
  if (!mayReview) return null
  const own = checks.some(({ byId }) => byId === userId) ? t('review.own') : undefined
  return (
    <Popconfirm title={t('drawer.settle.sure')} okText={t('drawer.settle')} disabled={own !== undefined} onConfirm={() => settle.mutate()}>
      <ActionButton size="small" blockedBecause={own} loading={settle.isPending}>{t('drawer.settle')}</ActionButton>
    </Popconfirm>
  )
}

function jobText(job: CheckEntry['job'], t: Translate): string {
  if (job.act === 'begin') return t('drawer.act.begin', { employer: job.episode.employer, start: job.episode.startOn })
  return job.act === 'end' ? t('drawer.act.end', { end: job.endOn }) : t(`drawer.act.${job.act}`)
}

/** The place in words, else its position to four decimals of a degree. */
function placeText(place: CheckEntry['place']): string | null {
  if (place === null) return null
  if (place.text) return place.text
  return place.latitude === null || place.longitude === null ? null : `${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`
}
