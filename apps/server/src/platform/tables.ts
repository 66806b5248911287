// Generated from the migrated database by `npm run gen`; architecture/generated.test.ts compares.
import type { PlatformTables } from './tables/platform.ts'
import type { AuthTables } from './tables/auth.ts'
import type { OrganizationTables } from './tables/organization.ts'
import type { RegistryTables } from './tables/registry.ts'
import type { CardsTables } from './tables/cards.ts'
import type { IndicatorsTables } from './tables/indicators.ts'
import type { CommandTables } from './tables/command.ts'
import type { ReportingTables } from './tables/reporting.ts'

/** Rows of every table and view as they are read. */
export type AllTables = PlatformTables & AuthTables & OrganizationTables & RegistryTables & CardsTables & IndicatorsTables & CommandTables & ReportingTables
