import type { Client } from 'pg'

const SCHEMAS = ['platform', 'auth', 'organization', 'registry', 'cards', 'indicators', 'command', 'reporting']
const WIDTH = 110

/** What pg and the parsers of platform/db.ts make of a PostgreSQL type. */
const TYPES: Readonly<Record<string, string>> = {
  int2: 'number', int4: 'number', int8: 'number', numeric: 'number', text: 'string', uuid: 'string', bool: 'boolean',
  date: 'CalendarDate', timestamptz: 'Date', jsonb: 'unknown', bytea: 'Buffer',
}

type Column = { schema: string; relation: string; column: string; type: string; element: string | null; nullable: boolean }

/** `tables/<schema>.ts` for every schema and `tables.ts` over them: the tables and views of a migrated database, as they are read. */
export async function renderTableTypes(client: Client): Promise<[path: string, text: string][]> {
  const { rows } = await client.query<Column>(`
    select n.nspname as schema, n.nspname || '.' || c.relname as relation, a.attname as column, t.typname as type, e.typname as element,
      not a.attnotnull or c.relkind = 'v' as nullable
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_type t on t.oid = a.atttypid left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
    where n.nspname = any ($1) and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`, [SCHEMAS])
  const parts = SCHEMAS.map((schema): [string, string] => [`tables/${schema}.ts`, renderSchema(schema, rows.filter((row) => row.schema === schema))])
  return [...parts, ['tables.ts', renderIndex()]]
}

const HEAD = '// Generated from the migrated database by `npm run gen`; architecture/generated.test.ts compares.\n'
const typeOf = (schema: string) => `${schema.charAt(0).toUpperCase()}${schema.slice(1)}Tables`

function renderIndex(): string {
  const imports = SCHEMAS.map((schema) => `import type { ${typeOf(schema)} } from './tables/${schema}.ts'\n`).join('')
  return `${HEAD}${imports}\n/** Rows of every table and view as they are read. */\nexport type AllTables = ${SCHEMAS.map(typeOf).join(' & ')}\n`
}

function renderSchema(schema: string, rows: readonly Column[]): string {
  const byRelation = Map.groupBy(rows, (row) => row.relation)
  const entries = [...byRelation].map(([relation, columns]) => `  '${relation}': {\n${filled(columns.map(member))}\n  }\n`).join('')
  const needsDate = entries.includes('CalendarDate')
  return `${HEAD}${needsDate ? "import type { CalendarDate } from '@anye/kernel/calendar-date'\n" : ''}
/** Columns of views may be null: PostgreSQL does not say which are not. */
export type ${typeOf(schema)} = {
${entries}}
`
}

function member({ column, type, element, nullable }: Column): string {
  const base = element === null ? TYPES[type] : TYPES[element]
  if (base === undefined) throw new Error(`Column ${column} has type ${type}: say in table-types.ts what it becomes`)
  return `${column}: ${base}${element === null ? '' : '[]'}${nullable && base !== 'unknown' ? ' | null' : ''};`
}

/** Lines of members, as full as the width allows. */
function filled(members: readonly string[]): string {
  const lines = ['   ']
  for (const each of members) {
    const line = lines.at(-1) ?? ''
    if (line.length + 1 + each.length <= WIDTH) lines[lines.length - 1] = `${line} ${each}`
    else lines.push(`    ${each}`)
  }
  return lines.map((line) => line.replace(/;$/, '')).join('\n')
}
