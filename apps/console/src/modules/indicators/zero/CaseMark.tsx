import { useT } from '../../../app/i18n/locale.tsx'
import { StateShape } from '../../../ui/figures/StateMark.tsx'
import type { ZeroCase } from './cases.data.ts'

const SHAPE = { open: 'far_behind', placed: 'behind', proposed: 'behind', closed: 'on_plan', lapsed: 'no_data' } as const

/** How far a case is, by shape and word. */
export function CaseMark({ state, placed }: Pick<ZeroCase, 'state' | 'placed'>) {
  const t = useT()
  const stage = state === 'open' && placed ? 'placed' : state
  return (
    <span className="state-mark">
      <StateShape state={SHAPE[stage]} />
      {t(`case.stage.${stage}`)}
    </span>
  )
}
