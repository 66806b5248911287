import { sparkGeometry } from './spark-line.geometry.ts'

interface SparkLineProps {
  /** Oldest first; null where a day has no figure, which breaks the line. */
  values: readonly (number | null)[]
  /** Read out instead of the drawing. */
  label: string
  width?: number
  height?: number
}

/** A trend inside a row: one ink line, the last value dotted in the accent. Its scale is its own range. */
export function SparkLine({ values, label, width = 88, height = 20 }: SparkLineProps) {
  const { path, last } = sparkGeometry(values, width, height)
  return (
    <svg width={width} height={height} role="img" aria-label={label} className="spark-line">
      <path d={path} fill="none" stroke="var(--ink-2)" strokeWidth="1.25" strokeLinejoin="round" />
      {last && <circle cx={last.x} cy={last.y} r="2.25" fill="var(--accent)" />}
    </svg>
  )
}
