import type { ReactNode } from 'react'
import './button.css'

interface ButtonProps {
  /** `primary` is the one thing to do on a screen. */
  kind?: 'primary' | 'plain' | 'danger' | 'quiet'
  onClick?: () => void
  /** Keeps its place and its word; a second tap does nothing. */
  busy?: boolean
  /** Shown below instead of a grey button that says nothing. */
  blockedBecause?: string | undefined
  submit?: boolean
  children: ReactNode
}

/** A button a thumb hits: 48 px at least, as wide as the column. */
export function Button({ kind = 'plain', onClick, busy = false, blockedBecause, submit = false, children }: ButtonProps) {
  const blocked = blockedBecause !== undefined
  return (
    <>
      <button
        type={submit ? 'submit' : 'button'} className={`button button-${kind}`} aria-busy={busy} disabled={blocked}
        onClick={busy ? undefined : onClick}
      >
        {children}
      </button>
      {blocked && blockedBecause !== '' && <p className="button-why small quiet">{blockedBecause}</p>}
    </>
  )
}
