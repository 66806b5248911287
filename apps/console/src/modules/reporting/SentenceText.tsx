import { Fragment } from 'react'
import { useMay } from '../../app/session.tsx'
import { UiLink } from '../../ui/link.tsx'
import { figureHref } from './figure-links.ts'
import type { ReportContent, Sentence } from './report-types.ts'

/** A paragraph whose figures lead to their records. */
export function SentenceText({ sentence, ledger }: { sentence: Sentence; ledger: ReportContent['ledger'] }) {
  const canList = useMay('indicator.list')
  return (
    <p className="report-paragraph">
      {sentence.map((part, index) => {
        if (typeof part === 'string') return <Fragment key={index}>{part}</Fragment>
        const href = canList ? figureHref(part, ledger) : undefined
        if (!href) return <Fragment key={index}>{part.text}</Fragment>
        // A place in the same document is no page: the browser scrolls and marks it.
        return href.startsWith('#') ? (
          <a key={index} className="figure-link" href={href}>
            {part.text}
          </a>
        ) : (
          <UiLink key={index} className="figure-link" href={href}>
            {part.text}
          </UiLink>
        )
      })}
    </p>
  )
}
