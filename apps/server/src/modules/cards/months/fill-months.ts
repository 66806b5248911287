import { shiftMonth } from '@anye/kernel/calendar-month'
import { inScope, joiningByHash } from '../../../platform/db.ts'
import { EVERYWHERE } from '../../../platform/scope.ts'
import type { Services } from '../../../platform/services.ts'
import { cardParametersOn, labourParametersOn } from '../card-parameters.store.ts'
import { cardMonthOn, daysOfMonth } from './card-month.rules.ts'
import { closeFilled, countLines, fillChecks, fillDisputes, reviewFilled } from './fill-months.store.ts'
import { openVillages } from './open-months.store.ts'

/** Who made the checks of a unit; `calm` is its village without disputes. */
export type MonthTeam = { unit: string; villages: string[]; calm: string; checker: string; other: string; reviewer: string }

const VILLAGES_AT_ONCE = 150
/** Shares of the lines, 0–1: checked last month and so far this month. */
const CHECKED = { last: 0.97, now: 0.7 }

/**
 * Fills two months of an installation without any, as a demo: last month checked and closed at every level, this month under
 * way, some of it reviewed, a few checks in dispute. Which line is which follows from the person. Some villages at a time, so that
 * what was cut off goes on; answers how many lines were filled.
 */
export async function fillMonths(services: Services, teams: readonly MonthTeam[]): Promise<number> {
  let lines = 0
  for (const team of teams) {
    for (let from = 0; from < team.villages.length; from += VILLAGES_AT_ONCE) {
      lines += await fillVillages(services, { ...team, villages: team.villages.slice(from, from + VILLAGES_AT_ONCE) })
    }
  }
  return lines
}

async function fillVillages({ database, clock }: Services, team: MonthTeam): Promise<number> {
  const day = clock.today()
  return inScope(database.db, EVERYWHERE, async (tx) => {
    if ((await countLines(tx, team.villages)) > 0) return 0
    const parameters = await cardParametersOn(tx, day)
    const labour = await labourParametersOn(tx, day)
    const now = cardMonthOn(day, parameters)
    const last = shiftMonth(now, -1)
    const some = { ...team, day, at: clock.now() }
    for (const month of [last, now]) {
      const { asOf, dueOn } = daysOfMonth(month, parameters)
      await joiningByHash(tx, () => openVillages(tx, { villages: some.villages, month, day, asOf, dueOn, labour, at: clock.now() }))
      await joiningByHash(tx, () => fillChecks(tx, { ...some, month, dueOn, share: month === last ? CHECKED.last : CHECKED.now }))
      if (month === last) await closeFilled(tx, { ...some, month, dueOn })
    }
    await fillDisputes(tx, { ...some, month: now })
    await reviewFilled(tx, { ...some, month: now })
    return countLines(tx, team.villages)
  })
}
