import { useCallback, useState } from 'react'
import { useLocale } from '../../app/i18n/locale.tsx'
import { toProblem } from '../../app/problem.ts'

/** One thing that may be refused: busy while it runs, its refusal as a sentence. */
export function useAttempt(): { busy: boolean; problem: string | undefined; attempt: (act: () => Promise<unknown>) => void; say: (problem: string | undefined) => void } {
  const { locale, t } = useLocale()
  const [busy, setBusy] = useState(false)
  const [problem, say] = useState<string | undefined>()
  const attempt = useCallback((act: () => Promise<unknown>) => {
    setBusy(true)
    say(undefined)
    act().catch((error: unknown) => say(toProblem(error, locale, t))).finally(() => setBusy(false))
  }, [locale, t])
  return { busy, problem, attempt, say }
}
