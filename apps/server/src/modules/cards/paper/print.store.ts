import { sql } from 'kysely'
import type { FieldLevel } from '@anye/contract/access'
import type { CardPrint } from '@anye/contract/cards/paper/endpoints'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'

const SHOWN = 20

/** A paper as kept: for whom, at which field level, of which cards. */
export type PrintRecord = {
  id: string; division: string; village_name: string; place: string; group_name: string | null; paper: CardPrint['paper']; year: number
  households: number; pages: number | null; state: CardPrint['state']; field_level: FieldLevel; link_base: string
  asked_by: string; asked_by_name: string; asked_at: Date; file_id: string | null; expires_at: Date | null
}

export type NewPrint = Pick<PrintRecord, 'id' | 'division' | 'group_name' | 'paper' | 'year' | 'households' | 'field_level' | 'link_base' | 'asked_by' | 'asked_at'>

export async function insertPrint(tx: Tx, print: NewPrint): Promise<void> {
  await sql`insert into cards.print (id, division, group_name, paper, year, households, state, field_level, link_base, asked_by, asked_at)
    values (${print.id}, ${print.division}, ${print.group_name}, ${print.paper}, ${print.year}, ${print.households}, 'making', ${print.field_level},
      ${print.link_base}, ${print.asked_by}, ${print.asked_at})`.execute(tx)
}

const RECORD = sql`select p.*, v.name as village_name, v.county_name || v.township_name as place, a.name as asked_by_name
  from cards.print p join organization.pub_village v on v.code = p.division join organization.pub_user a on a.id = p.asked_by`

export async function findPrint(tx: Tx, id: string): Promise<PrintRecord | undefined> {
  return firstRow(tx, sql<PrintRecord>`${RECORD} where p.id = ${id}`)
}

/** The latest prints of a person. */
export async function listPrintsOf(tx: Tx, userId: string): Promise<PrintRecord[]> {
  return rows(tx, sql<PrintRecord>`${RECORD} where p.asked_by = ${userId} order by p.asked_at desc, p.id desc limit ${SHOWN}`)
}

/** Prints that a process which ended left unmade, oldest first. */
export async function listUnmadePrints(tx: Tx): Promise<string[]> {
  const found = await rows(tx, sql<{ id: string }>`select id from cards.print where state = 'making' order by asked_at`)
  return found.map(({ id }) => id)
}

type Changes = { state: PrintRecord['state']; pages?: number; file_id?: string; expires_at?: Date }

export async function updatePrint(tx: Tx, id: string, changes: Changes): Promise<void> {
  const assignments = Object.entries(changes).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  await sql`update cards.print set ${sql.join(assignments)} where id = ${id}`.execute(tx)
}
