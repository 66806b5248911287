import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { COUNTER_KEYS } from '@anye/contract/indicators/counters'
import { newId } from '@anye/kernel/ids'
import { seeded } from '@anye/kernel/random'
import { prepareOrganization } from '../apps/server/src/modules/organization/organization.api.ts'
import { compileReportIn, printReport } from '../apps/server/src/modules/reporting/reporting.api.ts'
import { inScope, openDatabase, type Database, type Tx } from '../apps/server/src/platform/db.ts'
import { migrate } from '../apps/server/src/platform/migrate.ts'
import { startPostgres } from '../apps/server/src/platform/postgres/start-postgres.ts'
import { EVERYWHERE } from '../apps/server/src/platform/scope.ts'
import type { BenchRow } from './bench-row.ts'

const DAY = '2026-11-24'
const AT = Date.parse(`${DAY}T22:00:00+08:00`)
/** 950,000 households over 1,294 villages; nearly 20,000 of them zero-employment. */
const HOUSEHOLDS = 950_000
const ROUNDS = 5

/**
 * The war report of the prefecture at the size of 3.5 million persons: the books of two days over every
 * village, and every household's frozen state, compiled and printed, against the bare sum of the day's books
 * in SQL.
 */
export async function bench(): Promise<BenchRow[]> {
  const dir = await mkdtemp(join(tmpdir(), 'anye-bench-report-'))
  const server = await startPostgres({ dir, log: () => undefined, durable: false })
  try {
    await migrate({ ownerUrl: server.url, appPassword: 'anye-bench' })
    const handle = openDatabase(asApplication(server.url), 2)
    const owner = openDatabase(server.url, 1)
    try {
      await fill(owner.db)
      return await measure(handle.db)
    } finally {
      await handle.close()
      await owner.close()
    }
  } finally {
    await server.stop()
    await rm(dir, { recursive: true, force: true })
  }
}

async function fill(db: Database): Promise<void> {
  const random = seeded('bench-report').bytes
  await prepareOrganization(db, DAY, () => newId(AT, random))
  await sql`insert into registry.household (id, division, type, head_name)
    select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, v.code, '02', '韦测试'
    from generate_series(1, ${HOUSEHOLDS}) n
    join (select code, row_number() over (order by code) - 1 as place from organization.village) v
      on v.place = n % (select count(*) from organization.village)`.execute(db)
  await sql`insert into indicators.frozen_household
    (household_id, from_day, division, in_base, poor, resettled, edge, labourers, available, employed, stable,
      zero, zero_since, special)
    select id, ${DAY}, division, true, true, false, false, 2, 2, 1, 1,
      z, case when z then date '2026-09-01' + (n % 80)::int end, false
    from (select *, ('x' || right(id::text, 8))::bit(32)::bigint as n from registry.household) h,
      lateral (select n % 49 = 0 as z) zero`.execute(db)
  for (const day of ['2026-11-23', DAY]) {
    await sql`insert into indicators.day (day, state, closed_at, head)
      values (${day}, 'closed', ${new Date(AT)}, repeat('ab', 32))`.execute(db)
    await sql`insert into indicators.ledger (day, division, key, opening, change, correction, closing)
      select ${day}, v.code, k.key, 100 + length(k.key), 3, 1, 104 + length(k.key)
      from organization.village v, unnest(${COUNTER_KEYS}::text[]) as k(key)`.execute(db)
  }
  await sql`analyze`.execute(db)
}

async function measure(db: Database): Promise<BenchRow[]> {
  const random = seeded('bench-report-ids').bytes
  const compile = (tx: Tx) =>
    compileReportIn(tx, {
      unit: '5223',
      day: DAY,
      by: null,
      at: AT,
      synthetic: true,
      newId: () => newId(AT, random),
    })
  const bareSum = (tx: Tx) =>
    sql`select key, sum(opening), sum(change), sum(correction), sum(closing) from indicators.ledger
      where day = ${DAY} group by key`.execute(tx)
  const baselineValue = await fastest(() => inScope(db, EVERYWHERE, bareSum))
  const row = (name: string, value: number): BenchRow => ({
    name: `report: ${name}`,
    value,
    unit: 'ms',
    baseline: 'bare SQL sum of the day’s books',
    baselineValue,
    ratio: value / baselineValue,
  })
  const report = await inScope(db, EVERYWHERE, compile)
  const { content, notes } = report
  const print = (format: 'docx' | 'pdf') =>
    fastest(() => printReport({ content, notes, corrections: [], signed: null, digest: null }, format, AT))
  return [
    row('compile the prefecture, 3.5 M persons', await fastest(() => inScope(db, EVERYWHERE, compile))),
    row('draw it as Word', await print('docx')),
    row('draw it as PDF, fonts loaded', await print('pdf')),
  ]
}

async function fastest(act: () => Promise<unknown>): Promise<number> {
  await act()
  let best = Infinity
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    await act()
    best = Math.min(best, performance.now() - start)
  }
  return Math.round(best * 10) / 10
}

function asApplication(ownerUrl: string): string {
  const url = new URL(ownerUrl)
  url.username = 'anye_app'
  url.password = 'anye-bench'
  return url.href
}
