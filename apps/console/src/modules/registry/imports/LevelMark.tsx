import { useT } from '../../../app/i18n/locale.tsx'
import '../../../ui/figures/state-mark.css'

export const LEVELS = ['accepted', 'warned', 'queried', 'rejected'] as const
export type Level = (typeof LEVELS)[number]

function Shape({ level }: { level: Level }) {
  switch (level) {
    case 'accepted':
      return <circle cx="6" cy="6" r="5" fill="var(--on-plan)" />
    case 'warned':
      return <path d="M6 .8 11.6 11H.4Z" fill="var(--behind)" />
    case 'queried':
      return <path d="M1 1h10v10H1Z" fill="none" stroke="var(--behind)" strokeWidth="2" />
    case 'rejected':
      return <path d="M6 0 12 6 6 12 0 6Z" fill="var(--far-behind)" />
  }
}

/** What becomes of a row: imported, imported and marked, imported and asked about, not imported. */
export function LevelMark({ level }: { level: Level }) {
  const t = useT()
  return (
    <span className="state-mark">
      <svg className="state-shape" viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
        <Shape level={level} />
      </svg>
      {t(`imports.level.${level}`)}
    </span>
  )
}
