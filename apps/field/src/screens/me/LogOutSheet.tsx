import { useState } from 'react'
import { useT } from '../../app/i18n/locale.tsx'
import { paths } from '../../app/paths.ts'
import { usePhone } from '../../app/phone-context.tsx'
import { UnsentWork } from '../../app/phone.ts'
import { useRouter } from '../../app/router.tsx'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useAttempt } from '../sign-in/use-attempt.ts'
import { savedWork } from './saved-work.ts'

/** O6 The way out is closed while there is work that neither the server nor a file has. */
export function LogOutSheet({ onClose }: { onClose: () => void }) {
  const t = useT()
  const { phone } = usePhone()
  const { go } = useRouter()
  const { busy, problem, attempt } = useAttempt()
  const [unsent, setUnsent] = useState<string | undefined>()
  const leave = () => attempt(async () => {
    try {
      await phone.logOut(savedWork)
      // Whoever logs in next begins with her households.
      go(paths.today(), { replace: true })
    } catch (error) {
      if (!(error instanceof UnsentWork)) throw error
      setUnsent(error.message)
    }
  })
  return (
    <Sheet title={t('me.logOut')} closeWord={t('app.cancel')} onClose={onClose}>
      {unsent !== undefined && <p className="refusal" role="alert">{t('me.logOut.unsent', { count: unsent })}</p>}
      {problem !== undefined && <p className="refusal" role="alert">{problem}</p>}
      <p>{t('me.logOut.ask')}</p>
      <Button kind="danger" busy={busy} onClick={leave}>{t('me.logOut.yes')}</Button>
    </Sheet>
  )
}
