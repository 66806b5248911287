import { must } from '@anye/kernel/assert'
import { addDays } from '@anye/kernel/calendar-date'
import { newId } from '@anye/kernel/ids'
import { seeded, systemRandomBytes } from '@anye/kernel/random'
import { layOutInitially, listUnits, villagesUnder, type InitialGrid } from '../../modules/organization/organization.api.ts'
import { joinContactsToAccounts, recordEarlierContacts, type KnownContact } from '../../modules/registry/registry.api.ts'
import { inScope } from '../../platform/db.ts'
import { EVERYWHERE } from '../../platform/scope.ts'
import type { Services } from '../../platform/services.ts'
import type { PrefectureOptions } from '../model.ts'
import { drawGivenName, drawSurname } from '../people/names.ts'
import { accountOf } from './demo-accounts.ts'

const GROUPS_A_GRID = 2
const GROUPS = 8
const DAYS_HELD = 300

/**
 * Who is responsible for whom where the demo's village teams sit: grids of two groups, the first held by the grid account,
 * and the cadre's account as contact of her households. Everywhere contacts hold since some day, a few no more.
 * @returns how many grids were laid out and how many contacts were told
 */
export async function assignDemoDuties(services: Services, { asOf, seed }: PrefectureOptions): Promise<{ grids: number; contacts: number }> {
  const { database, clock } = services
  const villages = await teamVillages(services, asOf)
  const from = addDays(asOf, -DAYS_HELD)
  return inScope(database.db, EVERYWHERE, async (tx) => {
    let grids = 0
    const known: KnownContact[] = []
    for (const village of villages) {
      const member = await accountOf(services, `grid-${village}`)
      const cadre = await accountOf(services, `cadre-${village}`)
      known.push({ village, userId: cadre.id, name: cadre.name })
      grids += await layOutInitially(tx, village, gridsOf(`${village}/${seed}`, { name: member.name, userId: member.id }), {
        from, newId: () => newId(clock.now(), systemRandomBytes),
      })
    }
    const contacts = await recordEarlierContacts(tx, asOf)
    await joinContactsToAccounts(tx, known)
    return { grids, contacts }
  })
}

async function teamVillages({ database }: Services, asOf: string): Promise<string[]> {
  const units = await listUnits(database.db, asOf)
  return Promise.all(units.map(async ({ code, scope }) => {
    const [village] = await villagesUnder(database.db, scope)
    return must(village, `Reporting unit ${code} has no village`).code
  }))
}

function gridsOf(seed: string, first: InitialGrid['member']): InitialGrid[] {
  const random = seeded(`grids/${seed}`)
  return Array.from({ length: GROUPS / GROUPS_A_GRID }, (_, index) => ({
    groups: Array.from({ length: GROUPS_A_GRID }, (_unused, nth) => `${index * GROUPS_A_GRID + nth + 1}组`),
    member: index === 0 ? first : { name: drawSurname(random, '汉族') + drawGivenName(random, random.chance(0.6), random.int(25, 55), '汉族', '') },
  }))
}
