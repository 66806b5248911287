import { Button } from 'antd'
import { useState } from 'react'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { ReasonField } from '../../../app/command/ReasonField.tsx'
import { useLocale } from '../../../app/i18n/locale.tsx'
import { formatDateTime } from '../../../ui/format.ts'
import { discard, takeOver, TOUCHED_BY_LATE_WORK } from './late-work.data.ts'
import type { LateWork } from './late-work.data.ts'
import { workWords } from './work-words.ts'

/** Takes the work over, or leaves it out with a reason. */
export function LateWorkActions({ work }: { work: LateWork }) {
  const { t } = useLocale()
  const [opened, setOpened] = useState<'take' | 'leave'>()
  const close = () => setOpened(undefined)
  return (
    <span className="row-actions">
      <Button size="small" onClick={() => setOpened('take')}>{t('late.take')}</Button>
      <Button size="small" onClick={() => setOpened('leave')}>{t('late.leave')}</Button>
      {opened === 'take' && <TakeDialog work={work} onClose={close} />}
      {opened === 'leave' && <LeaveDialog work={work} onClose={close} />}
    </span>
  )
}

interface OnOne {
  work: LateWork
  onClose: () => void
}

function TakeDialog({ work, onClose }: OnOne) {
  const { t } = useLocale()
  return (
    <CommandDialog<object, unknown>
      title={t('late.take.title', { name: work.personName ?? work.headName })}
      submit={t('late.take')}
      send={(_, commandId) => takeOver({ commandId, id: work.id })}
      onClose={onClose}
      touches={TOUCHED_BY_LATE_WORK}
    >
      <Told work={work} />
      <p className="command-lead">{t('late.take.lead', { author: work.author })}</p>
    </CommandDialog>
  )
}

function LeaveDialog({ work, onClose }: OnOne) {
  const { t } = useLocale()
  return (
    <CommandDialog<{ reason: string }, unknown>
      title={t('late.leave.title', { name: work.personName ?? work.headName })}
      submit={t('late.leave')}
      danger
      send={({ reason }, commandId) => discard({ commandId, id: work.id, reason })}
      onClose={onClose}
      touches={TOUCHED_BY_LATE_WORK}
    >
      <Told work={work} />
      <p className="command-lead">{t('late.leave.lead')}</p>
      <ReasonField />
    </CommandDialog>
  )
}

function Told({ work: { endpoint, input, author, deviceAt } }: Pick<OnOne, 'work'>) {
  const { t, locale } = useLocale()
  return (
    <p className="command-lead">
      <strong>{workWords(endpoint, input, locale, t)}</strong>
      <br />
      <span className="quiet">{[author, formatDateTime(deviceAt)].join(' · ')}</span>
    </p>
  )
}
