import './cells.css'

interface InlineBarProps {
  /** 0–100; clipped above. */
  percent: number
  /** Where the plan stands on the same scale, drawn as a tick. */
  plan?: number | null
  width?: number
}

/** A bar from zero inside a row. Decorative for screen readers: the number stands next to it. */
export function InlineBar({ percent, plan, width = 72 }: InlineBarProps) {
  const at = (value: number) => (Math.max(0, Math.min(100, value)) / 100) * width
  return (
    <svg className="inline-bar" width={width} height={10} aria-hidden="true">
      <rect width={width} height={6} y={2} fill="var(--paper-3)" />
      <rect width={at(percent)} height={6} y={2} fill="var(--map-4)" />
      {plan !== null && plan !== undefined && (
        <rect x={Math.min(at(plan), width - 1.5)} width={1.5} height={10} fill="var(--ink)" />
      )}
    </svg>
  )
}
