import { inScope } from '../../../platform/db.ts'
import { EVERYWHERE } from '../../../platform/scope.ts'
import type { Services } from '../../../platform/services.ts'
import { forgetHouseholdChanges } from '../../registry/registry.api.ts'
import { cardParametersOn } from '../card-parameters.store.ts'

const DAY_SECONDS = 86_400

/** Forgets changes a day after the longest silence of a phone: one that comes later begins anew (decision 0020). */
export async function forgetOldChanges({ clock, database }: Services): Promise<number> {
  return inScope(database.db, EVERYWHERE, async (tx) => {
    const { packDays } = await cardParametersOn(tx, clock.today())
    return forgetHouseholdChanges(tx, (packDays + 1) * DAY_SECONDS)
  })
}
