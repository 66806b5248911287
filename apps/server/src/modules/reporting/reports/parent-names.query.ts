import { sql } from 'kysely'
import { rows, type Tx } from '../../../platform/db.ts'

/** The reporting unit of every township. */
export async function unitNames(tx: Tx): Promise<Map<string, string>> {
  const pairs = await rows(tx, sql<{ code: string; name: string }>`
    select distinct township_code as code, unit_name as name from organization.pub_village`)
  return new Map(pairs.map(({ code, name }) => [code, name]))
}

/** The township of every village of a reporting unit. */
export async function townshipNames(tx: Tx, unit: string): Promise<Map<string, string>> {
  const pairs = await rows(tx, sql<{ code: string; name: string }>`
    select code, township_name as name from organization.pub_village where unit_code = ${unit}`)
  return new Map(pairs.map(({ code, name }) => [code, name]))
}
