import { useT } from '../../../app/i18n/locale.tsx'
import { StateShape } from '../../../ui/figures/StateMark.tsx'
import type { LineState } from './review.data.ts'

const SHAPES = {
  due: 'no_data', checked: 'behind', returned: 'far_behind', reopened: 'far_behind', reviewed: 'on_plan', closed: 'on_plan',
} as const satisfies Record<LineState, string>

/** Where a line stands, by shape and word; two checks that disagree come before everything else. */
export function LineMark({ state, inDispute }: { state: LineState; inDispute: boolean }) {
  const t = useT()
  return (
    <span className="state-mark">
      <StateShape state={inDispute ? 'far_behind' : SHAPES[state]} />
      {t(inDispute ? 'cardState.dispute' : `cardState.${state}`)}
    </span>
  )
}
