import type { ConsoleRoute } from '../../../app/console-route.ts'

/** Pages of the service cards on paper, and where a scanned code leads on the desk. */
export const paperRoutes: readonly ConsoleRoute[] = [
  { path: 'cards/paper', permission: 'household.read', load: () => import('./VillagesPage.tsx') },
  { path: 'cards/paper/:village', permission: 'household.read', load: () => import('./VillagePage.tsx') },
  { path: 'c/:token', permission: 'household.read', load: () => import('./ScannedCardPage.tsx') },
]
