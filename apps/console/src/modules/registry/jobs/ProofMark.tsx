import { EVIDENCE } from '@anye/codes/evidence'
import { today } from '../../../app/clock.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import { useCodeNames } from '../code-names.ts'
import { freshnessOn, shortDay } from '../persons/freshness.rules.ts'
import type { Freshness } from '../persons/freshness.rules.ts'
import type { Proof } from '../registry-types.ts'

/** Full circle while it counts, triangle in its last week, hollow diamond once decayed. */
function Shape({ freshness }: { freshness: Freshness }) {
  switch (freshness) {
    case 'fresh':
      return <circle cx="6" cy="6" r="5" fill="var(--on-plan)" />
    case 'expiring':
      return <path d="M6 .8 11.6 11H.4Z" fill="var(--behind)" />
    case 'expired':
      return <path d="M6 1 11 6 6 11 1 6Z" fill="none" stroke="var(--far-behind)" strokeWidth="1.75" />
  }
}

/** One proof in words: what it is, when it was seen, until when it counts. */
export function ProofMark({ proof, withKind = true }: { proof: Pick<Proof, 'kind' | 'onDate' | 'freshUntil'>; withKind?: boolean }) {
  const t = useT()
  const { nameOf } = useCodeNames()
  const now = today()
  const freshness = freshnessOn(proof.freshUntil, now)
  const days = { on: shortDay(proof.onDate, now), until: shortDay(proof.freshUntil, now) }
  return (
    <span className="state-mark">
      <svg className="state-shape" viewBox="0 0 12 12" width="10" height="10" aria-hidden="true"><Shape freshness={freshness} /></svg>
      <span>
        {withKind && <span className="quiet">{nameOf(EVIDENCE, proof.kind)} </span>}
        {t(`proof.${freshness}`, days)}
      </span>
    </span>
  )
}
