import { sql } from 'kysely'
import { rows, type Tx } from '../../../platform/db.ts'

type Household = { id: string; head: string | null; group: string | null }

/** Heads and groups of the households, and names of the persons, that tasks are about; unmasked. */
export async function findNames(
  tx: Tx, tasks: readonly { household: string; person: string | null }[],
): Promise<{ households: Map<string, Household>; persons: Map<string, string> }> {
  const households = await rows(tx, sql<Household>`
    select id, head_name as head, group_name as "group" from registry.pub_household
    where id = any (${tasks.map(({ household }) => household)}::uuid[])`)
  const persons = await rows(tx, sql<{ id: string; name: string }>`
    select id, name from registry.pub_person where id = any (${tasks.flatMap(({ person }) => person ?? [])}::uuid[])`)
  return { households: new Map(households.map((row) => [row.id, row])), persons: new Map(persons.map(({ id, name }) => [id, name])) }
}
