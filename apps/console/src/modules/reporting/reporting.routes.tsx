import type { ConsoleRoute } from '../../app/console-route.ts'

/** Pages of the war reports. */
export const reportingRoutes: readonly ConsoleRoute[] = [
  { path: 'reports', permission: 'report.read', load: () => import('./ReportsPage.tsx') },
  { path: 'reports/:reportId', permission: 'report.read', load: () => import('./ReportPage.tsx') },
]
