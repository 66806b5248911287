import { formatInteger } from '../format.ts'
import { UiLink } from '../link.tsx'

interface LinkedNumberProps {
  value: number | null
  href?: string | undefined
  /** What the link opens, for screen readers. */
  label?: string | undefined
}

/** A count in a row that opens its records. Zero opens nothing. */
export function LinkedNumber({ value, href, label }: LinkedNumberProps) {
  const text = formatInteger(value)
  if (!href || !value) return text
  return <UiLink className="figure-link" href={href} aria-label={label}>{text}</UiLink>
}
