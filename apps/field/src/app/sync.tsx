import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useOpen, usePhone } from './phone-context.tsx'
import { createRounds } from './sync.data.ts'
import { useProblem } from './use-problem.ts'

const EVERY_MS = 5 * 60_000
/** `soon` asks for a round because something was saved. */
type Sync = { syncNow: () => void; soon: () => void; busy: boolean; fault: string | undefined; isSignedOut: boolean }
const SyncContext = createContext<Sync | undefined>(undefined)

/** Speaks to the server when the app opens, when a network comes, when the app is looked at again, and every five minutes while it is. */
export function SyncProvider({ children }: { children: ReactNode }) {
  const { phone } = usePhone()
  const { storage, touch } = useOpen()
  const problem = useProblem()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | undefined>()
  const [isSignedOut, setSignedOut] = useState(false)
  const rounds = useMemo(() => createRounds(phone, storage), [phone, storage])
  const sync = useCallback((asked: boolean) => {
    setBusy(true)
    setFault(undefined)
    rounds({ eager: asked })
      .then((round) => setSignedOut(round.isSignedOut))
      // By itself a failure is no news: the line says since when, and the next round comes.
      .catch((error: unknown) => { if (asked) setFault(problem(error)) })
      .finally(() => {
        setBusy(false)
        touch()
      })
  }, [rounds, touch, problem])
  useEffect(() => {
    const quietly = () => { if (navigator.onLine && !document.hidden) sync(false) }
    quietly()
    const timer = setInterval(quietly, EVERY_MS)
    window.addEventListener('online', quietly)
    document.addEventListener('visibilitychange', quietly)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', quietly)
      document.removeEventListener('visibilitychange', quietly)
    }
    // `sync` changes with the language only; a new word for a failure is no reason to speak to the server.
  }, [rounds])
  const value = useMemo(() => ({
    syncNow: () => sync(true), soon: () => { if (navigator.onLine) sync(false) }, busy, fault, isSignedOut,
  }), [sync, busy, fault, isSignedOut])
  return <SyncContext.Provider value={value}>{children}</SyncContext.Provider>
}

export function useSync(): Sync {
  const sync = useContext(SyncContext)
  if (!sync) throw new Error('useSync needs a SyncProvider above it')
  return sync
}
