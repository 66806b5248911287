import { eraOn, inEra } from '@anye/codes/era-label'
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { today } from '../clock.ts'
import { fill } from './translate.ts'
import type { Locale, Translate } from './translate.ts'
import { zh } from './zh-CN.ts'
import type { MessageKey } from './zh-CN.ts'

const STORAGE_KEY = 'anye.locale'
type Catalogue = Readonly<Record<MessageKey, string>>

interface LocaleValue {
  locale: Locale
  setLocale: (locale: Locale) => void
  t: Translate
}

const LocaleContext = createContext<LocaleValue | undefined>(undefined)

function storedLocale(): Locale {
  return localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'zh-CN'
}

/** English is fetched when it is first asked for: most users never need it. */
async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  return locale === 'en' ? (await import('./en.ts')).en : zh
}

/** Official words change with the time: 贫困户 of 2020 is 脱贫（监测）户 today. */
function inTime(text: string): string {
  return inEra(text, eraOn(today()))
}

export function LocaleProvider({ children }: { children: ReactNode }) {
  const [wanted, setWanted] = useState<Locale>(storedLocale)
  const [shown, setShown] = useState<{ locale: Locale; catalogue: Catalogue }>({ locale: 'zh-CN', catalogue: zh })

  useEffect(() => {
    let current = true
    void loadCatalogue(wanted).then((catalogue) => {
      if (current) setShown({ locale: wanted, catalogue })
    })
    return () => {
      current = false
    }
  }, [wanted])

  useEffect(() => {
    document.documentElement.lang = shown.locale
  }, [shown.locale])

  const setLocale = useCallback((locale: Locale) => {
    localStorage.setItem(STORAGE_KEY, locale)
    setWanted(locale)
  }, [])

  const value = useMemo<LocaleValue>(
    () => ({ locale: shown.locale, setLocale, t: (key, params) => fill(inTime(shown.catalogue[key]), params) }),
    [shown, setLocale],
  )
  return <LocaleContext.Provider value={value}>{children}</LocaleContext.Provider>
}

export function useLocale(): LocaleValue {
  const value = useContext(LocaleContext)
  if (!value) throw new Error('useLocale needs a LocaleProvider above it')
  return value
}

/** The translate function of the current language. */
export function useT(): Translate {
  return useLocale().t
}

/** A name kept in both languages, as the code lists and the indicator catalogue have it. */
export interface Bilingual {
  zh: string
  en: string
}

/** Picks the name in the current language. */
export function useName(): (name: Bilingual) => string {
  const { locale } = useLocale()
  return useCallback((name) => (locale === 'en' ? name.en : inTime(name.zh)), [locale])
}
