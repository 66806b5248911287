import './cells.css'

interface DeviationBarProps {
  /** Per cent above (right) or below (left) the plan; null draws the axis alone. */
  deviation: number | null
  /** The largest deviation of the table: all its bars share one scale. */
  reach: number
  width?: number
}

/** A bar left or right of the plan line. Decorative for screen readers: the signed number stands next to it. */
export function DeviationBar({ deviation, reach, width = 96 }: DeviationBarProps) {
  const middle = width / 2
  const length = deviation === null || reach <= 0 ? 0 : (Math.min(Math.abs(deviation), reach) / reach) * (middle - 1)
  return (
    <svg className="inline-bar" width={width} height={12} aria-hidden="true">
      <rect
        x={deviation !== null && deviation < 0 ? middle - length : middle}
        width={length}
        y={2}
        height={8}
        fill={deviation !== null && deviation < 0 ? 'var(--ink-2)' : 'var(--map-4)'}
      />
      <rect x={middle - 0.5} width={1} height={12} fill="var(--ink)" />
    </svg>
  )
}
