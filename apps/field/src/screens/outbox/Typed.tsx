import { CHECK_METHOD } from '@anye/codes/card-status'
import type { CheckForm } from '@anye/contract/cards/check'
import type { OutboxEntry } from '@anye/pack/outbox/outbox-entry'
import { useName, useT } from '../../app/i18n/locale.tsx'
import { statusName } from '../check/status-names.ts'

/** What a person filled in, in the words of the form. */
export function Typed({ entry: { endpoint, input } }: { entry: OutboxEntry }) {
  const t = useT()
  const nameOf = useName()
  if (endpoint !== 'cards.check.record') return null
  // The entry was queued by this app from a CheckForm; an older version's may lack what was added since.
  const { status, method, noChange, job, note } = input as Partial<CheckForm>
  const begun = job?.act === 'begin' ? job : undefined
  const left = job?.act === 'end' ? job.endOn : begun?.ends?.endOn
  const lines = [
    [t('typed.status'), status === undefined ? undefined : nameOf(statusName(status)) + (noChange ? ` · ${t('typed.noChange')}` : '')],
    [t('typed.method'), nameOf(CHECK_METHOD.find(({ code }) => code === method) ?? { zh: '', en: '' })],
    [t('typed.employer'), begun?.episode.employer], [t('typed.wage'), begun?.episode.wageMonthly?.toString()], [t('typed.endOn'), left], [t('typed.note'), note],
  ].filter(([, word]) => word !== undefined && word !== null && word !== '')
  return <dl className="typed">{lines.map(([name, word]) => <div key={name}><dt>{name}</dt><dd>{word}</dd></div>)}</dl>
}
