import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import { readPath, type Route } from './paths.ts'

const BASE = '/field'
type Router = { path: string; route: Route; go: (path: string, options?: { replace?: boolean }) => void; back: (fallback: string) => void }

const RouterContext = createContext<Router | undefined>(undefined)
/** How far each page was scrolled when it was left; forgotten with the app. */
const scrolled = new Map<string, number>()

function here(): string {
  const { pathname } = window.location
  return pathname.startsWith(BASE) ? pathname.slice(BASE.length).replace(/^\/index\.html$/, '/') || '/' : '/'
}

/** Pages by the address, so that the phone's own back key works; the app has seven, a library is not worth its size. */
export function RouterProvider({ children }: { children: ReactNode }) {
  const [path, setPath] = useState(here)
  useEffect(() => {
    const follow = () => setPath(here())
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])
  const go = useCallback((next: string, { replace = false } = {}) => {
    scrolled.set(here(), window.pageYOffset)
    if (replace) window.history.replaceState({ inside: true }, '', BASE + next)
    else window.history.pushState({ inside: true }, '', BASE + next)
    setPath(next)
    window.scrollTo(0, 0)
  }, [])
  // Opened from a link there is nothing inside the app to go back to.
  const back = useCallback((fallback: string) => {
    const state: unknown = window.history.state
    if (typeof state === 'object' && state !== null && Reflect.get(state, 'inside') === true) window.history.back()
    else go(fallback, { replace: true })
  }, [go])
  const value = useMemo(() => ({ path, route: readPath(path), go, back }), [path, go, back])
  return <RouterContext.Provider value={value}>{children}</RouterContext.Provider>
}

export function useRouter(): Router {
  const router = useContext(RouterContext)
  if (!router) throw new Error('useRouter needs a RouterProvider above it')
  return router
}

/** Goes back to where a list was left once its rows are there. */
export function useScrollMemory(isReady: boolean): void {
  const { path } = useRouter()
  useEffect(() => {
    const at = scrolled.get(path)
    if (isReady && at !== undefined) {
      window.scrollTo(0, at)
      scrolled.delete(path)
    }
  }, [isReady, path])
}

export function Link({ to, className, children, current }: { to: string; className?: string; children: ReactNode; current?: boolean }) {
  const { go } = useRouter()
  const follow = (event: MouseEvent) => {
    event.preventDefault()
    go(to)
  }
  return <a href={BASE + to} className={className} onClick={follow} aria-current={current ? 'page' : undefined}>{children}</a>
}
