import { ERRORS } from '@anye/contract/errors'
import { Alert, Button, Modal, Progress } from 'antd'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale } from '../../../app/i18n/locale.tsx'
import type { Locale, Translate } from '../../../app/i18n/translate.ts'
import { toProblem } from '../../../app/problem.ts'
import { StateShape } from '../../../ui/figures/StateMark.tsx'
import { formatDateTime } from '../../../ui/format.ts'
import { sendWork, TOUCHED_BY_LATE_WORK } from './late-work.data.ts'
import type { FileEntry, Outcome } from './late-work.data.ts'
import { workWords } from './work-words.ts'
import './late-work.css'

interface FileDialogProps {
  entries: readonly FileEntry[]
  onClose: () => void
}

const WIDTH = 760

/** The work in a file: looked at, sent, and what became of each entry. Sent again it answers the same. */
export function FileDialog({ entries, onClose }: FileDialogProps) {
  const { t, locale } = useLocale()
  const queries = useQueryClient()
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map())
  const sending = useMutation({
    mutationFn: () => sendWork(entries, (results) =>
      setOutcomes((known) => new Map([...known, ...results.map((result) => [result.commandId, result] as const)]))),
    onSettled: () => Promise.all(TOUCHED_BY_LATE_WORK.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  })
  const isSent = outcomes.size === entries.length
  return (
    <Modal open title={t('late.file.title', { count: entries.length })} onCancel={onClose} footer={null} width={WIDTH} mask={{ closable: false }}>
      <p className="command-lead">{t(isSent ? 'late.file.sent' : 'late.file.lead', { count: entries.length })}</p>
      <div className="late-file">
        <table className="plain-table">
          <tbody>
            {entries.map((entry) => <EntryLine key={entry.commandId} entry={entry} outcome={outcomes.get(entry.commandId)} />)}
          </tbody>
        </table>
      </div>
      {sending.isPending && <Progress percent={Math.round((outcomes.size / entries.length) * 100)} size="small" />}
      {sending.isError && <Alert type="error" showIcon title={toProblem(sending.error, locale, t).message} />}
      <div className="command-foot">
        <Button onClick={onClose}>{t(isSent ? 'late.file.done' : 'command.cancel')}</Button>
        {!isSent && (
          <Button type="primary" disabled={entries.length === 0} loading={sending.isPending} onClick={() => sending.mutate()}>
            {t('late.file.send')}
          </Button>
        )}
      </div>
    </Modal>
  )
}

function EntryLine({ entry, outcome }: { entry: FileEntry; outcome: Outcome | undefined }) {
  const { t, locale } = useLocale()
  const words = workWords(entry.endpoint, entry.input as Record<string, unknown>, locale, t)
  return (
    <tr>
      <th scope="row">
        {entry.title}
        <span className="quiet">{[entry.author, formatDateTime(entry.deviceTime)].filter(Boolean).join(' · ')}</span>
      </th>
      <td>{words}</td>
      <td>{outcome && <OutcomeMark outcome={outcome} locale={locale} t={t} />}</td>
    </tr>
  )
}

const SHAPE = { stored: 'on_plan', parked: 'behind', refused: 'far_behind', conflicting: 'far_behind' } as const

function OutcomeMark({ outcome, locale, t }: { outcome: Outcome; locale: Locale; t: Translate }) {
  const { status } = outcome
  const why = status === 'refused' || status === 'conflicting' ? ERRORS[outcome.code][locale === 'en' ? 'en' : 'zh'] : t(`late.outcome.${status}.why`)
  return (
    <>
      <span className="state-mark"><StateShape state={SHAPE[status]} />{t(`late.outcome.${status}`)}</span>
      <span className="quiet">{why}</span>
    </>
  )
}
