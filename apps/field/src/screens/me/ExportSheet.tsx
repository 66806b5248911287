import { deviceNow } from '../../app/clock.ts'
import { useT } from '../../app/i18n/locale.tsx'
import { useOpen, useStored } from '../../app/phone-context.tsx'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { useAttempt } from '../sign-in/use-attempt.ts'
import { exportUnsent, readPhoneFacts, saveTextFile } from './me.data.ts'
import { savedWork } from './saved-work.ts'

/** For a phone that will not see a network again: the work as a file. */
export function ExportSheet({ onClose }: { onClose: () => void }) {
  const t = useT()
  const toast = useToast()
  const { keys, storage } = useOpen()
  const { busy, problem, attempt } = useAttempt()
  const { data } = useStored(readPhoneFacts)
  const save = () => attempt(async () => {
    const { name, text, ids } = await exportUnsent(storage, keys.name, new Date(deviceNow()).toISOString())
    saveTextFile(name, text)
    for (const id of ids) savedWork.add(id)
    toast(t('me.exported', { name }))
    onClose()
  })
  return (
    <Sheet title={t('me.export')} closeWord={t('app.cancel')} onClose={onClose}>
      {problem !== undefined && <p className="refusal" role="alert">{problem}</p>}
      {data?.unsent === 0 ? <p>{t('me.export.nothing')}</p> : (
        <>
          <p className="notice">{t('me.export.lead')}</p>
          <Button kind="primary" busy={busy} onClick={save}>{t('me.export.yes')}</Button>
        </>
      )}
    </Sheet>
  )
}
