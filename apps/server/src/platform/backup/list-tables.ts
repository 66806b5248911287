import type { Client } from 'pg'

/** One table to copy. `name` is quoted for SQL; generated columns are left out, for they compute themselves. */
export type TableToCopy = { name: string; columns: string[] }

/** The queue of background jobs: they are made again from the facts, and its schema is the library's own. */
const LEFT_OUT = ['pgboss']

/** All tables in an order in which every foreign key points to a table before it, or to its own. */
export async function listTables(client: Client): Promise<TableToCopy[]> {
  const { rows } = await client.query<TableToCopy & { needs: string[] }>(
    `select format('%I.%I', n.nspname, c.relname) as name,
            array(select format('%I', a.attname) from pg_attribute a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
            array(select distinct format('%I.%I', rn.nspname, rc.relname) from pg_constraint k
                  join pg_class rc on rc.oid = k.confrelid join pg_namespace rn on rn.oid = rc.relnamespace
                  where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
       and n.nspname <> all ($1) and format('%I.%I', n.nspname, c.relname) not in ('platform.migration', 'platform.definition')
     order by 1`,
    [LEFT_OUT],
  )
  return inOrder(rows)
}

function inOrder(tables: readonly (TableToCopy & { needs: string[] })[]): TableToCopy[] {
  const ordered: TableToCopy[] = []
  const placed = new Set<string>()
  let waiting = [...tables]
  while (waiting.length > 0) {
    const ready = waiting.filter(({ needs }) => needs.every((name) => placed.has(name) || !tables.some((each) => each.name === name)))
    if (ready.length === 0) {
      throw new Error(`Foreign keys run in a circle through ${waiting.map(({ name }) => name).join(', ')}: such tables cannot be restored.`)
    }
    for (const { name, columns } of ready) {
      placed.add(name)
      ordered.push({ name, columns })
    }
    waiting = waiting.filter(({ name }) => !placed.has(name))
  }
  return ordered
}
