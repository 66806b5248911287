import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import './states.css'

/** Nothing here, and what to do about it. */
export function EmptyState({ title, advice, children }: { title: string; advice: string; children?: ReactNode }) {
  return (
    <div className="state">
      <h2>{title}</h2>
      <p className="quiet">{advice}</p>
      {children}
    </div>
  )
}

export function ErrorState({ message, retryWord, onRetry }: { message: string; retryWord: string; onRetry: () => void }) {
  return (
    <div className="state" role="alert">
      <p className="refusal">{message}</p>
      <Button onClick={onRetry}>{retryWord}</Button>
    </div>
  )
}

/** The shape of a list while it is read; nothing spins. */
export function ListSkeleton({ rows = 6, label }: { rows?: number; label: string }) {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => <div key={row}><span /><span /></div>)}
    </div>
  )
}
