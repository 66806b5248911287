import { ROLES } from '@anye/contract/access'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { Navigate, useNavigate } from 'react-router'
import { BlockSkeleton } from '../ui/states/TableSkeleton.tsx'
import type { Answers } from './api.ts'
import { api } from './api.ts'
import { logOut } from './auth.ts'
import { keepDay } from './clock.ts'
import { useName } from './i18n/locale.tsx'
import type { Bilingual } from './i18n/locale.tsx'
import { ProblemState } from './page-states.tsx'
import { paths } from './paths.ts'
import { SessionProvider } from './session.tsx'
import type { Session } from './session.tsx'
import { Shell } from './shell/Shell.tsx'

type Me = Answers['access']['getMe']

function toSession(me: Me, nameOf: (name: Bilingual) => string, signOut: () => Promise<void>): Session {
  const roles = [...new Set(me.roles.map(({ role }) => role))]
  return {
    userId: me.userId,
    userName: me.userName,
    displayName: me.name,
    roles,
    roleNames: roles.map((role) => nameOf(ROLES[role])),
    permissions: new Set(me.permissions),
    fieldLevel: me.fieldLevel,
    scope: me.scope ?? undefined,
    synthetic: me.synthetic,
    secondFactor: me.secondFactor,
    signOut,
  }
}

/** Asks who is signed in before any page shows; a lost session leads to the sign-in page (see `App`). */
export function SessionGate() {
  const nameOf = useName()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const me = useQuery(api.access.getMe.queryOptions({ input: {} }))
  const signOut = useCallback(async () => {
    await logOut()
    // The next person at this machine must not see what the last one read.
    queries.clear()
    await navigate(paths.signIn())
  }, [navigate, queries])
  const session = useMemo(() => me.data && toSession(me.data, nameOf, signOut), [me.data, nameOf, signOut])
  if (me.isError) return <div className="gate"><ProblemState error={me.error} onRetry={() => void me.refetch()} /></div>
  if (!session || !me.data) return <BlockSkeleton height={48} />
  // Before any page below is drawn, for every date on it goes by this.
  keepDay(me.data.today)
  if (me.data.mustChangePassword) return <Navigate to={paths.signIn({ step: 'password' })} replace />
  return <SessionProvider value={session}><Shell /></SessionProvider>
}
