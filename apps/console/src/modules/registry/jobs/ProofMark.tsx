import { EVIDENCE } from '@anye/codes/evidence'
import { today } from '../../../app/clock.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import { useCodeNames } from '../code-names.ts'
import { freshnessOn, shortDay } from '../persons/freshness.rules.ts'
import type { Freshness } from '../persons/freshness.rules.ts'
import type { Proof } from '../registry-types.ts'
import '../../../ui/figures/state-mark.css'

type Standing = Freshness | 'over'

/**
 * Full circle while it counts, triangle in its last week, hollow diamond once decayed, bar when nothing
 * depends on it.
 */
function Shape({ standing }: { standing: Standing }) {
  switch (standing) {
    case 'fresh':
      return <circle cx="6" cy="6" r="5" fill="var(--on-plan)" />
    case 'expiring':
      return <path d="M6 .8 11.6 11H.4Z" fill="var(--behind)" />
    case 'expired':
      return <path d="M6 1 11 6 6 11 1 6Z" fill="none" stroke="var(--far-behind)" strokeWidth="1.75" />
    case 'over':
      return <path d="M1 5h10v2H1Z" fill="var(--ink-3)" />
  }
}

interface ProofMarkProps {
  proof: Pick<Proof, 'kind' | 'onDate' | 'freshUntil'>
  /** The job ended: whether its evidence is fresh no longer matters. */
  isOver: boolean
}

/** One proof in words: when it was seen, until when it counts, what it is. */
export function ProofMark({ proof, isOver }: ProofMarkProps) {
  const t = useT()
  const { nameOf } = useCodeNames()
  const now = today()
  const standing: Standing = isOver ? 'over' : freshnessOn(proof.freshUntil, now)
  const days = { on: shortDay(proof.onDate, now), until: shortDay(proof.freshUntil, now) }
  return (
    <span className="state-mark">
      <svg className="state-shape" viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
        <Shape standing={standing} />
      </svg>
      <span>
        {t(`proof.${standing}`, days)}
        <span className="quiet"> · {nameOf(EVIDENCE, proof.kind)}</span>
      </span>
    </span>
  )
}
