import { useEffect } from 'react'
import { deviceNow } from '../app/clock.ts'
import { formatInteger, formatTime } from '../app/format.ts'
import { heldMark } from '../app/held-mark.ts'
import { useT } from '../app/i18n/locale.tsx'
import { paths } from '../app/paths.ts'
import { usePhone, useStored } from '../app/phone-context.tsx'
import { Link } from '../app/router.tsx'
import { useSync } from '../app/sync.tsx'
import { useOnline } from '../app/use-online.ts'
import { StateMark } from '../ui/StateMark.tsx'
import { readSyncFigures } from './sync-line.data.ts'

/** Always in sight: what the server has, what it has not, since when. Opens the outbox. */
export function SyncLine() {
  const t = useT()
  const online = useOnline()
  const { phone } = usePhone()
  const { isSignedOut } = useSync()
  const { data } = useStored(readSyncFigures)
  const unsent = data && data.waiting + data.attention
  useEffect(() => { if (unsent !== undefined) heldMark.write(unsent) }, [unsent])
  // Until the phone's store has answered the line stays empty: a moment of "nothing confirmed" would be untrue.
  const said = data === undefined ? '\u00a0' : t('sync.line', {
    stored: formatInteger(data.stored), waiting: formatInteger(data.waiting), at: data.syncedAt === null ? t('sync.never') : formatTime(data.syncedAt, deviceNow()),
  })
  const attention = data?.attention ?? 0
  return (
    <>
      {isSignedOut && <button type="button" className="banner is-note" onClick={phone.logInAgain}>{t('sync.signedOut')}</button>}
      <Link to={paths.outbox()} className="sync-line">
        <span>{said}</span>
        {attention > 0 ? <StateMark kind="bad" word={t('sync.attention', { count: attention })} /> : !online && <StateMark kind="plain" word={t('sync.offline')} />}
      </Link>
    </>
  )
}
