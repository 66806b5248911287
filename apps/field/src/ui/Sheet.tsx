import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import './sheet.css'

interface SheetProps {
  title: string
  closeWord: string
  onClose: () => void
  children: ReactNode
}

/** A question or a choice from below, within the thumb's reach; the page behind stays where it is. */
export function Sheet({ title, closeWord, onClose, children }: SheetProps) {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    panel.current?.focus()
    const onKey = (event: KeyboardEvent) => { if (event.key === 'Escape') onClose() }
    document.addEventListener('keydown', onKey)
    document.body.style.overflow = 'hidden'
    return () => {
      document.removeEventListener('keydown', onKey)
      document.body.style.overflow = ''
      if (before instanceof HTMLElement) before.focus()
    }
    // The sheet takes the focus once, when it comes; a new onClose is no reason to take it again.
  }, [])
  return (
    <div className="sheet">
      <button type="button" className="sheet-behind" aria-label={closeWord} tabIndex={-1} onClick={onClose} />
      <div className="sheet-panel" role="dialog" aria-modal="true" aria-label={title} tabIndex={-1} ref={panel}>
        <header className="sheet-head">
          <h2>{title}</h2>
          <button type="button" className="sheet-close" onClick={onClose}>{closeWord}</button>
        </header>
        <div className="sheet-body">{children}</div>
      </div>
    </div>
  )
}
