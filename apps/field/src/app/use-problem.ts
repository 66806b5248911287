import { useCallback } from 'react'
import { useLocale } from './i18n/locale.tsx'
import { toProblem } from './problem.ts'

/** Any failure as the sentence a person reads. */
export function useProblem(): (error: unknown) => string {
  const { locale, t } = useLocale()
  return useCallback((error) => toProblem(error, locale, t), [locale, t])
}
