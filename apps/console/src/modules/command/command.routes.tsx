import type { ConsoleRoute } from '../../app/console-route.ts'

/** Pages of what is to be done. */
export const commandRoutes: readonly ConsoleRoute[] = [
  { path: 'tasks', permission: 'card.read', load: () => import('./tasks/TasksPage.tsx') },
]
