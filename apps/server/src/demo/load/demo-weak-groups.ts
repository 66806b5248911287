import { addDays, addMonths, type CalendarDate } from '@anye/kernel/calendar-date'
import { newId } from '@anye/kernel/ids'
import { seeded, systemRandomBytes, type Seeded } from '@anye/kernel/random'
import { measureGroups, type GroupMeasure } from '../../modules/indicators/indicators.api.ts'
import { recordWeakGroup, villagesUnder } from '../../modules/organization/organization.api.ts'
import { inScope } from '../../platform/db.ts'
import { EVERYWHERE } from '../../platform/scope.ts'
import type { Services } from '../../platform/services.ts'
import type { PrefectureOptions } from '../model.ts'
import { drawGivenName, drawSurname } from '../people/names.ts'

/** The paper's figures for the whole prefecture (S72-S74). */
const PAPER = { groups: 225, partyGroups: 229, cadres: 3_252 } as const
const FEWEST_GROUPS = 3
const FEWEST_LABOURERS = 4
const DAYS_LISTED = 150
const VILLAGES_AT_ONCE = 100
const DUTIES = ['县人社局', '县教育局', '县农业农村局', '县税务局', '县林业局', '县供电局', '乡镇机关'] as const
const RESULTS = ['动员外出务工 9 人', '对接扶贫车间岗位 5 个', '落实公益性岗位 3 个', '帮助 2 户零就业家庭就业'] as const

/**
 * Lists the groups where most were out of work on a day of last season, scaled from the paper's 225 with their Party groups
 * and cadres; most terms run, some are over, some closed with a result. Run again it finds them listed.
 */
export async function listDemoWeakGroups(services: Services, { asOf, seed, scale }: PrefectureOptions, by: string): Promise<number> {
  const listedOn = addDays(asOf, -DAYS_LISTED)
  const groups = (await weakest(services, listedOn)).slice(0, Math.max(FEWEST_GROUPS, Math.round(PAPER.groups * scale)))
  const extra = Math.max(1, Math.round((PAPER.partyGroups - PAPER.groups) * scale))
  const cadres = Math.max(groups.length, Math.round(PAPER.cadres * scale))
  const random = seeded(`weak-groups/${seed}`)
  let listed = 0
  await inScope(services.database.db, EVERYWHERE, async (tx) => {
    for (const [index, base] of groups.entries()) {
      const most = Math.floor(cadres / groups.length) + (index < cadres % groups.length ? 1 : 0)
      const id = await recordWeakGroup(tx, {
        village: base.village, groupName: base.groupName, base, listedOn, by,
        criteria: index % 3 === 0 ? ['unemployment', 'remote'] : index % 3 === 1 ? ['unemployment', 'few_away'] : ['unemployment', 'weak_labour'],
        partyGroups: Array.from({ length: index < extra ? 2 : 1 }, (_, nth) => ({
          name: `${base.groupName}${nth === 0 ? '' : '第二'}就业党小组`, leaderName: nameOf(random),
        })),
        cadres: Array.from({ length: most }, (_, nth) => cadreOf(random, { nth, asOf, listedOn })),
      }, () => newId(services.clock.now(), systemRandomBytes))
      if (id !== undefined) listed += 1
    }
  })
  return listed
}

/** Groups of some size by the share of their labourers without work, the largest first. */
async function weakest({ database }: Services, day: CalendarDate): Promise<GroupMeasure[]> {
  const villages = (await villagesUnder(database.db, ['5223'])).map(({ code }) => code)
  const measured: GroupMeasure[] = []
  for (let index = 0; index < villages.length; index += VILLAGES_AT_ONCE) {
    const some = villages.slice(index, index + VILLAGES_AT_ONCE)
    measured.push(...(await inScope(database.db, EVERYWHERE, (tx) => measureGroups(tx, some, day), { readOnly: true })))
  }
  const share = ({ labourers, unemployed }: GroupMeasure) => unemployed / labourers
  return measured.filter(({ labourers }) => labourers >= FEWEST_LABOURERS).toSorted((a, b) =>
    share(b) - share(a) || a.village.localeCompare(b.village) || a.groupName.localeCompare(b.groupName))
}

function nameOf(random: Seeded): string {
  return drawSurname(random, '汉族') + drawGivenName(random, random.chance(0.6), random.int(28, 56), '汉族', '')
}

function cadreOf(random: Seeded, { nth, asOf, listedOn }: { nth: number; asOf: CalendarDate; listedOn: CalendarDate }) {
  const from = addDays(listedOn, random.int(3, 30))
  const common = { userId: null, name: nameOf(random), duty: random.pick(DUTIES), from }
  const fate = random.int(1, 100)
  // The first stays, so that no group of the demo is without anybody.
  if (nth > 0 && fate <= 6) return { ...common, to: addDays(asOf, -random.int(2, 20)) }
  if (nth > 0 && fate <= 18) {
    const to = addDays(asOf, -random.int(2, 40))
    return { ...common, to, closedOn: to, result: random.pick(RESULTS) }
  }
  return { ...common, to: addMonths(from, 12) }
}
