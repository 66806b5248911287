import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import { checkServer } from './postgres/check-server.ts'

/** The login of the application: owns nothing, cannot bypass row-level security. */
export const APP_ROLE = 'anye_app'

const FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url))
const DEFINITIONS = fileURLToPath(new URL('../../definitions', import.meta.url))
const FILE_NAME = /^\d{4}_[a-z]+_[a-z0-9]+(_[a-z0-9]+)+\.sql$/
/** Any fixed number: two migrators of one database wait for each other on it. */
const LOCK_KEY = 5_223_000_001
const RACE_ATTEMPTS = 20

/** One file of `apps/server/migrations` or `apps/server/definitions`. `hash` is the SHA-256 of its text in hex. */
export type Migration = { name: string; sql: string; hash: string }

export type MigrateOptions = {
  ownerUrl: string
  /** The password `anye_app` logs in with from now on. */
  appPassword: string
  migrations?: readonly Migration[]
  /** Files put into force after the migrations; none for a schema older than they are. */
  definitions?: readonly Migration[]
  log?: (line: string) => void
}

/** Reads the migrations in the order they apply: `NNNN_<module>_<verb>_<what>.sql`, no number twice. */
export function readMigrations(folder = FOLDER): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql')).sort()
  names.forEach((name, index) => {
    if (!FILE_NAME.test(name)) throw new Error(`Migration ${name} must be named NNNN_<module>_<verb>_<what>.sql`)
    if (names[index + 1]?.startsWith(name.slice(0, 5))) throw new Error(`Migrations ${name} and ${names[index + 1]} have one number`)
  })
  return names.map((name) => readSql(folder, name))
}

/** Reads the definitions, `<module>_<what>.sql`: functions kept whole, each replaced when its text changes. */
export function readDefinitions(folder = DEFINITIONS): Migration[] {
  return readdirSync(folder).filter((name) => name.endsWith('.sql')).sort().map((name) => readSql(folder, name))
}

function readSql(folder: string, name: string): Migration {
  const sql = readFileSync(join(folder, name), 'utf8')
  return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
}

/**
 * Brings a database to the newest schema, forward only, each file in one transaction, puts definitions into force
 * that changed, then lets `anye_app` log in.
 *
 * @returns the names of the files applied now
 * @throws Error when an applied file was changed or is missing, or when the server does not suit
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const { ownerUrl, appPassword, migrations = readMigrations(), definitions = readDefinitions(), log = () => undefined } = options
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await checkServer(client)
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY])
    const pending = findPending(migrations, await listApplied(client))
    for (const migration of pending) {
      log(`Migrating: ${migration.name}`)
      await retryRaces(() => applyMigration(client, migration))
    }
    const changed = await findChanged(client, definitions)
    for (const definition of changed) {
      log(`Defining: ${definition.name}`)
      await retryRaces(() => applyDefinition(client, definition))
    }
    await retryRaces(() => allowLogin(client, appPassword))
    return [...pending, ...changed].map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** Names of the schema files of this release that a database still lacks. */
export async function listPending(ownerUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return findPending(readMigrations(), await listApplied(client)).map(({ name }) => name)
  } finally {
    await client.end()
  }
}

type Applied = { name: string; hash: string }

async function listApplied(client: Client): Promise<Applied[]> {
  const { rows } = await client.query<{ exists: boolean }>(
    `select to_regclass('platform.migration') is not null as exists`,
  )
  if (!rows[0]?.exists) return []
  return (await client.query<Applied>('select name, hash from platform.migration order by name')).rows
}

/** @throws Error with a sentence for people when history and files disagree */
export function findPending(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, hash } of applied) {
    const file = byName.get(name)
    if (!file) {
      throw new Error(`The database has migration ${name}, which this release lacks: it was used by a newer release. Start that one.`)
    }
    if (file.hash !== hash) {
      throw new Error(`Migration ${name} was changed after this database applied it. Restore the file and put the change into a new migration.`)
    }
  }
  const done = new Set(applied.map(({ name }) => name))
  return migrations.filter(({ name }) => !done.has(name))
}

async function applyMigration(client: Client, { name, sql, hash }: Migration): Promise<void> {
  await inTransaction(client, async () => {
    await client.query(sql)
    // The first file creates the schema, so the table of applied files can only come after it.
    await client.query(`
      create table if not exists platform.migration (
        name text primary key, hash text not null, at timestamptz not null default now())`)
    await client.query(`comment on table platform.migration is 'Schema files applied to this database, with the hash of their text'`)
    await client.query('insert into platform.migration (name, hash) values ($1, $2)', [name, hash])
  })
}

async function findChanged(client: Client, definitions: readonly Migration[]): Promise<Migration[]> {
  if (definitions.length === 0) return []
  const { rows } = await client.query<Applied>('select name, hash from platform.definition')
  const inForce = new Map(rows.map(({ name, hash }) => [name, hash]))
  return definitions.filter(({ name, hash }) => inForce.get(name) !== hash)
}

async function applyDefinition(client: Client, { name, sql, hash }: Migration): Promise<void> {
  await inTransaction(client, async () => {
    // Definitions call each other across modules, whatever the order of their names.
    await client.query('set local check_function_bodies = off')
    await client.query(sql)
    await client.query(`insert into platform.definition (name, hash) values ($1, $2)
      on conflict (name) do update set hash = excluded.hash, at = now()`, [name, hash])
  })
}

async function allowLogin(client: Client, password: string): Promise<void> {
  // The statement takes no parameters. A scram verifier would be better than the password, but the client has no function for it.
  await client.query(`alter role ${escapeIdentifier(APP_ROLE)} login password ${escapeLiteral(password)}`)
}

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Roles belong to the whole server: another database's migrator may touch them in the same moment. */
async function retryRaces(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt === RACE_ATTEMPTS || !isRace(error)) throw error
      await wait(50 * attempt)
    }
  }
}

function isRace(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? error.code : undefined
  const table = 'table' in error ? error.table : undefined
  return /tuple concurrently (updated|deleted)/.test(error.message) || code === '40P01' || (code === '23505' && table === 'pg_authid')
}
