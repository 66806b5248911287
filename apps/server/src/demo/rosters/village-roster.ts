import { ROSTER_FIELDS } from '@anye/contract/registry/imports/roster-fields'
import type { Seeded } from '@anye/kernel/random'
import type { DemoHousehold, DemoPerson, PrefectureOptions } from '../model.ts'
import { DIRT, soilRow } from './dirt.ts'
import type { DirtKind, Stain } from './dirt.ts'
import { rosterRow } from './roster-row.ts'
import type { RosterRow } from './roster-row.ts'
import type { RosterStyle } from './styles.ts'

export type PlacedRow = { cells: RosterRow; person: DemoPerson; stains: Stain[] }
/** The rows of one household as the sheet has them; `group` is the 1-based village group. */
export type RosterHousehold = { group: number; rows: PlacedRow[] }

const JOB_COLUMNS = ROSTER_FIELDS.filter(
  ({ level, key }) => level === 'work' && !['training', 'trainingOn', 'remark'].includes(key),
).map(({ key }) => key)

type Leaver = { person: DemoPerson; from: string }

/**
 * Turns the households of a village into soiled roster rows. Keeps what dirt needs from village to village:
 * the people counted twice, the number pasted again.
 */
export function villageRosters(options: PrefectureOptions, onCase: (kind: DirtKind) => void) {
  let leavers: Leaver[] = []
  let otherId: string | undefined

  return (random: Seeded, households: readonly DemoHousehold[], style: RosterStyle): RosterHousehold[] => {
    const cadrePhone = households[0]?.phone ?? ''
    const arriving = leavers
    leavers = []
    return households.flatMap((household, index) => {
      const around = { style, asOf: options.asOf, cadrePhone, otherId }
      const rows = household.members.map((person): PlacedRow => {
        const cells = rosterRow(household, person, style, options)
        return { cells, person, stains: soilRow(random, cells, person, around, onCase) }
      })
      handPostOn(random, rows, onCase)
      // People counted a second time turn up in the next village, spread over its households.
      const guests = arriving.filter((_, position) => position % households.length === index)
      rows.push(...guests.map((guest) => guestRow(household, guest, style, options)))
      leavers.push(...leaversOf(random, household, onCase))
      otherId = household.members[0]?.idNo
      return splitOff(random, { group: household.group, rows }, household, onCase)
    })
  }
}

/** Someone of working age who will be counted in the next village too; at most one of a household. */
function leaversOf(random: Seeded, household: DemoHousehold, onCase: (kind: DirtKind) => void): Leaver[] {
  const leaver = household.members.find(({ relation, labourer }) => labourer && relation !== '户主')
  if (leaver === undefined) return []
  onCase('doubleResidence')
  const leaves = random.next() < DIRT.doubleResidence.chance
  return leaves ? [{ person: leaver, from: household.no }] : []
}

function guestRow(
  household: DemoHousehold, { person, from }: Leaver, style: RosterStyle, options: PrefectureOptions,
): PlacedRow {
  const cells = rosterRow(household, { ...person, relation: '其他亲属' }, style, options)
  const stain: Stain = { kind: 'doubleResidence', column: 'hhNo', truth: from, written: household.no }
  return { cells, person, stains: [stain] }
}

/** A post kept by someone who may not hold one: the work cells stand in the row of a member over age. */
function handPostOn(random: Seeded, rows: readonly PlacedRow[], onCase: (kind: DirtKind) => void): void {
  const holder = rows.find(
    ({ person, stains }) => person.work?.current?.area === 'post' && stains.length === 0,
  )
  const elder = rows.find(({ person }) => person.age >= 60 && person.age < 75)
  if (holder === undefined || elder === undefined) return
  onCase('ineligiblePost')
  if (random.next() >= DIRT.ineligiblePost.chance) return
  for (const key of JOB_COLUMNS) {
    elder.cells[key] = holder.cells[key]
    holder.cells[key] = null
  }
  elder.stains.push({
    kind: 'ineligiblePost',
    column: 'postType',
    truth: null,
    written: elder.cells.postType,
  })
}

const SPLIT_RELATIONS: Record<string, string> = {
  之儿媳: '配偶',
  之女婿: '配偶',
  之孙子: '之子',
  之孙女: '之女',
  之外孙子: '之子',
  之外孙女: '之女',
}

/** A grown child listed as a household of its own, with a new number and no word about the old one. */
function splitOff(
  random: Seeded,
  household: RosterHousehold,
  source: DemoHousehold,
  onCase: (kind: DirtKind) => void,
): RosterHousehold[] {
  const child = household.rows.find(
    ({ person }) => (person.relation === '之子' || person.relation === '之女') && person.age >= 22,
  )
  if (child === undefined) return [household]
  // A relation already soiled would be overwritten, and the ledger would say what no cell holds.
  if (household.rows.some(({ stains }) => stains.some(({ column }) => column === 'relation')))
    return [household]
  onCase('splitHousehold')
  if (random.next() >= DIRT.splitHousehold.chance) return [household]
  const married = household.rows.some(
    ({ person }) => person.relation === '之儿媳' || person.relation === '之女婿',
  )
  const leaving = household.rows.filter(
    (row) => row === child || (married && SPLIT_RELATIONS[row.person.relation] !== undefined),
  )
  const hhNo = source.no.slice(0, 12) + String(Number(source.no.slice(12)) + 50_000)
  for (const { cells, person } of leaving) {
    const bare = typeof cells.relation === 'string' && !cells.relation.startsWith('之')
    const relation = SPLIT_RELATIONS[person.relation] ?? '户主'
    Object.assign(cells, {
      hhNo,
      headName: child.person.name,
      relation: bare ? relation.replace(/^之/u, '') : relation,
      hhPhone: child.person.phone ?? cells.hhPhone,
    })
  }
  child.stains.push({ kind: 'splitHousehold', column: 'hhNo', truth: source.no, written: hhNo })
  return [
    { ...household, rows: household.rows.filter((row) => !leaving.includes(row)) },
    { group: household.group, rows: leaving },
  ]
}
