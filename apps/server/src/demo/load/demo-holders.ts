import { addDays, type CalendarDate } from '@anye/kernel/calendar-date'
import { newId } from '@anye/kernel/ids'
import { seeded, systemRandomBytes, type Seeded } from '@anye/kernel/random'
import {
  appointInitially, listUnits, villagesUnder, type InitialHolder, type VillagePlace,
} from '../../modules/organization/organization.api.ts'
import { inScope } from '../../platform/db.ts'
import { EVERYWHERE } from '../../platform/scope.ts'
import type { Services } from '../../platform/services.ts'
import { drawGivenName, drawSurname } from '../people/names.ts'
import { accountOf } from './demo-accounts.ts'

type Kind = InitialHolder['kind']

const PREFECTURE_COMMAND: readonly [Kind, string][] = [
  ['chief', '州委组织部部长'], ['executive_deputy', '州委副秘书长'], ['first_deputy', '常务副州长'], ['deputy', '州人力资源和社会保障局局长'],
]
// Share of posts left vacant, so that the list of gaps has something to show.
const VACANT: Partial<Record<Kind, number>> = { township_head: 0.02, first_secretary: 0.03, team_member: 0.06, village_director: 0.02 }
const FOR_EACH_TOWNSHIP: readonly Kind[] = ['township_secretary', 'township_head']
const FOR_EACH_VILLAGE: readonly Kind[] = ['village_secretary', 'village_director', 'first_secretary', 'team_member']

/**
 * Fills the posts of the four levels: the prefecture's four ranks, two chiefs in every unit, township leads and the
 * village roles, a few of them left vacant. Chiefs are joined to the demo accounts that sign for them.
 */
export async function appointDemoHolders(services: Services, asOf: CalendarDate, seed: string | number): Promise<number> {
  const { database, clock } = services
  const draw = holderDraw(asOf, seeded(`holders/${seed}`))
  return inScope(database.db, EVERYWHERE, async (tx) => {
    const holders = PREFECTURE_COMMAND.map(([kind, duty]) => draw('5223', kind, duty))
    holders.push(draw('5223', 'office_director'))
    const [chief] = holders
    if (chief !== undefined) chief.userId = (await accountOf(services, 'prefecture-chief')).id
    for (const { code, scope } of await listUnits(tx, asOf)) {
      const party = await accountOf(services, `chief1-${code.toLowerCase()}`)
      const government = await accountOf(services, `chief2-${code.toLowerCase()}`)
      holders.push({ ...draw(code, 'party_chief'), userId: party.id }, { ...draw(code, 'government_chief'), userId: government.id })
      holders.push(draw(code, 'office_director'))
      holders.push(...localHolders(await villagesUnder(tx, scope), draw))
    }
    return appointInitially(tx, holders, () => newId(clock.now(), systemRandomBytes))
  })
}

type Draw = ReturnType<typeof holderDraw>

function holderDraw(asOf: CalendarDate, random: Seeded) {
  return (place: string, kind: Kind, duty?: string): InitialHolder => {
    const isMale = random.chance(0.7)
    const name = drawSurname(random, '汉族') + drawGivenName(random, isMale, random.int(30, 56), '汉族', '')
    return { place, kind, name, ...(duty === undefined ? {} : { duty }), from: addDays(asOf, -random.int(60, 900)) }
  }
}

function localHolders(villages: readonly VillagePlace[], draw: Draw): InitialHolder[] {
  const townships = [...new Set(villages.map(({ townshipCode }) => townshipCode))]
  const gaps = seeded(`gaps/${townships[0] ?? ''}`)
  return [
    ...townships.flatMap((place) => FOR_EACH_TOWNSHIP.map((kind) => draw(place, kind))),
    ...villages.flatMap(({ code }) => FOR_EACH_VILLAGE.map((kind) => draw(code, kind))),
  ].filter(({ kind }) => !gaps.chance(VACANT[kind] ?? 0))
}
