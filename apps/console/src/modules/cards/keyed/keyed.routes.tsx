import type { ConsoleRoute } from '../../../app/console-route.ts'

/** Keying of cards that were filled on paper. */
export const keyedRoutes: readonly ConsoleRoute[] = [
  { path: 'keyed-cards', permission: 'card.check', load: () => import('./KeyedPage.tsx') },
]
