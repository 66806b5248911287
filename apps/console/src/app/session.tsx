import type { FieldLevel, Permission, Role } from '@anye/contract/access'
import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'

/** Who is working, what they may do, and where. */
export interface Session {
  userId: string
  userName: string
  displayName: string
  roles: readonly Role[]
  fieldLevel: FieldLevel
  /** In the current language. */
  roleNames: readonly string[]
  permissions: ReadonlySet<Permission>
  /** The top of the viewer's scope; undefined for the administrators, who have none. */
  scope: { code: string; name: string } | undefined
  /** True while the installation holds made-up people; then every page says so. */
  synthetic: boolean
  /** A second factor is switched on. */
  secondFactor: boolean
  signOut: () => Promise<void>
}

const SessionContext = createContext<Session | undefined>(undefined)

export function SessionProvider({ value, children }: { value: Session; children: ReactNode }) {
  return <SessionContext.Provider value={value}>{children}</SessionContext.Provider>
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession needs a signed-in session above it')
  return session
}

/** True when the session holds the permission: for actions inside a page. */
export function useMay(permission: Permission): boolean {
  return useSession().permissions.has(permission)
}
