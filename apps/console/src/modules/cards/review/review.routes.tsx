import type { ConsoleRoute } from '../../../app/console-route.ts'

/** Pages of the month: progress, review, samples. */
export const reviewRoutes: readonly ConsoleRoute[] = [
  { path: 'cards/progress', permission: 'card.read', load: () => import('./progress/ProgressPage.tsx') },
  { path: 'cards/progress/:place', permission: 'card.read', load: () => import('./progress/ProgressPage.tsx') },
  { path: 'cards/lines', permission: 'card.read', load: () => import('./lines/LinesPage.tsx') },
  { path: 'cards/samples', permission: 'card.recall', load: () => import('./samples/SamplesPage.tsx') },
  { path: 'cards/samples/:id', permission: 'card.recall', load: () => import('./samples/SamplePage.tsx') },
]
