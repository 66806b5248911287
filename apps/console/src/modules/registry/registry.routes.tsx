import type { ConsoleRoute } from '../../app/console-route.ts'

/** Pages of the register: persons, households, imports, exports, exemptions. */
export const registryRoutes: readonly ConsoleRoute[] = [
  { path: 'persons', permission: 'person.read', load: () => import('./persons/PersonsPage.tsx') },
  { path: 'persons/:personId', permission: 'person.read', load: () => import('./persons/PersonPage.tsx') },
  { path: 'households', permission: 'household.read', load: () => import('./households/HouseholdsPage.tsx') },
  {
    path: 'households/:householdId',
    permission: 'household.read',
    load: () => import('./households/HouseholdPage.tsx'),
  },
  { path: 'contacts', permission: 'household.read', load: () => import('./contacts/ContactsPage.tsx') },
  { path: 'exports', permission: 'indicator.read', load: () => import('./exports/ExportsPage.tsx') },
  { path: 'exemptions', permission: 'person.read', load: () => import('./exemptions/ExemptionsPage.tsx') },
  { path: 'imports', permission: 'roster.import', load: () => import('./imports/ImportsPage.tsx') },
  { path: 'imports/new', permission: 'roster.import', load: () => import('./imports/NewImportPage.tsx') },
  { path: 'imports/:importId', permission: 'roster.import', load: () => import('./imports/ImportPage.tsx') },
]
