import { useT } from '../app/i18n/locale.tsx'
import { paths } from '../app/paths.ts'
import { useStored } from '../app/phone-context.tsx'
import { Link, useRouter } from '../app/router.tsx'
import { ListIcon, OutboxIcon, PersonIcon } from '../ui/icons.tsx'
import { readSyncFigures } from './sync-line.data.ts'

export function TabBar() {
  const t = useT()
  const { route } = useRouter()
  const { data } = useStored(readSyncFigures)
  const count = (data?.waiting ?? 0) + (data?.attention ?? 0)
  return (
    <nav className="tab-bar">
      <Link to={paths.today()} current={route.page === 'today'}><ListIcon />{t('nav.today')}</Link>
      <Link to={paths.outbox()} current={route.page === 'outbox'}>
        <OutboxIcon />{t('nav.outbox')}
        {count > 0 && <span className={data !== undefined && data.attention > 0 ? 'tab-count is-bad' : 'tab-count'}>{count}</span>}
      </Link>
      <Link to={paths.me()} current={route.page === 'me'}><PersonIcon />{t('nav.me')}</Link>
    </nav>
  )
}
