import { freezeBaseOf, recomputeAll, reconstructDays } from '../../modules/indicators/indicators.api.ts'
import { measureFacts } from '../../modules/registry/registry.api.ts'
import { inScope } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { EVERYWHERE } from '../../platform/scope.ts'
import type { Services } from '../../platform/services.ts'
import type { Prefecture } from '../model.ts'
import { accountOf, openDemoAccounts } from './demo-accounts.ts'
import { fillDemoCards } from './demo-cards.ts'
import { approveDemoExemptions } from './demo-exemptions.ts'
import { assignDemoDuties } from './demo-duties.ts'
import { appointDemoHolders } from './demo-holders.ts'
import { setDemoPlans } from './demo-plans.ts'
import { recordDemoChecks, trendDays } from './demo-trend.ts'
import { listDemoWeakGroups } from './demo-weak-groups.ts'
import { loadRosters } from './load-rosters.ts'
import { ensureRosters } from './roster-folder.ts'

export type DemoPlace = { prefecture: Prefecture; folder: string; home: string }

/**
 * Fills an empty installation with the demo prefecture: accounts, posts, the units' rosters through the real import,
 * plans, the month's base and the trend up to yesterday. Today stays open. Every step finds what an earlier, cut-off run
 * has done, so it is run again to continue.
 */
export async function loadDemo(services: Services, { prefecture, folder, home }: DemoPlace, say: (line: string) => void): Promise<void> {
  const { asOf, seed } = prefecture.options
  say(`${await openDemoAccounts(services, home)} accounts`)
  say(`${await appointDemoHolders(services, asOf, seed)} posts filled`)
  let written = 0
  const files = await ensureRosters(prefecture, folder, (_path, persons) => {
    written += persons
  })
  say(`${files.length} roster files in ${folder}${written > 0 ? `, ${written} persons written` : ''}`)
  await importFiles(services, { folder, files, asOf }, say)
  await inScope(services.database.db, EVERYWHERE, measureFacts)
  const duties = await assignDemoDuties(services, prefecture.options)
  say(`${duties.grids} grids laid out, ${duties.contacts} contacts of households`)
  say(`${await approveDemoExemptions(services, prefecture)} exemptions approved`)
  const office = await accountOf(services, 'prefecture-office')
  say(`${await recordDemoChecks(services, office.id)} checks of earlier months`)
  await inScope(services.database.db, EVERYWHERE, measureFacts)
  say(`${await fillDemoCards(services, asOf)} lines of service cards`)
  await setDemoPlans(services, prefecture.options, office.id)
  say(`${await recomputeAll(services)} villages computed`)
  say(`${await listDemoWeakGroups(services, prefecture.options, office.id)} weak groups listed`)
  const days = trendDays(asOf)
  await reconstructDays(services, days, (day) => {
    if (days.indexOf(day) % 8 === 0) say(`books of ${day}, up to ${days.at(-1)}`)
  })
  say(await freezeBase(services, prefecture, office.id))
}

async function importFiles(services: Services, from: Parameters<typeof loadRosters>[1], say: (line: string) => void): Promise<void> {
  let [done, rows, rejected] = [0, 0, 0]
  const start = performance.now()
  await loadRosters(services, from, ({ counts, path, alreadyImported }) => {
    done++
    rows += counts?.rows ?? 0
    rejected += counts?.rejected ?? 0
    const seconds = Math.round((performance.now() - start) / 1_000)
    say(`file ${done} of ${from.files.length}, ${rows} rows (${rejected} rejected), ${seconds} s: ${path}${alreadyImported ? ' (was imported)' : ''}`)
  })
}

/** The base of the month, frozen on the 6th or, in its first days, today. */
async function freezeBase({ database }: Services, { options: { asOf } }: Prefecture, by: string): Promise<string> {
  const sixth = `${asOf.slice(0, 7)}-06`
  const day = sixth <= asOf ? sixth : asOf
  try {
    const { households } = await inScope(database.db, EVERYWHERE, (tx) => freezeBaseOf(tx, day, by))
    return `base of ${day.slice(0, 7)} frozen: ${households} households`
  } catch (error) {
    if (error instanceof Refusal && error.code === 'already_done') return 'the base was frozen before'
    throw error
  }
}
