import { FIELD_IDLE_DAYS } from '../../../platform/auth/session.rules.ts'
import { inScope } from '../../../platform/db.ts'
import { EVERYWHERE } from '../../../platform/scope.ts'
import type { Services } from '../../../platform/services.ts'
import { forgetHouseholdChanges } from '../../registry/registry.api.ts'

const DAY_SECONDS = 86_400

/** Forgets changes a day after the longest silence of a phone: one that comes later begins anew (decision 0020). */
export function forgetOldChanges({ database }: Services): Promise<number> {
  return inScope(database.db, EVERYWHERE, (tx) => forgetHouseholdChanges(tx, (FIELD_IDLE_DAYS + 1) * DAY_SECONDS))
}
