import './number-pad.css'

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

interface NumberPadProps {
  onDigit: (digit: string) => void
  onDelete: () => void
  deleteWord: string
  disabled?: boolean
}

/** Digits for a thumb; the phone's own keyboard would cover half the screen. */
export function NumberPad({ onDigit, onDelete, deleteWord, disabled = false }: NumberPadProps) {
  const key = (digit: string) => <button key={digit} type="button" disabled={disabled} onClick={() => onDigit(digit)}>{digit}</button>
  return (
    <div className="number-pad">
      {DIGITS.map(key)}
      <span />
      {key('0')}
      <button type="button" disabled={disabled} aria-label={deleteWord} onClick={onDelete}>
        <svg width="28" height="20" viewBox="0 0 28 20" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
          <path d="M9 1h17v18H9L1 10Z" strokeLinejoin="round" /><path d="m13 6 8 8m0-8-8 8" strokeLinecap="round" />
        </svg>
      </button>
    </div>
  )
}
