import { sql } from 'kysely'
import { firstRow, rows, type Database, type Tx } from '../../../platform/db.ts'

/** A village in force with its place in both trees. `urban` is a residents' committee. */
export type VillagePlace = {
  code: string
  name: string
  townshipCode: string
  townshipName: string
  countyCode: string
  countyName: string
  unitCode: string
  unitName: string
  urban: boolean
}

const COLUMNS = sql`code, name, township_code as "townshipCode", township_name as "townshipName",
  county_code as "countyCode", county_name as "countyName", unit_code as "unitCode", unit_name as "unitName", urban`

/** The village of a code of 12 digits or more (a group belongs to its village). */
export async function findVillage(tx: Tx | Database, code: string): Promise<VillagePlace | undefined> {
  return firstRow(tx, sql<VillagePlace>`
    select ${COLUMNS} from organization.village where code = ${code.slice(0, 12)}`)
}

/** Villages under any of some code prefixes (4 to 15 digits; of a group, its village), in code order. */
export async function listVillagesUnder(tx: Tx | Database, prefixes: readonly string[]): Promise<VillagePlace[]> {
  const heads = prefixes.map((prefix) => prefix.slice(0, 12))
  return rows(tx, sql<VillagePlace>`
    select ${COLUMNS} from organization.village v
    where exists (select 1 from unnest(${heads}::text[]) as p(prefix) where starts_with(v.code, p.prefix))
    order by code`)
}
