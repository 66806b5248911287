import { useT } from '../../../app/i18n/locale.tsx'
import { StateShape } from '../../../ui/figures/StateMark.tsx'
import type { Need } from './needs.data.ts'

const SHAPE = { open: 'behind', overdue: 'far_behind', served: 'on_plan', closed: 'no_data' } as const

/** How far a need is, by shape and word. */
export function NeedMark({ need: { state, overdue } }: { need: Pick<Need, 'state' | 'overdue'> }) {
  const t = useT()
  const stage = overdue ? 'overdue' : state
  return (
    <span className="state-mark">
      <StateShape state={SHAPE[stage]} />
      {t(`need.stage.${stage}`)}
    </span>
  )
}
