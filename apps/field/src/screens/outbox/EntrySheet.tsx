import { useState } from 'react'
import type { OutboxEntry } from '@anye/pack/outbox/outbox-entry'
import { deviceNow } from '../../app/clock.ts'
import { formatTime } from '../../app/format.ts'
import { useLocale } from '../../app/i18n/locale.tsx'
import { useOpen } from '../../app/phone-context.tsx'
import { sentenceOf } from '../../app/problem.ts'
import { useSync } from '../../app/sync.tsx'
import { useProblem } from '../../app/use-problem.ts'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Typed } from './Typed.tsx'
import { giveUp, sendAgain } from './outbox.data.ts'

/** One entry: why it waits or what it needs, what was filled in, and what a person may decide. */
export function EntrySheet({ entry, onClose }: { entry: OutboxEntry; onClose: () => void }) {
  const { t } = useLocale()
  const { storage, touch } = useOpen()
  const { soon } = useSync()
  const toast = useToast()
  const problem = useProblem()
  const [asking, setAsking] = useState(false)
  const [fault, setFault] = useState<string | undefined>()
  const decide = (act: Promise<void>, said: string) => {
    act.then(() => {
      toast(said)
      touch()
      soon()
      onClose()
    }).catch((error: unknown) => setFault(problem(error)))
  }
  return (
    <Sheet title={entry.title} closeWord={t('app.close')} onClose={onClose}>
      {fault !== undefined && <p className="refusal" role="alert">{fault}</p>}
      <WhyNotSent entry={entry} />
      <p className="small quiet">{t('outbox.at', { time: formatTime(entry.deviceTime, deviceNow()) })} · {t('outbox.receipt', { id: entry.commandId.slice(-8) })}</p>
      <Typed entry={entry} />
      {entry.state === 'attention' && (asking
        ? <div className="buttons">
            <p className="strong">{t('outbox.discard.ask')}</p>
            <Button kind="danger" onClick={() => decide(giveUp(storage, entry), t('outbox.discarded'))}>{t('outbox.discard.yes')}</Button>
            <Button onClick={() => setAsking(false)}>{t('app.cancel')}</Button>
          </div>
        : <div className="buttons">
            <Button kind="primary" onClick={() => decide(sendAgain(storage, entry), t('outbox.retried'))}>{t('outbox.retry')}</Button>
            <Button kind="quiet" onClick={() => setAsking(true)}>{t('outbox.discard')}</Button>
          </div>)}
    </Sheet>
  )
}

function WhyNotSent({ entry: { code, state } }: { entry: OutboxEntry }) {
  const { locale, t } = useLocale()
  if (code === null) return null
  const sentence = code === 'unreachable' ? t('outbox.problem.unreachable') : (sentenceOf(code, locale) ?? t('outbox.problem.unknown', { code }))
  return <p className={state === 'attention' ? 'refusal' : 'notice'}>{sentence}</p>
}
