import { GUTTER } from './layout.geometry.ts'
import type { Band } from './layout.geometry.ts'

/** Says that a strand is empty, where its bars would be. */
export function NothingInStrand({ band, text }: { band: Band; text: string }) {
  return (
    <text className="timeline-none" x={GUTTER} y={band.top + 15}>
      {text}
    </text>
  )
}
