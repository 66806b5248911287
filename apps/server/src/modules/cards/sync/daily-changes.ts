import { FIELD_IDLE_DAYS } from '../../../platform/auth/session.rules.ts'
import { inScope } from '../../../platform/db.ts'
import { EVERYWHERE } from '../../../platform/scope.ts'
import type { Services } from '../../../platform/services.ts'
import { forgetHouseholdChanges, noteHouseholdsOfDay } from '../../registry/registry.api.ts'

const DAY_SECONDS = 86_400

/**
 * Keeps the log of changed households in step with the calendar (decision 0020): notes those whose documents the day itself changes,
 * and forgets what is older than the longest silence of a phone, which then begins anew.
 */
export async function turnChangesToDay({ clock, database }: Services): Promise<void> {
  const today = clock.today()
  await inScope(database.db, EVERYWHERE, async (tx) => {
    await noteHouseholdsOfDay(tx, today)
    await forgetHouseholdChanges(tx, (FIELD_IDLE_DAYS + 1) * DAY_SECONDS)
  })
}
