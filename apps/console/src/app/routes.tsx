import { lazy, Suspense } from 'react'
import { createBrowserRouter, Navigate } from 'react-router'
import type { RouteObject } from 'react-router'
import { accessRoutes } from '../modules/access/access.routes.tsx'
import { reviewRoutes } from '../modules/cards/review/review.routes.tsx'
import { commandRoutes } from '../modules/command/command.routes.tsx'
import { keyedRoutes } from '../modules/cards/keyed/keyed.routes.tsx'
import { lateWorkRoutes } from '../modules/cards/late-work/late-work.routes.tsx'
import { needsRoutes } from '../modules/cards/needs/needs.routes.tsx'
import { paperRoutes } from '../modules/cards/paper/paper.routes.tsx'
import { indicatorsRoutes } from '../modules/indicators/indicators.routes.tsx'
import { organizationRoutes } from '../modules/organization/organization.routes.tsx'
import { registryRoutes } from '../modules/registry/registry.routes.tsx'
import { reportingRoutes } from '../modules/reporting/reporting.routes.tsx'
import { settingsRoutes } from '../modules/settings/settings.routes.tsx'
import { BlockSkeleton } from '../ui/states/TableSkeleton.tsx'
import type { ConsoleRoute } from './console-route.ts'
import { Guarded, NotFound, RouteCrash } from './page-states.tsx'
import { paths } from './paths.ts'
import { useSession } from './session.tsx'
import { SessionGate } from './SessionGate.tsx'
import { homeOf } from './shell/navigation.ts'

const PAGES: readonly ConsoleRoute[] = [
  ...accessRoutes, ...organizationRoutes, ...settingsRoutes, ...indicatorsRoutes,
  ...registryRoutes, ...reviewRoutes, ...paperRoutes, ...reportingRoutes, ...needsRoutes, ...lateWorkRoutes, ...commandRoutes, ...keyedRoutes,
]

function lazyPage(load: ConsoleRoute['load']) {
  const Page = lazy(load)
  return <Suspense fallback={<div className="page"><BlockSkeleton height={56} /></div>}><Page /></Suspense>
}

function toRoute({ path, permission, load }: ConsoleRoute): RouteObject {
  const page = lazyPage(load)
  const element = permission === 'signed_in' ? page : <Guarded permission={permission}>{page}</Guarded>
  return { path, element, errorElement: <RouteCrash /> }
}

function Home() {
  return <Navigate to={homeOf(useSession().permissions)} replace />
}

export function createRouter() {
  return createBrowserRouter([
    { path: paths.signIn(), element: lazyPage(() => import('./sign-in/SignInPage.tsx')), errorElement: <RouteCrash /> },
    {
      path: '/',
      element: <SessionGate />,
      errorElement: <RouteCrash />,
      children: [{ index: true, element: <Home /> }, ...PAGES.map(toRoute), { path: '*', element: <NotFound /> }],
    },
  ])
}
