import { NavLink } from 'react-router'
import { useT } from '../i18n/locale.tsx'
import { useSession } from '../session.tsx'
import { navigationFor } from './navigation.ts'

export function Navigation() {
  const t = useT()
  const { permissions } = useSession()
  return (
    <nav className="shell-nav" aria-label={t('app.navigation')}>
      {navigationFor(permissions).map(({ label, items }) => (
        <section key={label}>
          <h2>{t(label)}</h2>
          <ul>
            {items.map(({ key, path, label: name, shortcut }) => (
              <li key={key}>
                <NavLink to={path} aria-keyshortcuts={`g ${shortcut}`}>{t(name)}</NavLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
