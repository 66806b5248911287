import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { loadDivisions } from '../apps/server/src/modules/organization/divisions/load-divisions.ts'
import { countWaiting } from '../apps/server/src/modules/cards/reviews/review-batch.store.ts'
import { insertReview } from '../apps/server/src/modules/cards/reviews/review.store.ts'
import { workReviews } from '../apps/server/src/modules/cards/reviews/work-reviews.ts'
import { clockAt } from '../apps/server/src/platform/clock.ts'
import { firstRow, inScope, openDatabase, type Database } from '../apps/server/src/platform/db.ts'
import { createLive } from '../apps/server/src/platform/live.ts'
import { migrate } from '../apps/server/src/platform/migrate.ts'
import { startPostgres } from '../apps/server/src/platform/postgres/start-postgres.ts'
import { EVERYWHERE } from '../apps/server/src/platform/scope.ts'
import type { Services } from '../apps/server/src/platform/services.ts'
import { checkedLines } from '../apps/server/test/builders/card-lines.ts'
import type { BenchRow } from './bench-row.ts'

const LINES = 100_000
const VILLAGES_SPREAD = 100
const NOON = Date.parse('2026-11-24T12:00:00+08:00')
const MONTH = '2026-11'

/**
 * 100,000 lines accepted in one review in bulk, in batches with rules, counts and a cursor each, against the plain update of
 * the same rows in one statement, in the same run and on the same table.
 */
export async function bench(): Promise<BenchRow[]> {
  const dir = await mkdtemp(join(tmpdir(), 'anye-bench-review-'))
  const server = await startPostgres({ dir, log: () => undefined, durable: true })
  try {
    const appPassword = 'anye-bench'
    await migrate({ ownerUrl: server.url, appPassword })
    const handle = openDatabase(server.url, 2)
    try {
      await fill(handle.db)
      const services = { database: handle, clock: clockAt(NOON), live: createLive() } as unknown as Services
      const plain = await timed(() => plainUpdate(handle.db))
      await reset(handle.db)
      const ours = await timed(() => reviewAll(services))
      return [
        row('100,000 lines in one action', ours, 's', plain),
        row('100,000 lines in one action, speed', LINES / ours, 'rows/s', LINES / plain),
      ]
    } finally {
      await handle.close()
    }
  } finally {
    await server.stop()
    await rm(dir, { recursive: true, force: true })
  }
}

async function fill(db: Database): Promise<void> {
  await loadDivisions(db, '2026-11-24')
  await inScope(db, EVERYWHERE, async (tx) => {
    const villages = await sql<{ code: string }>`select code from organization.pub_village order by code limit ${VILLAGES_SPREAD}`.execute(tx)
    await checkedLines(tx, { month: MONTH, villages: villages.rows.map(({ code }) => code), lines: LINES, by: randomUUID() })
  })
  await reset(db)
}

/** The state before, without the dead rows that the run before left. */
async function reset(db: Database): Promise<void> {
  await sql`update cards.line set state = 'checked', reviewed_by = null, reviewed_at = null, review_id = null`.execute(db)
  await sql`vacuum analyze cards.line`.execute(db)
  await sql`analyze`.execute(db)
}

async function plainUpdate(db: Database): Promise<void> {
  const by = randomUUID()
  await inScope(db, EVERYWHERE, (tx) => sql`update cards.line set state = 'reviewed', reviewed_by = ${by}, reviewed_at = ${new Date(NOON)}, version = version + 1
    where month = ${MONTH} and state = 'checked'`.execute(tx))
}

async function reviewAll(services: Services): Promise<void> {
  const { db } = services.database
  await inScope(db, EVERYWHERE, async (tx) => {
    const total = await countWaiting(tx, sql`l.month = ${MONTH}`, new Date(NOON))
    await insertReview(tx, { id: randomUUID(), month: MONTH, filter: {}, prefixes: ['5223'], probe: '5223', total, by: randomUUID(), at: NOON })
  })
  while ((await workReviews(services)) > 0);
  const done = await firstRow(db, sql<{ done: number }>`select sum(done)::int as done from cards.review`)
  if (done?.done !== LINES) throw new Error(`The review accepted ${String(done?.done)} of ${LINES} lines`)
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

function row(name: string, value: number, unit: string, baselineValue: number): BenchRow {
  return { name: `review: ${name}`, value, unit, baseline: 'one plain update of the same rows', baselineValue, ratio: value / baselineValue }
}
