import { useState } from 'react'
import { useT } from '../../app/i18n/locale.tsx'
import { usePhone } from '../../app/phone-context.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { NewPin } from '../sign-in/NewPin.tsx'
import { PinPad } from '../sign-in/PinPad.tsx'
import { useAttempt } from '../sign-in/use-attempt.ts'

/** The present PIN, then a new one twice. A wrong present PIN counts as at the lock. */
export function ChangePinSheet({ onClose }: { onClose: () => void }) {
  const t = useT()
  const toast = useToast()
  const { phone } = usePhone()
  const { busy, problem, attempt, say } = useAttempt()
  const [current, setCurrent] = useState<string | undefined>()
  const change = (next: string) => attempt(async () => {
    const answer = await phone.changePin(current ?? '', next)
    if (answer?.kind === 'open') {
      toast(t('me.pin.changed'))
      onClose()
    } else if (answer?.kind === 'wrong') {
      setCurrent(undefined)
      say(t('pin.wrong', { left: answer.left }))
    } else await phone.lock()
  })
  return (
    <Sheet title={t(current === undefined ? 'me.pin.current' : 'me.pin.next')} closeWord={t('app.cancel')} onClose={onClose}>
      {current === undefined
        ? <PinPad key="current" onPin={setCurrent} said={problem} wrong={problem !== undefined} />
        : <NewPin key="next" onPin={change} busy={busy} problem={problem} />}
    </Sheet>
  )
}
