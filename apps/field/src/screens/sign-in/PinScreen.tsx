import { useState } from 'react'
import { useT } from '../../app/i18n/locale.tsx'
import { usePhone } from '../../app/phone-context.tsx'
import { Button } from '../../ui/Button.tsx'
import { PinPad } from './PinPad.tsx'
import { SignInFrame } from './SignInFrame.tsx'
import { useAttempt } from './use-attempt.ts'

/** What opens the app without a network. */
export function PinScreen({ person, packGone }: { person: string; packGone: boolean }) {
  const t = useT()
  const { phone } = usePhone()
  const { busy, problem, attempt } = useAttempt()
  const [left, setLeft] = useState<number | undefined>()
  const enter = (pin: string) => attempt(async () => {
    const answer = await phone.enterPin(pin)
    setLeft(answer?.kind === 'wrong' ? answer.left : undefined)
  })
  const wrong = left === undefined ? undefined : t('pin.wrong', { left })
  return (
    <SignInFrame title={t('pin.title', { name: person })} lead={packGone ? t('pin.packGone') : undefined}>
      <PinPad onPin={enter} busy={busy} said={busy ? t('pin.opening') : (problem ?? wrong)} wrong={!busy && (problem ?? wrong) !== undefined}>
        <Button kind="quiet" onClick={phone.logInInstead}>{t('pin.forgot')}</Button>
      </PinPad>
    </SignInFrame>
  )
}
