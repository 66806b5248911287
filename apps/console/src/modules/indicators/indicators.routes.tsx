import type { ConsoleRoute } from '../../app/console-route.ts'

/** Pages of the indicators: wall chart, coverage, and the lists behind their figures. */
export const indicatorsRoutes: readonly ConsoleRoute[] = [
  { path: 'overview/:area?', permission: 'indicator.read', load: () => import('./overview/OverviewPage.tsx') },
  { path: 'coverage/:area?', permission: 'indicator.read', load: () => import('./coverage/CoveragePage.tsx') },
  { path: 'members', permission: 'indicator.list', load: () => import('./members/MembersPage.tsx') },
  { path: 'zero-households', permission: 'indicator.list', load: () => import('./zero/ZeroHouseholdsPage.tsx') },
]
