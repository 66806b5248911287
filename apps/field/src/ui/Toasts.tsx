import { createContext, useCallback, useContext, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import './toasts.css'

const SHOWN_MS = 4000
const ToastContext = createContext<(message: string) => void>(() => undefined)

/** One sentence about what has just been done; it goes by itself and hides nothing that is needed. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<{ message: string } | undefined>()
  useEffect(() => {
    if (!toast) return undefined
    const timer = setTimeout(() => setToast(undefined), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [toast])
  const say = useCallback((message: string) => setToast({ message }), [])
  return (
    <ToastContext.Provider value={say}>
      {children}
      <div className="toasts" role="status" aria-live="polite">{toast && <p>{toast.message}</p>}</div>
    </ToastContext.Provider>
  )
}

export function useToast(): (message: string) => void {
  return useContext(ToastContext)
}
