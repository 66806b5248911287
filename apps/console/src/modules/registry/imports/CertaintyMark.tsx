import { useT } from '../../../app/i18n/locale.tsx'
import { StateShape } from '../../../ui/figures/StateMark.tsx'
import type { Certainty } from './mapping.rules.ts'

const SHAPES = {
  said: 'on_plan',
  sure: 'on_plan',
  unsure: 'behind',
  conflict: 'far_behind',
  unknown: 'behind',
  unmapped: 'no_data',
} as const

interface CertaintyMarkProps {
  certainty: Certainty
  /** 0–1, as the server read the header. */
  confidence: number
  /** Letters of the column that took the field. */
  other: string
}

/** How a column came to its field, by shape and word. */
export function CertaintyMark({ certainty, confidence, other }: CertaintyMarkProps) {
  const t = useT()
  return (
    <span className="state-mark">
      <StateShape state={SHAPES[certainty]} />
      {t(`imports.map.is.${certainty}`, { percent: Math.round(confidence * 100), other })}
    </span>
  )
}
