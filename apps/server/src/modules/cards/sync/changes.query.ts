import { sql, type RawBuilder } from 'kysely'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'
import type { PackPart } from './pack-scope.rules.ts'

const VILLAGE_DIGITS = 12

/** The database as it is now: to be asked before anything else of a pull is read. */
export async function findDatabaseState(tx: Tx): Promise<{ epoch: string; xmin: number; at: number }> {
  const state = await firstRow(tx, sql<{ epoch: string; xmin: number; at: number }>`
    select platform.epoch() as epoch, pg_snapshot_xmin(pg_current_snapshot())::text::bigint as xmin, extract(epoch from now())::float8 as at`)
  if (state === undefined) throw new Error('a state without a row')
  return state
}

/** Ids of households that transactions from `xmin` on touched, in the order of ids. */
export async function listChanged(tx: Tx, xmin: number, after: string | null, most: number): Promise<string[]> {
  const found = await rows(tx, sql<{ id: string }>`
    select distinct household_id as id from registry.pub_household_change
    where xid >= ${xmin} and ${beyond(sql`household_id`, after)} order by 1 limit ${most}`)
  return found.map(({ id }) => id)
}

/** Those of some households that transactions from `xmin` on touched. */
export async function changedAmong(tx: Tx, xmin: number, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await rows(tx, sql<{ id: string }>`
    select distinct household_id as id from registry.pub_household_change where xid >= ${xmin} and household_id = any (${ids}::uuid[])`)
  return new Set(found.map(({ id }) => id))
}

/** True when no transaction from `xmin` on touched one of some households. */
export async function isUntouched(tx: Tx, xmin: number, ids: readonly string[]): Promise<boolean> {
  return (await firstRow(tx, sql`select 1 from registry.pub_household_change where xid >= ${xmin} and household_id = any (${ids}::uuid[]) limit 1`)) === undefined
}

export type PlacedHousehold = { id: string; division: string; group_name: string | null }

/** Households of the parts in the order of ids. */
export async function listHouseholds(tx: Tx, parts: readonly PackPart[], after: string | null, most: number): Promise<PlacedHousehold[]> {
  return rows(tx, sql<PlacedHousehold>`
    select h.id, h.division, h.group_name from registry.pub_household h
    where h.status = 'active' and ${inParts(parts)} and ${beyond(sql`h.id`, after)} order by h.id limit ${most}`)
}

/** Where those of some households lie that are there. */
export async function placesOf(tx: Tx, ids: readonly string[]): Promise<PlacedHousehold[]> {
  return rows(tx, sql<PlacedHousehold>`
    select h.id, h.division, h.group_name from registry.pub_household h where h.id = any (${ids}::uuid[]) and h.status = 'active' order by h.id`)
}

/** Condition over `h`: the household lies in one of the parts. */
export function inParts(parts: readonly PackPart[]): RawBuilder<unknown> {
  if (parts.length === 0) return sql`false`
  return sql`(${sql.join(parts.map(({ prefix, groups }) => {
    // One village is one stretch of the index by village and id, in order: no sorting for a page.
    const below = prefix.length === VILLAGE_DIGITS ? sql`h.division = ${prefix}` : sql`h.division >= ${prefix} and h.division < ${`${prefix}:`}`
    return groups === null ? sql`(${below})` : sql`(${below} and h.group_name = any (${groups}::text[]))`
  }), sql` or `)})`
}

function beyond(column: RawBuilder<unknown>, after: string | null): RawBuilder<unknown> {
  return after === null ? sql`true` : sql`${column} > ${after}::uuid`
}
