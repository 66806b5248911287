import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { useT } from '../i18n/locale.tsx'
import { NAVIGATION } from './navigation.ts'

/**
 * Names the browser's tab after the part of the console, in the language shown. Never after the record on the page:
 * titles stay in the history of a shared machine.
 */
export function useDocumentTitle(): void {
  const t = useT()
  const { pathname } = useLocation()
  const part = NAVIGATION.flatMap(({ items }) => items).find(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
  const title = [part && t(part.label), t('app.name'), t('app.subtitle')].filter(Boolean).join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
