import { useT } from '../../../../app/i18n/locale.tsx'
import { paths } from '../../../../app/paths.ts'
import { formatInteger } from '../../../../ui/format.ts'
import { UiLink } from '../../../../ui/link.tsx'
import type { Answers } from '../../../../app/api.ts'
import '../review.css'

type Closing = Answers['cards']['closings']['get']
type Kind = Closing['blockers'][number]['kind']

/** Which lines a blocker means, as the filter of the list; places below have a list of their own. */
const FILTERS: Partial<Record<Kind, Record<string, string>>> = {
  due: { state: 'due' }, returned: { state: 'returned' }, reopened: { state: 'reopened' }, checked: { state: 'checked', inDispute: 'false' }, dispute: { inDispute: 'true' },
}
const PLACES_MOST = 12

/** What blocks the closing of a place, each with the way to it; or that it is ready. */
export function ClosingState({ closing: { blockers, open, reviewed, place, month } }: { closing: Closing }) {
  const t = useT()
  if (blockers.length === 0) {
    return <p className="command-lead">{t(place.level === 'village' ? 'closing.ready' : 'closing.ready.above', { reviewed: formatInteger(reviewed) })}</p>
  }
  return (
    <>
      <p className="command-lead">{t('closing.blocked')}</p>
      <ul className="blocker-list">
        {blockers.map(({ kind, count }) => {
          const filter = FILTERS[kind]
          const text = t(`closing.blocker.${kind}`, { count: formatInteger(count) })
          return <li key={kind}>{filter ? <UiLink href={paths.cardLines({ place: place.code, month, ...filter })}>{text}</UiLink> : text}</li>
        })}
      </ul>
      {place.level !== 'village' && open.length > 0 && (
        <p className="quiet">
          {t('closing.open')}
          {open.slice(0, PLACES_MOST).map(({ code, name }, index) => (
            <span key={code}>{index > 0 && ' · '}<UiLink href={paths.cardProgress(code, { month })}>{name}</UiLink></span>
          ))}
          {open.length > PLACES_MOST && ` … ${open.length}`}
        </p>
      )}
    </>
  )
}
