import { useState } from 'react'
import { useT } from '../../app/i18n/locale.tsx'
import { useOpen } from '../../app/phone-context.tsx'
import { useSync } from '../../app/sync.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useAttempt } from '../sign-in/use-attempt.ts'
import { importWork, type TakenIn } from './me.data.ts'

/** Takes in what another phone saved to a file; twice does no harm. */
export function ImportSheet({ onClose }: { onClose: () => void }) {
  const t = useT()
  const { keys, storage, touch } = useOpen()
  const { soon } = useSync()
  const { busy, problem, attempt } = useAttempt()
  const [taken, setTaken] = useState<TakenIn | undefined>()
  const take = (file: File) => attempt(async () => {
    setTaken(undefined)
    setTaken(await importWork(storage, file, keys.userId))
    touch()
    soon()
  })
  return (
    <Sheet title={t('me.import')} closeWord={t('app.close')} onClose={onClose}>
      {problem !== undefined && <p className="refusal" role="alert">{problem}</p>}
      {taken !== undefined && (
        <div className="notice" role="status">
          <p>{t('me.import.done', { count: taken.added })}</p>
          {taken.others > 0 && <p>{t('me.import.others', { count: taken.others })}</p>}
          {taken.known > 0 && <p>{t('me.import.known', { count: taken.known })}</p>}
        </div>
      )}
      <p>{t('me.import.lead')}</p>
      <FileButton accept="application/json,.json" busy={busy} onFile={take}>{t('me.import.choose')}</FileButton>
    </Sheet>
  )
}
