import type { ConsoleRoute } from '../../../app/console-route.ts'

/** Work of phones that waits for whoever has the household now. */
export const lateWorkRoutes: readonly ConsoleRoute[] = [
  { path: 'cards/late-work', permission: 'card.check', load: () => import('./LateWorkPage.tsx') },
]
