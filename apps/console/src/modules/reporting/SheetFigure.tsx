import { useT } from '../../app/i18n/locale.tsx'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { UiLink } from '../../ui/link.tsx'

interface SheetFigureProps {
  text: string
  counter: string
  place: { code: string; name: string }
  day: string
  /** A change opens to the books of the place on that day, a figure to its records. */
  view?: 'members' | 'ledger'
}

/** A figure in a table of the report, leading to what it counts on the frozen day. */
export function SheetFigure({ text, counter, place, day, view = 'members' }: SheetFigureProps) {
  const t = useT()
  const canList = useMay('indicator.list')
  if (!canList || !/[1-9]/.test(text)) return text
  const href =
    view === 'members'
      ? paths.members(counter, { place: place.code, day })
      : paths.day(day, { place: place.code })
  return (
    <UiLink
      className="figure-link"
      href={href}
      aria-label={t('report.figure.open', { place: place.name, text })}
    >
      {text}
    </UiLink>
  )
}
