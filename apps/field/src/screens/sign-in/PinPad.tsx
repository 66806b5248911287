import { useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../app/i18n/locale.tsx'
import { NumberPad } from '../../ui/NumberPad.tsx'
import { PIN_LENGTH } from '../../vault/pin.rules.ts'

interface PinPadProps {
  /** Called with six digits; the pad is empty again afterwards. */
  onPin: (pin: string) => void
  said?: string | undefined
  wrong?: boolean
  busy?: boolean
  children?: ReactNode
}

/** Six dots and a number pad; the last digit is the button. */
export function PinPad({ onPin, said, wrong = false, busy = false, children }: PinPadProps) {
  const t = useT()
  const [digits, setDigits] = useState('')
  const add = (digit: string) => {
    const next = digits + digit
    if (next.length < PIN_LENGTH) setDigits(next)
    else {
      setDigits('')
      onPin(next)
    }
  }
  const shown = busy ? PIN_LENGTH : digits.length
  return (
    <div className="pin">
      <div className="pin-dots" role="status" aria-label={t('pin.entered', { count: shown })}>
        {Array.from({ length: PIN_LENGTH }, (_, index) => <span key={index} className={index < shown ? 'is-filled' : ''} />)}
      </div>
      <p className={wrong ? 'pin-said is-wrong' : 'pin-said'} role="alert">{said}</p>
      <NumberPad onDigit={add} onDelete={() => setDigits(digits.slice(0, -1))} deleteWord={t('pin.delete')} disabled={busy} />
      {children}
    </div>
  )
}
