import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { APP_PASSWORD, emptyDatabase, testDatabase, type TestDatabase } from '../../test/database.ts'
import { findPending, migrate, readMigrations, type Migration } from './migrate.ts'

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
      const names = readMigrations().map(({ name }) => name)
      expect(await migrate({ ownerUrl, appPassword: APP_PASSWORD })).toEqual(names)
      expect(await migrate({ ownerUrl, appPassword: APP_PASSWORD })).toEqual([])
      expect(await query(appUrl, 'select current_user as name')).toEqual([{ name: 'anye_app' }])
    })
  })

  it('migrates several databases of one server at once, although they share the role', async () => {
    const databases = await Promise.all([1, 2, 3, 4].map(emptyDatabase))
    try {
      const done = await Promise.all(databases.map(({ ownerUrl }) => migrate({ ownerUrl, appPassword: APP_PASSWORD })))
      expect(new Set(done.map((names) => names.length))).toEqual(new Set([readMigrations().length]))
    } finally {
      await Promise.all(databases.map((database) => database.close()))
    }
  })

  it('lets two migrators of one database wait for each other', async () => {
    await withDatabase(emptyDatabase, async ({ ownerUrl }) => {
      const options = { ownerUrl, appPassword: APP_PASSWORD }
      const done = await Promise.all([migrate(options), migrate(options)])
      expect(done.map((names) => names.length).sort()).toEqual([0, readMigrations().length])
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
