import type { ConsoleRoute } from '../../app/console-route.ts'

/** Pages about where everything is and who answers for it. */
export const organizationRoutes: readonly ConsoleRoute[] = [
  { path: 'organization/gaps', permission: 'post.read', load: () => import('./posts/GapsPage.tsx') },
  { path: 'weak-groups', permission: 'post.read', load: () => import('./weak-groups/WeakGroupsPage.tsx') },
  { path: 'weak-groups/:weakGroupId', permission: 'post.read', load: () => import('./weak-groups/WeakGroupPage.tsx') },
  {
    path: 'organization/:place?',
    permission: 'division.read',
    load: () => import('./divisions/OrganizationPage.tsx'),
  },
]
