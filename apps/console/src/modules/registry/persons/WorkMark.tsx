import { useT } from '../../../app/i18n/locale.tsx'
import type { PersonRow } from '../registry-types.ts'
import '../../../ui/figures/state-mark.css'

export type WorkState = NonNullable<PersonRow['work']>

/** Shape per state: full, hollow, triangle, diamond, bar. It survives a black-and-white print. */
function Shape({ state }: { state: WorkState }) {
  switch (state) {
    case 'employed_stable':
      return <circle cx="6" cy="6" r="5" fill="var(--on-plan)" />
    case 'employed':
      return <circle cx="6" cy="6" r="4" fill="none" stroke="var(--on-plan)" strokeWidth="2" />
    case 'to_verify':
      return <path d="M6 .8 11.6 11H.4Z" fill="var(--behind)" />
    case 'unemployed':
      return <path d="M6 0 12 6 6 12 0 6Z" fill="var(--far-behind)" />
    case 'exempt':
      return <path d="M1 5h10v2H1Z" fill="var(--ink-3)" />
  }
}

/** How a labourer stands, by shape, word and colour; nothing for persons who are no labourers. */
export function WorkMark({ state }: { state: PersonRow['work'] }) {
  const t = useT()
  if (state === null) return <span className="quiet">{t('work.none')}</span>
  return (
    <span className="state-mark">
      <svg className="state-shape" viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
        <Shape state={state} />
      </svg>
      {t(`work.${state}`)}
    </span>
  )
}
