import { useT } from '../../../app/i18n/locale.tsx'
import { StateMark } from '../../../ui/figures/StateMark.tsx'
import type { Handover } from '../organization-types.ts'

const SHAPES = { offered: 'behind', accepted: 'on_plan', declined: 'no_data', withdrawn: 'no_data', expired: 'no_data' } as const

/** How an offer stands, by shape and word. */
export function OfferMark({ state }: { state: Handover['state'] }) {
  const t = useT()
  return <StateMark state={SHAPES[state]} word={t(`handover.state.${state}`)} />
}
