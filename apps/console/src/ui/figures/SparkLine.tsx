import { sparkGeometry } from './spark-line.geometry.ts'
import type { SparkPoint } from './spark-line.geometry.ts'
import './cells.css'

interface SparkLineProps {
  /** Oldest first; null where a day has no figure, which breaks the line. */
  points: readonly SparkPoint[]
  /** Read out instead of the drawing, and shown on pointing. */
  label: string
  width?: number
  height?: number
}

/** A trend inside a row: one ink line, the last value dotted in the accent. Its scale is its own range. */
export function SparkLine({ points, label, width = 88, height = 20 }: SparkLineProps) {
  const { path, last } = sparkGeometry(points, width, height)
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="spark-line">
      <title>{label}</title>
      <path d={path} fill="none" stroke="var(--ink-2)" strokeWidth="1.25" strokeLinejoin="round" />
      {last && <circle cx={last.x} cy={last.y} r="2.25" fill="var(--accent)" />}
    </svg>
  )
}
