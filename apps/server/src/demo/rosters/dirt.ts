import { addDays } from '@anye/kernel/calendar-date'
import type { RosterFieldKey } from '@anye/contract/registry/imports/roster-fields'
import type { Seeded } from '@anye/kernel/random'
import type { DemoPerson } from '../model.ts'
import { dateCell } from './roster-row.ts'
import type { Cell, RosterRow } from './roster-row.ts'
import type { RosterStyle } from './styles.ts'

/**
 * Kinds of dirt. `rate` is DOMAIN §9's share `of` all persons, households, labourers, jobs or posts; `chance`
 * is the odds of a case that can be soiled at all (only some relations can be of the wrong sex), chosen so
 * that the rate comes out. `rule` should notice it.
 */
export const DIRT = {
  badCheckDigit: { rate: 0.008, of: 'persons', chance: 0.008, rule: 'V01' },
  lossyId: { rate: 0.004, of: 'persons', chance: 0.004, rule: 'V01' },
  oldId: { rate: 0.002, of: 'persons', chance: 0.0033, rule: null },
  duplicateId: { rate: 0.003, of: 'persons', chance: 0.003, rule: 'V05' },
  missingPhone: { rate: 0.03, of: 'labourers', chance: 0.03, rule: null },
  sharedPhone: { rate: 0.06, of: 'labourers', chance: 0.062, rule: 'V16' },
  nameVariant: { rate: 0.007, of: 'persons', chance: 0.0071, rule: null },
  wrongRelation: { rate: 0.012, of: 'persons', chance: 0.0248, rule: 'V06' },
  staleJob: { rate: 0.04, of: 'jobs', chance: 0.04, rule: 'V21' },
  splitHousehold: { rate: 0.015, of: 'households', chance: 0.0545, rule: null },
  doubleResidence: { rate: 0.008, of: 'persons', chance: 0.0385, rule: 'V05' },
  deadListed: { rate: 0.0015, of: 'persons', chance: 0.0033, rule: 'V14' },
  ineligiblePost: { rate: 0.01, of: 'posts', chance: 0.2, rule: null },
  unparseablePlace: { rate: 0.05, of: 'jobs', chance: 0.053, rule: null },
  freeTextWage: { rate: 0.2, of: 'jobs', chance: 0.212, rule: null },
  lateCheck: { rate: 0.06, of: 'jobs', chance: 0.0625, rule: null },
} as const satisfies Record<string, { rate: number; of: DirtBase; chance: number; rule: string | null }>

export type DirtBase = 'persons' | 'households' | 'labourers' | 'jobs' | 'posts'
export type DirtKind = keyof typeof DIRT

/** One change made to one cell: what the truth is and what the sheet says instead. */
export type Stain = { kind: DirtKind; column: RosterFieldKey; truth: Cell; written: Cell }

/** What a stain may draw on beside its own row. */
export type Surroundings = {
  style: RosterStyle
  asOf: string
  cadrePhone: string
  otherId: string | undefined
}

const PLACES = ['外面', '外省', '沿海', '厂里', '外地', '到处跑', '不固定']
const FLIPPED: Record<string, string> = {
  之子: '之女', 之女: '之子', 之孙子: '之孙女', 之孙女: '之孙子', 之外孙子: '之外孙女', 之外孙女: '之外孙子', 之父: '之母', 之母: '之父',
  子: '女', 女: '子', 孙子: '孙女', 孙女: '孙子', 外孙子: '外孙女', 外孙女: '外孙子', 父: '母', 母: '父',
}

/**
 * Soils a row in place. `onCase` hears of every row a kind could have befallen, so that rates can be checked.
 */
export function soilRow(
  random: Seeded, row: RosterRow, person: DemoPerson, around: Surroundings, onCase: (kind: DirtKind) => void,
): Stain[] {
  const stains: Stain[] = []
  const befall = (kind: DirtKind, column: RosterFieldKey, written: () => Cell): boolean => {
    onCase(kind)
    if (random.next() >= DIRT[kind].chance) return false
    const truth = row[column]
    row[column] = written()
    stains.push({ kind, column, truth, written: row[column] })
    return true
  }
  soilIdentity(random, person, around, befall)
  if (person.labourer && !befall('missingPhone', 'phone', () => null))
    befall('sharedPhone', 'phone', () => around.cadrePhone)
  if (FLIPPED[String(row.relation)] !== undefined)
    befall('wrongRelation', 'relation', () => FLIPPED[String(row.relation)] ?? null)
  if (person.work?.current !== undefined)
    soilWork(random, row, person.work.current.verifiedOn, around, befall)
  return stains
}

type Befall = (kind: DirtKind, column: RosterFieldKey, written: () => Cell) => boolean

function soilIdentity(random: Seeded, person: DemoPerson, around: Surroundings, befall: Befall): void {
  const id = person.idNo
  // One fault a number: each hides the others.
  const spoiled =
    befall(
      'badCheckDigit',
      'idNo',
      () => id.slice(0, 17) + (id.endsWith('X') ? '5' : String((Number(id[17]) + 1 + random.int(0, 7)) % 10)),
    ) ||
    befall('lossyId', 'idNo', () =>
      around.style.format === 'csv' || id.endsWith('X') ? '5.22399E+17' : Number(`${id.slice(0, 15)}000`),
    ) ||
    (id.slice(6, 8) === '19' && befall('oldId', 'idNo', () => id.slice(0, 6) + id.slice(8, 17))) ||
    (around.otherId !== undefined && befall('duplicateId', 'idNo', () => around.otherId ?? null))
  if (spoiled) return
  if (
    person.labourer &&
    person.work?.current !== undefined &&
    befall('deadListed', 'name', () => `${person.name}(死亡)`)
  )
    return
  befall('nameVariant', 'name', () => variantOf(random, person))
}

function variantOf(random: Seeded, person: DemoPerson): string {
  const draw = random.int(0, 2)
  if (draw === 0 && person.relation === '户主') return `${person.name}(户主)`
  return draw === 1 ? `${person.name[0]}\u3000${person.name.slice(1)}` : ` ${person.name} `
}

function soilWork(
  random: Seeded,
  row: RosterRow,
  verifiedOn: string,
  around: Surroundings,
  befall: Befall,
): void {
  const { style, asOf } = around
  if (!befall('staleJob', 'verifiedOn', () => dateCell(addDays(asOf, -random.int(60, 200)), style))) {
    const late = addDays(`${verifiedOn.slice(0, 7)}-05`, random.int(1, 12))
    if (late <= asOf) befall('lateCheck', 'verifiedOn', () => dateCell(late, style))
  }
  if (row.postType !== null) return
  befall('unparseablePlace', 'place', () => random.pick(PLACES))
  befall('freeTextWage', 'wage', () => wageText(random, Number(row.wage)))
}

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** The wage as people say it (DOMAIN §3.3-10). */
function wageText(random: Seeded, wage: number): string {
  const thousands = Math.floor(wage / 1_000)
  const hundreds = Math.floor((wage % 1_000) / 100)
  switch (random.int(0, 6)) {
    case 0: return `${thousands * 1_000}-${(thousands + 1) * 1_000}`
    case 1: return thousands > 0 && hundreds > 0 ? `${thousands}千${hundreds}` : `${wage}元`
    case 2: return `${Math.round(wage / 100) / 100}万`
    case 3: return thousands > 0 && thousands < 10 ? `${DIGITS[thousands]}千多` : `${wage}左右`
    case 4: return `${Math.round(wage / 22)}/天`
    case 5: return `包吃住${wage}`
    default: return `${wage}左右`
  }
}
