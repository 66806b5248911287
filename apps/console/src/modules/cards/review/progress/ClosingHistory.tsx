import type { Answers } from '../../../../app/api.ts'
import { useT } from '../../../../app/i18n/locale.tsx'
import { formatDateTime, NO_VALUE } from '../../../../ui/format.ts'

/** What was closed and reopened, the latest first; nothing while nothing was. */
export function ClosingHistory({ history }: { history: Answers['cards']['closings']['get']['history'] }) {
  const t = useT()
  if (history.length === 0) return null
  return (
    <details className="closing-history">
      <summary>{t('closing.history')}</summary>
      <ul>
        {history.map(({ id, level, act, at, by, place, villages, reason }) => (
          <li key={`${id} ${level}`} className="quiet">
            {act === 'close'
              ? t('closing.act.close', { at: formatDateTime(at), by: by ?? NO_VALUE, place, villages })
              : t('closing.act.reopen', { at: formatDateTime(at), by: by ?? NO_VALUE, place, villages, reason: reason ?? NO_VALUE })}
          </li>
        ))}
      </ul>
    </details>
  )
}
