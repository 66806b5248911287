import { UiLink } from '../link.tsx'
import './page.css'

export interface TrailStep {
  code: string
  name: string
  /** Undefined for the present place and for places above the viewer's scope. */
  href?: string | undefined
}

/** Prefecture / county / township / village: the way back up. */
export function DivisionTrail({ label, steps }: { label: string; steps: readonly TrailStep[] }) {
  return (
    <nav aria-label={label}>
      <ol className="trail">
        {steps.map(({ code, name, href }, index) => (
          <li key={code} aria-current={index === steps.length - 1 ? 'location' : undefined}>
            {href ? <UiLink href={href}>{name}</UiLink> : name}
          </li>
        ))}
      </ol>
    </nav>
  )
}
