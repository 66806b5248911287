import type { ConsoleRoute } from '../../app/console-route.ts'

/** Pages about where everything is and who answers for it. */
export const organizationRoutes: readonly ConsoleRoute[] = [
  { path: 'organization/gaps', permission: 'post.read', load: () => import('./posts/GapsPage.tsx') },
  {
    path: 'organization/:place?',
    permission: 'division.read',
    load: () => import('./divisions/OrganizationPage.tsx'),
  },
]
