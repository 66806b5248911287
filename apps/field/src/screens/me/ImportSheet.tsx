import { useState } from 'react'
import type { ChangeEvent } from 'react'
import { useT } from '../../app/i18n/locale.tsx'
import { useOpen } from '../../app/phone-context.tsx'
import { useSync } from '../../app/sync.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useAttempt } from '../sign-in/use-attempt.ts'
import { importUnsent, readTextFile, type TakenIn } from './me.data.ts'

/** Takes in what another phone of hers saved to a file; twice does no harm. */
export function ImportSheet({ onClose }: { onClose: () => void }) {
  const t = useT()
  const { storage, keys, touch } = useOpen()
  const { soon } = useSync()
  const { busy, problem, attempt, say } = useAttempt()
  const [taken, setTaken] = useState<TakenIn | undefined>()
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    // The same file chosen again must be a change again.
    event.target.value = ''
    if (file === undefined || busy) return
    attempt(async () => {
      setTaken(undefined)
      const answer = await importUnsent(storage, await readTextFile(file), keys.userId)
      if (answer === undefined) return say(t('me.import.unreadable'))
      setTaken(answer)
      touch()
      soon()
    })
  }
  return (
    <Sheet title={t('me.import')} closeWord={t('app.close')} onClose={onClose}>
      {problem !== undefined && <p className="refusal" role="alert">{problem}</p>}
      {taken !== undefined && (
        <div className="notice" role="status">
          <p>{t('me.import.done', { count: taken.added })}</p>
          {taken.known > 0 && <p>{t('me.import.known', { count: taken.known })}</p>}
          {taken.others > 0 && <p>{t('me.import.others', { count: taken.others })}</p>}
        </div>
      )}
      <p>{t('me.import.lead')}</p>
      <label className="button button-primary file-button" aria-busy={busy}>
        {t('me.import.choose')}
        <input type="file" accept="application/json,.json" className="visually-hidden" onChange={take} />
      </label>
    </Sheet>
  )
}
