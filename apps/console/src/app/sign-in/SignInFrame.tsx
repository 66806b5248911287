import type { ReactNode } from 'react'
import { useT } from '../i18n/locale.tsx'
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import './sign-in.css'

/** The calm sheet on which all three steps of signing in are written. */
export function SignInFrame({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const t = useT()
  useDocumentTitle()
  return (
    <div className="sign-in">
      <main className="sign-in-sheet">
        <header className="sign-in-head">
          <div>
            <strong>{t('app.name')}</strong>
            <span>{t('app.subtitle')}</span>
          </div>
          <LanguageSwitch />
        </header>
        <h1>{title}</h1>
        {lead && <p className="quiet">{lead}</p>}
        {children}
      </main>
      <p className="sign-in-notice">{t('signIn.notice')}</p>
    </div>
  )
}
