import type { ConsoleRoute } from '../../app/console-route.ts'

/** Pages about who logs in: accounts, roles, the own account, the audit. */
export const accessRoutes: readonly ConsoleRoute[] = [
  { path: 'users', permission: 'user.read', load: () => import('./users/UsersPage.tsx') },
  { path: 'users/:userName', permission: 'user.read', load: () => import('./users/UserPage.tsx') },
  { path: 'roles', permission: 'signed_in', load: () => import('./roles/RoleMatrixPage.tsx') },
  { path: 'account/:section', permission: 'signed_in', load: () => import('./me/AccountPage.tsx') },
  { path: 'audit', permission: 'audit.read', load: () => import('./audit/AuditPage.tsx') },
]
