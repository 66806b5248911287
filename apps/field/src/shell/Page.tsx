import type { ReactNode } from 'react'
import { useT } from '../app/i18n/locale.tsx'
import { useRouter } from '../app/router.tsx'
import { BackIcon } from '../ui/icons.tsx'
import { SyncLine } from './SyncLine.tsx'
import { TabBar } from './TabBar.tsx'
import './page.css'

interface PageProps {
  title: string
  /** Where the arrow leads when the page was opened from outside; a page without it stands in the tab bar. */
  backTo?: string
  /** Below the title, part of the head that stays in sight. */
  head?: ReactNode
  /** The one thing to do, at thumb height. */
  action?: ReactNode
  children: ReactNode
}

/** One column: title and sync line in sight, the page, and below either the tabs or the action. */
export function Page({ title, backTo, head, action, children }: PageProps) {
  const t = useT()
  const { back } = useRouter()
  return (
    <div className="page">
      <header className="page-head">
        <div className="page-title">
          {backTo !== undefined && <button type="button" className="page-back" aria-label={t('app.back')} onClick={() => back(backTo)}><BackIcon /></button>}
          <h1>{title}</h1>
        </div>
        <SyncLine />
        {head}
      </header>
      <main className="page-body">{children}</main>
      {backTo === undefined ? <TabBar /> : action !== undefined && <footer className="page-action">{action}</footer>}
    </div>
  )
}
