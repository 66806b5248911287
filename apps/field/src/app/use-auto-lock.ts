import { useEffect } from 'react'
import { deviceNow } from './clock.ts'
import { usePhone } from './phone-context.tsx'

/** An app that nobody looked at for this long asks for the PIN again. */
const LOCK_AFTER_MS = 10 * 60_000

export function useAutoLock(): void {
  const { phone } = usePhone()
  useEffect(() => {
    let hiddenAt: number | undefined
    const onChange = () => {
      if (document.hidden) hiddenAt = deviceNow()
      else if (hiddenAt !== undefined && deviceNow() - hiddenAt > LOCK_AFTER_MS) void phone.lock()
    }
    document.addEventListener('visibilitychange', onChange)
    return () => document.removeEventListener('visibilitychange', onChange)
  }, [phone])
}
