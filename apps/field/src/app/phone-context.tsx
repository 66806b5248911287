import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import type { PackStorage } from '@anye/pack/storage/pack-storage'
import type { OpenKeys } from '../vault/vault.ts'
import type { Phone, Stage } from './phone.ts'

const PhoneContext = createContext<Phone | undefined>(undefined)

export function PhoneProvider({ phone, children }: { phone: Phone; children: ReactNode }) {
  return <PhoneContext.Provider value={phone}>{children}</PhoneContext.Provider>
}

export function usePhone(): { phone: Phone; stage: Stage } {
  const phone = useContext(PhoneContext)
  if (!phone) throw new Error('usePhone needs a PhoneProvider above it')
  return { phone, stage: useSyncExternalStore(phone.subscribe, phone.stage) }
}

/** What screens of an open app work with. `touch` says that something was written: what is shown is read again. */
type Open = { storage: PackStorage; keys: OpenKeys; version: number; touch: () => void }
const OpenContext = createContext<Open | undefined>(undefined)

export function OpenProvider({ storage, keys, children }: { storage: PackStorage; keys: OpenKeys; children: ReactNode }) {
  const [version, setVersion] = useState(0)
  const touch = useCallback(() => setVersion((last) => last + 1), [])
  const value = useMemo(() => ({ storage, keys, version, touch }), [storage, keys, version, touch])
  return <OpenContext.Provider value={value}>{children}</OpenContext.Provider>
}

export function useOpen(): Open {
  const open = useContext(OpenContext)
  if (!open) throw new Error('useOpen needs an open app above it')
  return open
}

type Stored<T> = { data: T | undefined; error: unknown; reload: () => void }

/** Reads from the phone's storage, and again whenever something was written. The last answer stays in sight meanwhile. */
export function useStored<T>(load: (storage: PackStorage) => Promise<T>, key = ''): Stored<T> {
  const { storage, version, touch } = useOpen()
  const [state, setState] = useState<{ key: string; data: T | undefined; error: unknown }>({ key, data: undefined, error: undefined })
  // The function is new at each drawing; what it reads depends on `key` alone.
  const latest = useRef(load)
  latest.current = load
  useEffect(() => {
    let current = true
    latest.current(storage).then(
      (data) => { if (current) setState({ key, data, error: undefined }) },
      (error: unknown) => { if (current) setState({ key, data: undefined, error }) },
    )
    return () => { current = false }
  }, [storage, version, key])
  return { data: state.key === key ? state.data : undefined, error: state.key === key ? state.error : undefined, reload: touch }
}
