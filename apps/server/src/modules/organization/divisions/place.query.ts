import { sql, type RawBuilder } from 'kysely'
import type { PlaceRef, Tree } from '@anye/contract/indicators/endpoints'
import { firstRow, type Tx } from '../../../platform/db.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { PREFECTURE } from './prefecture.rules.ts'

const PREFECTURE_NAME = '黔西南州'

/** A place with the column of organization.pub_village that its villages share and the one its children differ in. */
export type Place = { ref: PlaceRef; path: PlaceRef[]; column: VillageColumn | undefined; children: Child | undefined }
type VillageColumn = 'unit_code' | 'county_code' | 'township_code' | 'code'
type Child = { column: VillageColumn; nameColumn: string; level: PlaceRef['level'] }

type VillageRow = {
  code: string; name: string; township_code: string; township_name: string
  county_code: string; county_name: string; unit_code: string; unit_name: string
}

const PREFECTURE_REF: PlaceRef = { code: PREFECTURE, name: PREFECTURE_NAME, level: 'prefecture' }
const TOP: Record<Tree, Child> = {
  unit: { column: 'unit_code', nameColumn: 'unit_name', level: 'unit' },
  gb: { column: 'county_code', nameColumn: 'county_name', level: 'county' },
}
const TOWNSHIPS: Child = { column: 'township_code', nameColumn: 'township_name', level: 'township' }
const VILLAGES: Child = { column: 'code', nameColumn: 'name', level: 'village' }

/**
 * The place of a code in one of the two trees, or the actor's own place without a code. Refuses `not_found` when any
 * village of the place lies outside the scope: a sum over a part must never pass for the whole.
 */
export async function getPlace(tx: Tx, code: string | undefined, tree: Tree): Promise<Place> {
  const wanted = code ?? (await ownPlace(tx))
  const place = wanted === PREFECTURE || wanted === '522300' ? prefecturePlace(tree) : await placeBelow(tx, wanted, tree)
  const whole = await firstRow(tx, sql<{ whole: boolean | null }>`
    select bool_and(platform.in_scope(v.code)) as whole from organization.pub_village v where ${villagesOf(place)}`)
  if (whole?.whole !== true) throw new Refusal('not_found', { place: wanted })
  return place
}

/** The predicate over `v` (organization.pub_village) that selects the villages of a place. */
export function villagesOf(place: Place): RawBuilder<boolean> {
  return place.column === undefined ? sql<boolean>`true` : sql<boolean>`${sql.ref(`v.${place.column}`)} = ${place.ref.code}`
}

function prefecturePlace(tree: Tree): Place {
  return { ref: PREFECTURE_REF, path: [PREFECTURE_REF], column: undefined, children: TOP[tree] }
}

async function placeBelow(tx: Tx, code: string, tree: Tree): Promise<Place> {
  const column = columnOf(code, tree)
  const village = await firstRow(tx, sql<VillageRow>`
    select * from organization.pub_village v where ${sql.ref(`v.${column}`)} = ${code} limit 1`)
  if (village === undefined) throw new Refusal('not_found', { place: code })
  const top: PlaceRef = tree === 'unit'
    ? { code: village.unit_code, name: village.unit_name, level: 'unit' }
    : { code: village.county_code, name: village.county_name, level: 'county' }
  const township: PlaceRef = { code: village.township_code, name: village.township_name, level: 'township' }
  const leaf: PlaceRef = { code: village.code, name: village.name, level: 'village' }
  const path = [PREFECTURE_REF, top, township, leaf].slice(0, depthOf(column))
  return { ref: path.at(-1) ?? top, path, column, children: column === 'code' ? undefined : childrenOf(column) }
}

function columnOf(code: string, tree: Tree): VillageColumn {
  if (/^\d{12}$/.test(code)) return 'code'
  if (/^\d{9}$/.test(code)) return 'township_code'
  return tree === 'gb' ? 'county_code' : 'unit_code'
}

function depthOf(column: VillageColumn): number {
  return { unit_code: 2, county_code: 2, township_code: 3, code: 4 }[column]
}

function childrenOf(column: VillageColumn): Child {
  return column === 'township_code' ? VILLAGES : TOWNSHIPS
}

/** The smallest place that holds every village in scope. */
async function ownPlace(tx: Tx): Promise<string> {
  const own = await firstRow(tx, sql<{ units: string[] | null; townships: string[] | null; villages: string[] | null }>`
    select array_agg(distinct unit_code) as units, (array_agg(distinct township_code))[1:2] as townships,
      (array_agg(distinct code))[1:2] as villages
    from organization.pub_village v where platform.in_scope(v.code)`)
  const only = (codes: string[] | null | undefined) => (codes?.length === 1 ? codes[0] : undefined)
  return only(own?.villages) ?? only(own?.townships) ?? only(own?.units) ?? PREFECTURE
}
