import { Kysely, PostgresDialect, sql, type RawBuilder, type Transaction } from 'kysely'
import pg from 'pg'
import type { AllTables } from './tables.ts'
import { preparing } from './prepared-statements.ts'
import type { Scope } from './scope.ts'

// bigint counts and numeric amounts of this product stay far below 2^53; dates are calendar strings, never instants.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

export type Database = Kysely<AllTables>
/** A transaction with the scope of its actor set: what stores and queries receive. */
export type Tx = Transaction<AllTables>

export type DatabaseHandle = {
  db: Database
  /** The same connections; the database keeps the plan of every statement, for jobs that repeat a few of them thousands of times. */
  prepared: Database
  pool: pg.Pool
  close: () => Promise<void>
}

/** Opens the pool of the application role. `most` connections serve requests; jobs open their own. */
export function openDatabase(url: string, most = 16): DatabaseHandle {
  const pool = new pg.Pool({ connectionString: url, max: most, application_name: 'anye' })
  // An idle connection that breaks (server restart) must not end the process: the pool opens a new one.
  pool.on('error', () => undefined)
  // One that breaks while it is lent out and silent would end it too: its next query fails and says so.
  pool.on('connect', (client) => { client.on('error', () => undefined) })
  const db = new Kysely<AllTables>({ dialect: new PostgresDialect({ pool }) })
  const prepared = new Kysely<AllTables>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
  return { db, prepared, pool, close: () => db.destroy() }
}

/**
 * Runs `work` in one transaction whose row-level security sees exactly `scope`.
 * Read-only transactions refuse writes in the database itself: a query never writes.
 */
export async function inScope<T>(
  db: Database,
  scope: Scope,
  work: (tx: Tx) => Promise<T>,
  options: { readOnly?: boolean } = {},
): Promise<T> {
  const begin = options.readOnly === true ? db.transaction().setAccessMode('read only') : db.transaction()
  return begin.execute(async (tx) => {
    await applyScope(tx, scope)
    return work(tx)
  })
}

/** Sets the scope of the running transaction (SET LOCAL semantics). */
export async function applyScope(tx: Tx, scope: Scope): Promise<void> {
  await sql`select set_config('anye.scope_lo', ${scope.lo}, true), set_config('anye.scope_hi', ${scope.hi}, true),
    set_config('anye.scope_list', ${scope.list}, true),
    set_config('anye.units', ${scope.units}, true)`.execute(tx)
}

/**
 * Runs `work` with joins by hash alone: where both sides are large and the planner cannot see it, because tables were filled
 * a moment ago or rows come as a parameter. Else it compares each with each, or all rows of a village with one another.
 */
export async function joiningByHash<T>(tx: Tx | Database, work: () => Promise<T>): Promise<T> {
  await sql`select set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true)`.execute(tx)
  const result = await work()
  await sql`select set_config('enable_nestloop', 'on', true), set_config('enable_mergejoin', 'on', true)`.execute(tx)
  return result
}

/** All rows of a hand-written query. */
export async function rows<T>(tx: Tx | Database, query: RawBuilder<T>): Promise<T[]> {
  return (await query.execute(tx)).rows
}

/** The first row of a hand-written query, if any. */
export async function firstRow<T>(tx: Tx | Database, query: RawBuilder<T>): Promise<T | undefined> {
  return (await rows(tx, query))[0]
}
