import { Alert, Button, Progress } from 'antd'
import { useCallback, useRef, useState } from 'react'
import type { DragEvent } from 'react'
import { useNavigate } from 'react-router'
import { newCommandId } from '../../../app/api.ts'
import { today } from '../../../app/clock.ts'
import { DateField } from '../../../app/command/DateField.tsx'
import { useLocale } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { toProblem } from '../../../app/problem.ts'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { ImportSteps } from './ImportSteps.tsx'
import { makeTemplate } from './imports.data.ts'
import { SaveFileButton } from './SaveFileButton.tsx'
import { useUpload } from './use-upload.ts'
import type { UploadState } from './use-upload.ts'
import './imports.css'

const ACCEPTED = '.xlsx,.xls,.et,.csv'
const MIB = 1024 * 1024

/** First step: the file, as it lies on the officer's desk. */
export default function NewImportPage() {
  const { t } = useLocale()
  const navigate = useNavigate()
  const [on, setOn] = useState(today)
  const onStarted = useCallback(
    (id: string) => void navigate(paths.import(id), { replace: true }),
    [navigate],
  )
  const { state, send, stop } = useUpload(onStarted)
  return (
    <div className="page">
      <PageHead
        question={t('imports.upload.question')}
        answer={t('imports.upload.answer')}
        actions={
          <SaveFileButton
            label={t('imports.template')}
            fileId={async () => (await makeTemplate({ commandId: newCommandId() })).fileId}
            fallbackName="template.xlsx"
          />
        }
      />
      <ImportSteps current={0} />
      <div className="import-sheet">
        {state.kind === 'sending' || state.kind === 'starting' ? (
          <Sending state={state} onStop={stop} />
        ) : (
          <DropZone onFile={(file) => void send(file, on)} />
        )}
        {state.kind === 'refused' && <UploadRefusal state={state} />}
        <label className="import-date">
          {t('imports.on')}
          <DateField value={on} onChange={(day) => setOn(day ?? today())} latest={today()} />
          <span className="quiet">{t('imports.on.hint')}</span>
        </label>
        <ul className="import-advice">
          <li>{t('imports.advice.formats')}</li>
          <li>{t('imports.advice.layout')}</li>
          <li>{t('imports.advice.nothing')}</li>
        </ul>
      </div>
    </div>
  )
}

function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useLocale()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) onFile(file)
  }
  return (
    <div
      className={isOver ? 'drop-zone is-over' : 'drop-zone'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className="drop-zone-title">{t('imports.drop')}</p>
      <Button type="primary" autoFocus onClick={() => input.current?.click()}>
        {t('imports.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? []
          // The same file chosen again after a refusal is a change too.
          target.value = ''
          if (file) onFile(file)
        }}
      />
    </div>
  )
}

function Sending({
  state,
  onStop,
}: {
  state: Extract<UploadState, { kind: 'sending' | 'starting' }>
  onStop: () => void
}) {
  const { t } = useLocale()
  const { file } = state
  const sent = state.kind === 'sending' ? state.sent : file.size
  const percent = file.size === 0 ? 100 : Math.floor((sent / file.size) * 100)
  return (
    <div className="drop-zone" role="status">
      <p className="drop-zone-title">{file.name}</p>
      <Progress percent={percent} status="active" className="import-progress" />
      <p className="quiet">
        {state.kind === 'starting'
          ? t('imports.starting')
          : t('imports.sent', { sent: mib(sent), total: mib(file.size) })}
      </p>
      {state.kind === 'sending' && <Button onClick={onStop}>{t('imports.stopUpload')}</Button>}
    </div>
  )
}

function mib(bytes: number): string {
  return (bytes / MIB).toFixed(1)
}

function UploadRefusal({ state: { file, error } }: { state: Extract<UploadState, { kind: 'refused' }> }) {
  const { t, locale } = useLocale()
  const { message, requestId } = toProblem(error, locale, t)
  return (
    <Alert
      type="error"
      showIcon
      title={t('imports.refused', { file: file.name })}
      description={requestId ? `${message} ${t('state.error.request', { id: requestId })}` : message}
    />
  )
}
