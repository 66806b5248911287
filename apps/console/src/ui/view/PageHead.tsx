import type { ReactNode } from 'react'
import './page.css'

interface PageHeadProps {
  /** The question this page answers. */
  question: string
  /** One sentence with a number; undefined while it is being read, null when it could not be. */
  answer: ReactNode
  /** When and on what the answer stands. */
  note?: ReactNode
  /** Above the question: where we are. */
  trail?: ReactNode
  actions?: ReactNode
}

/** One page, one question: title is the question, the first line its answer. */
export function PageHead({ question, answer, note, trail, actions }: PageHeadProps) {
  return (
    <header className="page-head">
      {trail}
      <div className="page-head-row">
        <h1>{question}</h1>
        {actions && <div className="page-head-actions screen-only">{actions}</div>}
      </div>
      <p className="page-answer" aria-live="polite">
        {/* One box: an answer with links must still wrap as a sentence. */}
        <span>{answer === undefined ? <span className="page-answer-wait" /> : answer}</span>
        {note && <span className="page-note">{note}</span>}
      </p>
    </header>
  )
}

interface PanelProps {
  title: string
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
  className?: string
}

/** A titled part of a page, on white paper between hairlines. */
export function Panel({ title, note, actions, children, className }: PanelProps) {
  return (
    <section className={className ? `panel ${className}` : 'panel'} aria-label={title}>
      <div className="panel-head">
        <h2>{title}</h2>
        {note && <span className="quiet">{note}</span>}
        {actions && <span className="panel-actions screen-only">{actions}</span>}
      </div>
      {children}
    </section>
  )
}
