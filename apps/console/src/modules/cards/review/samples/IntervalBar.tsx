interface IntervalBarProps {
  /** Shares 0–1. */
  rate: number
  low: number
  high: number
  width?: number
}

/** A rate with the interval around it on a scale from 0 to 1: band, then tick. The numbers stand beside it. */
export function IntervalBar({ rate, low, high, width = 120 }: IntervalBarProps) {
  const at = (share: number) => Math.max(0, Math.min(1, share)) * width
  return (
    <svg className="interval-bar" width={width} height={12} aria-hidden="true">
      <rect width={width} height={6} y={3} fill="var(--paper-3)" />
      <rect x={at(low)} width={Math.max(1, at(high) - at(low))} height={6} y={3} fill="var(--map-3)" />
      <rect x={Math.min(at(rate), width - 2)} width={2} height={12} fill="var(--ink)" />
    </svg>
  )
}
