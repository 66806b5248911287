import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { APP_PASSWORD, emptyDatabase, testDatabase, type TestDatabase } from '../../test/database.ts'
import { findPending, migrate, readDefinitions, readMigrations, type Migration } from './migrate.ts'

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function withDatabase(open: () => Promise<TestDatabase>, work: (database: TestDatabase) => Promise<void>): Promise<void> {
  const database = await open()
  try {
    await work(database)
  } finally {
    await database.close()
  }
}

const FIRST: Migration = { name: '0001_platform_create_base.sql', sql: 'create schema platform', hash: 'a' }
const BROKEN: Migration = { name: '0002_platform_create_two.sql', sql: 'create table platform.two (); select 1/0', hash: 'b' }

describe('migrate', () => {
  it('applies every file once and lets the application log in', async () => {
    await withDatabase(emptyDatabase, async ({ ownerUrl, appUrl }) => {
      const names = [...readMigrations(), ...readDefinitions()].map(({ name }) => name)
      expect(await migrate({ ownerUrl, appPassword: APP_PASSWORD })).toEqual(names)
      expect(await migrate({ ownerUrl, appPassword: APP_PASSWORD })).toEqual([])
      expect(await query(appUrl, 'select current_user as name')).toEqual([{ name: 'anye_app' }])
    })
  })

  it('migrates several databases of one server at once, although they share the role', async () => {
    const databases = await Promise.all([1, 2, 3, 4].map(emptyDatabase))
    try {
      const done = await Promise.all(databases.map(({ ownerUrl }) => migrate({ ownerUrl, appPassword: APP_PASSWORD })))
      expect(new Set(done.map((names) => names.length))).toEqual(new Set([readMigrations().length + readDefinitions().length]))
    } finally {
      await Promise.all(databases.map((database) => database.close()))
    }
  })

  it('lets two migrators of one database wait for each other', async () => {
    await withDatabase(emptyDatabase, async ({ ownerUrl }) => {
      const options = { ownerUrl, appPassword: APP_PASSWORD }
      const done = await Promise.all([migrate(options), migrate(options)])
      expect(done.map((names) => names.length).sort()).toEqual([0, readMigrations().length + readDefinitions().length])
    })
  })

  it('leaves nothing of a file that fails', async () => {
    await withDatabase(emptyDatabase, async ({ ownerUrl }) => {
      await expect(migrate({ ownerUrl, appPassword: APP_PASSWORD, migrations: [FIRST, BROKEN] })).rejects.toThrow('division by zero')
      expect(await query(ownerUrl, `select to_regclass('platform.two') as two, (select count(*)::int from platform.migration) as applied`)).toEqual([
        { two: null, applied: 1 },
      ])
    })
  })

  it('replaces a definition when its text changes, whole or not at all, and only then', async () => {
    const definition = (answer: string): Migration =>
      ({ name: 'platform_answer.sql', sql: `create or replace function platform.answer() returns int language sql as 'select ${answer}'`, hash: answer })
    await withDatabase(testDatabase, async ({ ownerUrl }) => {
      const put = (...definitions: Migration[]) => migrate({ ownerUrl, appPassword: APP_PASSWORD, definitions })
      const answer = async () => (await query(ownerUrl, 'select platform.answer()'))[0]?.['answer']
      expect(await put(definition('1'))).toEqual(['platform_answer.sql'])
      expect(await put(definition('1'))).toEqual([])
      expect(await put(definition('2'))).toEqual(['platform_answer.sql'])
      expect(await answer()).toBe(2)
      await expect(put({ ...definition('3'), sql: `${definition('3').sql}; select 1/0` })).rejects.toThrow('division by zero')
      expect(await answer()).toBe(2)
    })
  })

  it('refuses a file that was changed after it was applied, and a database of a newer release', () => {
    expect(() => findPending([{ ...FIRST, hash: 'changed' }], [FIRST])).toThrow('was changed after this database applied it')
    expect(() => findPending([FIRST], [FIRST, BROKEN])).toThrow('newer release')
    expect(findPending([FIRST, BROKEN], [FIRST])).toEqual([BROKEN])
  })
})

describe('the application role', () => {
  it('owns nothing and cannot create, bypass or become', async () => {
    await withDatabase(testDatabase, async ({ ownerUrl, appUrl }) => {
      const [role] = await query(ownerUrl, `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = 'anye_app'`)
      expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false })
      await expect(query(appUrl, 'create table platform.own ()')).rejects.toThrow('permission denied')
      await expect(query(appUrl, `insert into platform.migration values ('x', 'x')`)).rejects.toThrow('permission denied')
    })
  })
})
