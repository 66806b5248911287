import { inScope } from '../../../platform/db.ts'
import { EVERYWHERE } from '../../../platform/scope.ts'
import type { Services } from '../../../platform/services.ts'
import { cardParametersOn, labourParametersOn } from '../card-parameters.store.ts'
import { cardMonthOn, daysOfMonth } from './card-month.rules.ts'
import { listVillagesToOpen, openVillages } from './open-months.store.ts'

const VILLAGES_A_TURN = 8

/**
 * One turn of the opener: some villages get the lines of the running month, each in a transaction of its own. Every morning
 * all are gone through once more for those who became labourers since. Answers how many villages it did; 0 when none is due.
 */
export async function openDueVillages({ clock, database }: Services, most = VILLAGES_A_TURN): Promise<number> {
  const day = clock.today()
  const { villages, ...opening } = await inScope(database.db, EVERYWHERE, async (tx) => {
    const parameters = await cardParametersOn(tx, day)
    const month = cardMonthOn(day, parameters)
    return {
      villages: await listVillagesToOpen(tx, month, day, most),
      day, month, ...daysOfMonth(month, parameters), labour: await labourParametersOn(tx, day),
    }
  })
  for (const village of villages) {
    await inScope(database.db, EVERYWHERE, (tx) => openVillages(tx, { ...opening, villages: [village], at: clock.now() }))
  }
  return villages.length
}

/** Opens the running month everywhere: for the demo, after an import, in tests. */
export async function openAllVillages(services: Services): Promise<void> {
  while (await openDueVillages(services) > 0);
}
