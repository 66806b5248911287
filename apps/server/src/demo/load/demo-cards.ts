import { must } from '@anye/kernel/assert'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { fillMonths, type MonthTeam } from '../../modules/cards/cards.api.ts'
import { listUnits, villagesUnder } from '../../modules/organization/organization.api.ts'
import type { Services } from '../../platform/services.ts'
import { accountOf } from './demo-accounts.ts'

/** Last month's cards, checked and closed, and this month's under way; answers how many lines. */
export async function fillDemoCards(services: Services, asOf: CalendarDate): Promise<number> {
  const teams: MonthTeam[] = []
  for (const unit of await listUnits(services.database.db, asOf)) {
    const villages = await villagesUnder(services.database.db, unit.scope)
    const first = must(villages[0], `Reporting unit ${unit.code} has no village`)
    const idOf = async (userName: string) => (await accountOf(services, userName)).id
    teams.push({
      unit: unit.code, villages: villages.map(({ code }) => code), calm: first.code,
      checker: await idOf(`grid-${first.code}`), other: await idOf(`guide-${first.code}`), reviewer: await idOf(`lead-${first.townshipCode}`),
    })
  }
  return fillMonths(services, teams)
}
