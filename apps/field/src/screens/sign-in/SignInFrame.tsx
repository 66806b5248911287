import type { ReactNode } from 'react'
import { useLocale } from '../../app/i18n/locale.tsx'
import './sign-in.css'

/** The sheet on which a person says who she is; the language switches here already. */
export function SignInFrame({ title, lead, children }: { title: string; lead?: string | undefined; children: ReactNode }) {
  const { locale, setLocale, t } = useLocale()
  return (
    <div className="sign-in">
      <header className="sign-in-head">
        <p><strong>{t('app.name')}</strong><span className="small quiet">{t('app.tagline')}</span></p>
        <button type="button" onClick={() => setLocale(locale === 'en' ? 'zh-CN' : 'en')}>{t(locale === 'en' ? 'me.language.zh' : 'me.language.en')}</button>
      </header>
      <main className="sign-in-body">
        <h1>{title}</h1>
        {lead !== undefined && <p className="sign-in-lead">{lead}</p>}
        {children}
      </main>
    </div>
  )
}
