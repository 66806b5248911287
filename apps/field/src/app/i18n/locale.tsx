import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { fill } from './translate.ts'
import type { Locale, Translate } from './translate.ts'
import { zh } from './zh-CN.ts'
import type { MessageKey } from './zh-CN.ts'

const STORAGE_KEY = 'anye.locale'
type Catalogue = Readonly<Record<MessageKey, string>>
type LocaleValue = { locale: Locale; setLocale: (locale: Locale) => void; t: Translate }

const LocaleContext = createContext<LocaleValue | undefined>(undefined)

const storedLocale = (): Locale => (localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'zh-CN')

/** English comes in a file of its own, which the phone has as well; most never read it. */
async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  return locale === 'en' ? (await import('./en.ts')).en : zh
}

export function LocaleProvider({ children }: { children: ReactNode }) {
  const [wanted, setWanted] = useState<Locale>(storedLocale)
  const [shown, setShown] = useState<{ locale: Locale; catalogue: Catalogue }>({ locale: 'zh-CN', catalogue: zh })
  useEffect(() => {
    let current = true
    void loadCatalogue(wanted).then((catalogue) => {
      if (current) setShown({ locale: wanted, catalogue })
    })
    return () => { current = false }
  }, [wanted])
  useEffect(() => {
    document.documentElement.lang = shown.locale
    document.title = shown.catalogue['app.name']
  }, [shown])
  const setLocale = useCallback((locale: Locale) => {
    localStorage.setItem(STORAGE_KEY, locale)
    setWanted(locale)
  }, [])
  const value = useMemo<LocaleValue>(
    () => ({ locale: shown.locale, setLocale, t: (key, params) => fill(shown.catalogue[key], params) }), [shown, setLocale],
  )
  return <LocaleContext.Provider value={value}>{children}</LocaleContext.Provider>
}

export function useLocale(): LocaleValue {
  const value = useContext(LocaleContext)
  if (!value) throw new Error('useLocale needs a LocaleProvider above it')
  return value
}

export function useT(): Translate {
  return useLocale().t
}

/** Picks the language of a name kept in both, as the code lists have it. */
export function useName(): (name: { zh: string; en: string }) => string {
  const { locale } = useLocale()
  return useCallback((name) => (locale === 'en' ? name.en : name.zh), [locale])
}
