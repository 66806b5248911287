import { createHash, randomUUID } from 'node:crypto'
import { Client, escapeIdentifier } from 'pg'
import { inject } from 'vitest'
import { APP_ROLE, migrate, readDefinitions, readMigrations, type Migration } from '../src/platform/migrate.ts'
import { startPostgres } from '../src/platform/postgres/start-postgres.ts'

/** One for all databases of the run: the role belongs to the server, so another password would shut the others out. */
export const APP_PASSWORD = 'a'.repeat(64)
/** Any fixed number: workers wait for each other on it while one builds the template. */
const TEMPLATE_LOCK = 5_223_000_002

/** A migrated database of its own. `appUrl` logs in as the application's role, which obeys row-level security. */
export type TestDatabase = { ownerUrl: string; appUrl: string; close: () => Promise<void> }

/**
 * Clones a fresh migrated database, about 50 ms after the first of a run. Uses the server of DATABASE_URL_TEST
 * (a login that may create databases and roles) or starts the embedded one. Close your pools before `close`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  return cloneTemplate(await ownerOfServer(), readMigrations())
}

/** The same without any migration applied: for tests of the migrator and of restore. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const serverUrl = await ownerOfServer()
  const name = newName()
  await withServer(serverUrl, (client) => client.query(`create database ${name} template template0 encoding 'UTF8'`))
  return handleOf(serverUrl, name)
}

let server: Promise<string> | undefined

function ownerOfServer(): Promise<string> {
  const external = process.env['DATABASE_URL_TEST']
  // Never released by a worker: the run's global set-up stops the server after the last one.
  server ??= external ? Promise.resolve(external) : startEmbedded()
  return server
}

async function startEmbedded(): Promise<string> {
  return (await startPostgres({ dir: inject('postgresDir'), log: () => undefined, durable: false })).url
}

async function cloneTemplate(serverUrl: string, migrations: readonly Migration[]): Promise<TestDatabase> {
  const hash = createHash('sha256').update([...migrations, ...readDefinitions()].map((each) => each.name + each.hash).join()).digest('hex')
  const template = `anye_template_${hash.slice(0, 16)}`
  const name = newName()
  await withServer(serverUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    await buildTemplate(client, serverUrl, template, migrations)
    await client.query(`create database ${name} template ${template}`)
  })
  return handleOf(serverUrl, name)
}

async function buildTemplate(client: Client, serverUrl: string, template: string, migrations: readonly Migration[]): Promise<void> {
  const { rows } = await client.query<{ complete: boolean }>('select datistemplate as complete from pg_database where datname = $1', [template])
  if (rows[0]?.complete) return
  // Without the mark the build was cut off.
  await client.query(`drop database if exists ${template}`)
  await client.query(`create database ${template} template template0 encoding 'UTF8'`)
  await migrate({ ownerUrl: withDatabase(serverUrl, template), appPassword: APP_PASSWORD, migrations })
  await client.query(`alter database ${template} is_template true`)
}

function handleOf(serverUrl: string, name: string): TestDatabase {
  const ownerUrl = withDatabase(serverUrl, name)
  const app = new URL(ownerUrl)
  app.username = APP_ROLE
  app.password = APP_PASSWORD
  return {
    ownerUrl,
    appUrl: app.href,
    close: () => withServer(serverUrl, (client) => client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`)),
  }
}

async function withServer(serverUrl: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

function newName(): string {
  return `anye_test_${randomUUID().replaceAll('-', '')}`
}
