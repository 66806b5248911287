import type { ConsoleRoute } from '../../app/console-route.ts'

/** How figures are defined, and the books of every day. */
export const settingsRoutes: readonly ConsoleRoute[] = [
  { path: 'settings', permission: 'setting.read', load: () => import('./parameters/SettingsPage.tsx') },
  { path: 'days', permission: 'indicator.read', load: () => import('./days/DaysPage.tsx') },
  { path: 'days/:day', permission: 'indicator.read', load: () => import('./days/LedgerPage.tsx') },
]
