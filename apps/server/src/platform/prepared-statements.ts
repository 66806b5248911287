import { createHash } from 'node:crypto'
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'

const NAME_LENGTH = 32

/** A pool whose statements are prepared once for each connection under a name made of their text. */
export function preparing(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>()
  const nameOf = (text: string): string => {
    const known = names.get(text)
    if (known !== undefined) return known
    const name = createHash('sha256').update(text).digest('hex').slice(0, NAME_LENGTH)
    names.set(text, name)
    return name
  }
  return {
    options: pool.options,
    // The pool belongs to the handle that opened it, which closes it.
    end: () => Promise.resolve(),
    connect: async () => named(await pool.connect(), nameOf),
  }
}

function named(client: pg.PoolClient, nameOf: (text: string) => string): PostgresPoolClient {
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new TypeError('A prepared statement is not read by a cursor')
    return client.query({ name: nameOf(text), text, values: [...values] })
  }
  return { query, release: (destroy) => client.release(destroy) }
}
