import type { ConsoleRoute } from '../../../app/console-route.ts'

/** Pages of what people asked for. */
export const needsRoutes: readonly ConsoleRoute[] = [
  { path: 'needs', permission: 'card.read', load: () => import('./NeedsPage.tsx') },
]
