import { useCallback, useRef, useState } from 'react'
import { Outlet, useNavigate } from 'react-router'
import { formatDateTime } from '../../ui/format.ts'
import { DataTimeProvider, useShownDataTime } from '../data-time.tsx'
import { useT } from '../i18n/locale.tsx'
import { useLive } from '../live.ts'
import { useSession } from '../session.tsx'
import { DivisionSearch } from './DivisionSearch.tsx'
import type { DivisionSearchHandle } from './DivisionSearch.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { navigationFor } from './navigation.ts'
import { Navigation } from './Navigation.tsx'
import { ShortcutSheet } from './ShortcutSheet.tsx'
import type { ShortcutAction } from './shortcuts.ts'
import { useDocumentTitle } from './use-document-title.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { UserMenu } from './UserMenu.tsx'
import './shell.css'

export function Shell() {
  useLive()
  return <DataTimeProvider><Frame /></DataTimeProvider>
}

/** The frame around every page: navigation at the left, scope search, data time and account above. */
function Frame() {
  const t = useT()
  const search = useRef<DivisionSearchHandle>(null)
  const [helpOpen, setHelpOpen] = useState(false)
  useDocumentTitle()
  useShortcuts(useActions(() => search.current?.focus(), () => setHelpOpen(true)))
  return (
    <div className="shell">
      <a className="skip-link" href="#content">{t('app.skip')}</a>
      <aside className="shell-side screen-only">
        <div className="brand">
          <strong>{t('app.name')}</strong>
          <span>{t('app.subtitle')}</span>
        </div>
        <Navigation />
      </aside>
      <div className="shell-body">
        <header className="shell-head">
          <DivisionSearch ref={search} />
          <DataStamp />
          <LanguageSwitch />
          <UserMenu />
        </header>
        <main id="content" className="shell-main" tabIndex={-1}><Outlet /></main>
      </div>
      <ShortcutSheet open={helpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  )
}

function useActions(focusSearch: () => void, openHelp: () => void) {
  const navigate = useNavigate()
  const { permissions } = useSession()
  const latest = useRef({ focusSearch, openHelp })
  latest.current = { focusSearch, openHelp }
  return useCallback(
    (action: ShortcutAction) => {
      if (action.kind === 'search') return latest.current.focusSearch()
      if (action.kind === 'help') return latest.current.openHelp()
      const found = navigationFor(permissions)
        .flatMap(({ items }) => items)
        .find(({ key }) => key === action.key)
      if (found) void navigate(found.path)
    },
    [navigate, permissions],
  )
}

/** Stays on paper too: a printed figure without its time, and made-up people without the label, mislead. */
function DataStamp() {
  const t = useT()
  const { synthetic } = useSession()
  const dataTime = useShownDataTime()
  return (
    <div className="data-stamp">
      {synthetic && <span className="synthetic-label">{t('app.synthetic')}</span>}
      {dataTime && <span>{t('app.dataTime', { time: formatDateTime(dataTime) })}</span>}
    </div>
  )
}
