import type { PlanState } from '@anye/contract/indicators/endpoints'
import { useT } from '../../app/i18n/locale.tsx'
import './state-mark.css'

/** Shape per state, so that the state survives a black-and-white print and colour blindness. */
function Shape({ state }: { state: PlanState }) {
  switch (state) {
    case 'on_plan':
      return <circle cx="6" cy="6" r="5" fill="var(--on-plan)" />
    case 'behind':
      return <path d="M6 .8 11.6 11H.4Z" fill="var(--behind)" />
    case 'far_behind':
      return <path d="M6 0 12 6 6 12 0 6Z" fill="var(--far-behind)" />
    case 'no_data':
      return <circle cx="6" cy="6" r="4.5" fill="none" stroke="var(--no-data)" strokeWidth="1.5" strokeDasharray="2 2" />
  }
}

export function StateShape({ state }: { state: PlanState }) {
  return (
    <svg className="state-shape" viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
      <Shape state={state} />
    </svg>
  )
}

/** State by shape, word and colour. The word stays ink: amber text on white is not readable. */
export function StateMark({ state, word }: { state: PlanState; word?: string }) {
  const t = useT()
  return (
    <span className="state-mark">
      <StateShape state={state} />
      {word ?? t(`plan.${state}`)}
    </span>
  )
}
