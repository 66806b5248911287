import { useT } from '../../app/i18n/locale.tsx'
import { useOpen } from '../../app/phone-context.tsx'
import { useSync } from '../../app/sync.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { useAttempt } from '../sign-in/use-attempt.ts'
import { importWork } from './me.data.ts'

/** Work of a phone that will not see a network again, as its file holds it. */
export function ImportSheet({ onClose }: { onClose: () => void }) {
  const t = useT()
  const toast = useToast()
  const { keys, storage, touch } = useOpen()
  const { soon } = useSync()
  const { busy, problem, attempt } = useAttempt()
  const take = (file: File) => attempt(async () => {
    const count = await importWork(storage, file, keys.userId)
    toast(t('me.imported', { count }))
    touch()
    soon()
    onClose()
  })
  return (
    <Sheet title={t('me.import')} closeWord={t('app.cancel')} onClose={onClose}>
      {problem !== undefined && <p className="refusal" role="alert">{problem}</p>}
      <p>{t('me.import.lead')}</p>
      <FileButton accept="application/json,.json" busy={busy} onFile={take}>{t('me.import.choose')}</FileButton>
    </Sheet>
  )
}
