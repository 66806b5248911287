import { formatPercent } from '../format.ts'
import { InlineBar } from './InlineBar.tsx'
import { UiLink } from '../link.tsx'
import './cells.css'

interface RateCellProps {
  /** 0–100, null without a base. */
  percent: number | null
  plan?: number | null
  href?: string | undefined
  /** Off where columns are many: only the number. */
  bar?: boolean
  /** What the link opens, for screen readers. */
  label?: string | undefined
}

/** A rate in a row: bar with the plan's tick, then per cent with one decimal. */
export function RateCell({ percent, plan, href, label, bar = true }: RateCellProps) {
  const value = formatPercent(percent)
  return (
    <span className="rate-cell">
      {bar && percent !== null && <InlineBar percent={percent} plan={plan ?? null} width={56} />}
      <span className="rate-cell-value">
        {href && percent !== null ? <UiLink className="figure-link" href={href} aria-label={label}>{value}</UiLink> : value}
      </span>
    </span>
  )
}
