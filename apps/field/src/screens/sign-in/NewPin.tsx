import { useState } from 'react'
import { useT } from '../../app/i18n/locale.tsx'
import { usePhone } from '../../app/phone-context.tsx'
import { isWeakPin } from '../../vault/pin.rules.ts'
import { PinPad } from './PinPad.tsx'
import { SignInFrame } from './SignInFrame.tsx'
import { useAttempt } from './use-attempt.ts'

/** Asks for a new PIN twice. */
export function NewPin({ onPin, busy, problem }: { onPin: (pin: string) => void; busy: boolean; problem?: string | undefined }) {
  const t = useT()
  const [first, setFirst] = useState<string | undefined>()
  const [said, setSaid] = useState<string | undefined>()
  const enter = (pin: string) => {
    setSaid(undefined)
    if (first === undefined) {
      if (isWeakPin(pin)) setSaid(t('pin.new.weak'))
      else setFirst(pin)
      return
    }
    setFirst(undefined)
    if (first === pin) onPin(pin)
    else setSaid(t('pin.new.mismatch'))
  }
  const fault = problem ?? said
  return <PinPad onPin={enter} busy={busy} said={busy ? t('pin.opening') : (fault ?? (first === undefined ? '' : t('pin.new.again')))} wrong={!busy && fault !== undefined} />
}

/** The end of the log-in. */
export function NewPinScreen() {
  const t = useT()
  const { phone } = usePhone()
  const { busy, problem, attempt } = useAttempt()
  return (
    <SignInFrame title={t('pin.new.title')} lead={t('pin.new.lead')}>
      <NewPin onPin={(pin) => attempt(() => phone.setPin(pin))} busy={busy} problem={problem} />
    </SignInFrame>
  )
}
