import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../apps/server/test/database.ts'
import { MODULES } from './modules.mjs'
import { listPersonalColumns } from './personal-columns.ts'
import { repositoryFiles } from './source-files.ts'

const MODULE_SCHEMAS = [...Object.keys(MODULES), 'platform', 'auth']
let database: TestDatabase
let client: Client

beforeAll(async () => {
  database = await testDatabase()
  client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.close()
})

const names = async (query: string, values: unknown[] = []): Promise<string[]> =>
  (await client.query<{ name: string }>(query, values)).rows.map(({ name }) => name)

describe('the schema', () => {
  it('has a comment on every table', async () => {
    expect(await names(`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname = any ($1) and obj_description(c.oid, 'pg_class') is null order by 1`, [MODULE_SCHEMAS])).toEqual([])
  })

  it('has a comment on every column that holds something about a person', async () => {
    const columns = await listPersonalColumns(client)
    expect(columns.length).toBeGreaterThan(40)
    expect(columns.filter(({ comment }) => comment === null)).toEqual([])
  })

  it('is made of the modules’ schemas, the platform’s and the log-in’s', async () => {
    const schemas = await names(`select nspname as name from pg_namespace where nspname !~ '^pg_|^information_schema$|^public$' order by 1`)
    expect(schemas).toEqual([...MODULE_SCHEMAS].sort())
  })

  it('refers downward only: a foreign key never points to a module above', async () => {
    const { rows } = await client.query<{ from: string; to: string }>(`
      select distinct fn.nspname as from, tn.nspname as to from pg_constraint k
      join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
      join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
      where k.contype = 'f' and fn.nspname <> tn.nspname`)
    const below = (module: string): string[] => MODULES[module as keyof typeof MODULES] ?? []
    expect(rows.filter(({ from, to }) => to !== 'platform' && !below(from).includes(to))).toEqual([])
  })

  it('never lets a function of the owner run with a search path of the caller', async () => {
    expect(await names(`
      select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname = any ($1) and not coalesce(p.proconfig::text like '%search_path=pg_catalog%', false)`, [MODULE_SCHEMAS])).toEqual([])
  })
})

describe('migrations', () => {
  const files = repositoryFiles(/^apps\/server\/migrations\/.*/).map((path) => path.replace('apps/server/migrations/', ''))

  it('are named NNNN_<module>_<verb>_<what>.sql, numbered without a gap', () => {
    const named = new RegExp(`^\\d{4}_(${Object.keys(MODULES).join('|')}|platform)_[a-z]+(_[a-z0-9]+)+\\.sql$`)
    expect(files.filter((file) => !named.test(file))).toEqual([])
    expect(files.map((file) => file.slice(0, 4))).toEqual(files.map((_, index) => String(index + 1).padStart(4, '0')))
  })
})
