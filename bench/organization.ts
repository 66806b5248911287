import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGazetteer } from '@anye/codes/data/divisions-gazetteer'
import { REPORTING_UNITS } from '@anye/codes/data/divisions-units'
import { DIVISIONS } from '@anye/codes/data/divisions'
import { sql } from 'kysely'
import { insertDivisions } from '../apps/server/src/modules/organization/divisions/division.store.ts'
import { loadDivisions, rowOfDivision } from '../apps/server/src/modules/organization/divisions/load-divisions.ts'
import { searchDivisions } from '../apps/server/src/modules/organization/divisions/search-divisions.query.ts'
import { openDatabase, rows, type Database } from '../apps/server/src/platform/db.ts'
import { migrate } from '../apps/server/src/platform/migrate.ts'
import { startPostgres } from '../apps/server/src/platform/postgres/start-postgres.ts'
import type { BenchRow } from './bench-row.ts'

const TODAY = '2026-11-24'
const NODES = 20_000
const QUESTIONS = [
  '龙广', '团结', '村', '522301', '522328101', 'longguang', 'lgz', 'tj', 'minzu', 'a', '没有这个地方', 'xyz',
]
const ROUNDS = 8
const PLACES_ASKED = 200_000

/**
 * Search over a tree of 20,000 divisions (villages and groups of a prefecture), worst of all questions, against the
 * scan somebody would write first; and places resolved per second against a bare map of exact names.
 */
export async function bench(): Promise<BenchRow[]> {
  const dir = await mkdtemp(join(tmpdir(), 'anye-bench-organization-'))
  const server = await startPostgres({ dir, log: () => undefined, durable: false })
  try {
    const appPassword = 'anye-bench'
    await migrate({ ownerUrl: server.url, appPassword })
    const handle = openDatabase(server.url, 1)
    try {
      await growTree(handle.db)
      return [...(await measureSearch(handle.db)), measureResolve()]
    } finally {
      await handle.close()
    }
  } finally {
    await server.stop()
    await rm(dir, { recursive: true, force: true })
  }
}

async function growTree(db: Database): Promise<void> {
  await loadDivisions(db, TODAY)
  const villages = DIVISIONS.filter(({ level }) => level === 5)
  const missing = NODES - DIVISIONS.length
  await insertDivisions(db, Array.from({ length: missing }, (_, index) => {
    const village = villages[index % villages.length]
    const number = Math.floor(index / villages.length) + 1
    const parent = village?.code ?? ''
    const code = `${parent}${String(number).padStart(3, '0')}`
    const group = { code, name: `${number}组`, level: 6 as const, parent, validFrom: '2020-01-01', validTo: null }
    return rowOfDivision({ ...group, successor: null })
  }))
  await sql`analyze organization.division`.execute(db)
}

async function measureSearch(db: Database): Promise<BenchRow[]> {
  const ours = await timesOf((q) => searchDivisions(db, { q, on: TODAY, limit: 20 }))
  const naive = await timesOf((q) => naiveSearch(db, q))
  const baseline = 'ILIKE scan over all columns, unranked'
  return [
    row('search of 20,000 divisions, worst', Math.max(...ours), 'ms', baseline, Math.max(...naive)),
    row('search of 20,000 divisions, median', median(ours), 'ms', baseline, median(naive)),
  ]
}

function naiveSearch(db: Database, q: string): Promise<unknown[]> {
  const pattern = `%${q}%`
  return rows(db, sql`
    select * from organization.division where valid_to is null
      and (name ilike ${pattern} or short_name ilike ${pattern} or code ilike ${pattern}
        or pinyin ilike ${pattern} or initials ilike ${pattern})
    order by level, code limit 20`)
}

async function timesOf(ask: (q: string) => Promise<unknown>): Promise<number[]> {
  for (const q of QUESTIONS) await ask(q)
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const q of QUESTIONS) {
      const start = performance.now()
      await ask(q)
      times.push(performance.now() - start)
    }
  }
  return times
}

function measureResolve(): BenchRow {
  const gazetteer = createGazetteer(DIVISIONS, REPORTING_UNITS, TODAY)
  const names = new Map(DIVISIONS.map(({ code, name }) => [code, name]))
  const places = DIVISIONS.filter(({ level }) => level === 5).map(({ code, name }) => ({
    county: names.get(code.slice(0, 6)) ?? '', township: names.get(code.slice(0, 9)) ?? '', village: name,
  }))
  const exact = new Map(places.map((place) => [[place.county, place.township, place.village].join('\u0000'), place]))
  const ours = perSecond(places, (place) => gazetteer.resolve(place))
  const bare = perSecond(places, (place) => exact.get([place.county, place.township, place.village].join('\u0000')))
  return row('place resolution of roster rows', ours, 'rows/s', 'bare map of exact names', bare)
}

function perSecond<T>(items: readonly T[], act: (item: T) => unknown): number {
  const start = performance.now()
  for (let index = 0; index < PLACES_ASKED; index++) {
    const item = items[index % items.length]
    if (item !== undefined) act(item)
  }
  return Math.round(PLACES_ASKED / ((performance.now() - start) / 1000))
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
}

function row(name: string, value: number, unit: string, baseline: string, baselineValue: number): BenchRow {
  return { name: `organization: ${name}`, value, unit, baseline, baselineValue, ratio: value / baselineValue }
}
