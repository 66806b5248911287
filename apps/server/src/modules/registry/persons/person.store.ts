import { sql } from 'kysely'
import { firstRow, type Tx } from '../../../platform/db.ts'

export type PersonRecord = Record<string, unknown> & {
  id: string; division: string; version: number; household_id: string; is_head: boolean
}

/** The person with every column, locked until the transaction ends. */
export async function lockPerson(tx: Tx, id: string): Promise<PersonRecord | undefined> {
  return firstRow(tx, sql<PersonRecord>`select * from registry.person where id = ${id} for update`)
}

/** Writes columns of a person as its next version. `at` in milliseconds since 1970 UTC. */
export async function updatePerson(tx: Tx, id: string, columns: Record<string, unknown>, by: string, at: number): Promise<void> {
  const assignments = Object.entries(columns).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  await sql`update registry.person set ${sql.join(assignments)},
    version = version + 1, recorded_at = ${new Date(at)}, recorded_by = ${by} where id = ${id}`.execute(tx)
}

/** Lists show the head's name of a household without joining its members. */
export async function copyHeadName(tx: Tx, householdId: string, name: string): Promise<void> {
  await sql`update registry.household set head_name = ${name} where id = ${householdId}`.execute(tx)
}

/** A household is registered where its head is. */
export async function copyRegisterDivision(tx: Tx, householdId: string, code: string | null): Promise<void> {
  await sql`update registry.household set register_division = ${code} where id = ${householdId}`.execute(tx)
}

/** Members of a household are those who live; called when somebody died, left or came back. */
export async function countMembers(tx: Tx, householdId: string): Promise<void> {
  await sql`update registry.household h set members = (
      select count(*) from registry.person where household_id = h.id and status = 'active') where id = ${householdId}`.execute(tx)
}

export async function findDivisionOfPerson(tx: Tx, id: string): Promise<string | undefined> {
  return (await firstRow(tx, sql<{ division: string }>`select division from registry.person where id = ${id}`))?.division
}

export type SealedFields = {
  division: string; id_no_sealed: Buffer | null; phone_sealed: Buffer | null; bank_no_sealed: Buffer | null; health: string[]
}

export async function findSealedFields(tx: Tx, id: string): Promise<SealedFields | undefined> {
  return firstRow(tx, sql<SealedFields>`
    select division, id_no_sealed, phone_sealed, bank_no_sealed, health from registry.person where id = ${id}`)
}
