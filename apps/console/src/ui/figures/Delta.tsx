import { useT } from '../../app/i18n/locale.tsx'
import { formatSigned } from '../format.ts'
import './cells.css'

interface DeltaProps {
  value: number | null
  /** Decimals shown: 0 for counts, 1 for percentage points. */
  digits?: number
  /** Said in full in the tooltip; a row shows the size alone. */
  unit?: string
  /** Prints the unit too, where there is room. */
  withUnit?: boolean
  /** The earlier moment, as a word ("昨日"), for screen readers and the tooltip. */
  since: string
}

/** A change by arrow and sign. No state colour: a rise is good for coverage and bad for zero households. */
export function Delta({ value, digits = 1, unit, withUnit = false, since }: DeltaProps) {
  const t = useT()
  if (value === null) return null
  const rounded = Number(value.toFixed(digits))
  const direction = rounded === 0 ? 'same' : rounded > 0 ? 'up' : 'down'
  const size = formatSigned(Math.abs(value), digits).replace('+', '')
  const words = t(`figure.delta.${direction}`, { since, value: unit ? `${size} ${unit}` : size })
  return (
    <span className="delta" title={words}>
      <svg width="8" height="8" viewBox="0 0 8 8" role="img" aria-label={words}>
        {direction === 'up' && <path d="M4 1 7.5 7h-7Z" fill="currentColor" />}
        {direction === 'down' && <path d="M4 7 .5 1h7Z" fill="currentColor" />}
        {direction === 'same' && <path d="M1 3.2h6v1.6H1Z" fill="currentColor" />}
      </svg>
      <span aria-hidden="true">{withUnit && unit ? `${size} ${unit}` : size}</span>
    </span>
  )
}
