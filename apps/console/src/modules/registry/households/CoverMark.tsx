import { useT } from '../../../app/i18n/locale.tsx'
import type { HouseholdRow } from '../registry-types.ts'
import '../../../ui/figures/state-mark.css'

type Cover = 'stable' | 'employed' | 'zero' | 'special' | 'no_labour' | 'pending'

type CoverFacts = Pick<HouseholdRow, 'zero' | 'special' | 'stable' | 'employed' | 'labourers'>

/** How a household stands: the unit of success is the household (DOMAIN section 4). */
export function coverOf({ zero, special, stable, employed, labourers }: CoverFacts): Cover {
  if (zero) return 'zero'
  if (stable > 0) return 'stable'
  if (employed > 0) return 'employed'
  if (special) return 'special'
  return labourers === 0 ? 'no_labour' : 'pending'
}

/** The same shapes as for persons, so that a village learns them once. */
function Shape({ cover }: { cover: Cover }) {
  switch (cover) {
    case 'stable':
      return <circle cx="6" cy="6" r="5" fill="var(--on-plan)" />
    case 'employed':
      return <circle cx="6" cy="6" r="4" fill="none" stroke="var(--on-plan)" strokeWidth="2" />
    case 'zero':
      return <path d="M6 0 12 6 6 12 0 6Z" fill="var(--far-behind)" />
    case 'special':
    case 'no_labour':
    case 'pending':
      return <path d="M1 5h10v2H1Z" fill="var(--ink-3)" />
  }
}

export function CoverMark({ household }: { household: HouseholdRow }) {
  const t = useT()
  const cover = coverOf(household)
  return (
    <span className="state-mark">
      <svg className="state-shape" viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
        <Shape cover={cover} />
      </svg>
      {t(`cover.${cover}`)}
    </span>
  )
}
