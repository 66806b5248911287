import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { DEFAULT_PARAMETERS } from '@anye/contract/indicators/parameters'
import { computeVillages } from '../apps/server/src/modules/indicators/compute/compute-villages.store.ts'
import { sumCounters } from '../apps/server/src/modules/indicators/figures/sums.query.ts'
import { inScope, openDatabase, type Database, type Tx } from '../apps/server/src/platform/db.ts'
import { migrate } from '../apps/server/src/platform/migrate.ts'
import { startPostgres } from '../apps/server/src/platform/postgres/start-postgres.ts'
import { EVERYWHERE } from '../apps/server/src/platform/scope.ts'
import type { BenchRow } from './bench-row.ts'

const DAY = '2026-11-24'
// A county of middle size at full scale: 3.5 million persons ÷ 1,294 villages is 2,700 a village.
const VILLAGES = 60
const PERSONS_A_VILLAGE = 2_700
const REPEATS = 5

/** How long one changed job takes to show, and what the counters save over counting people. */
export async function bench(): Promise<BenchRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'anye-bench-'))
  const server = await startPostgres({ dir, log: () => undefined, durable: false })
  try {
    await migrate({ ownerUrl: server.url, appPassword: 'bench' })
    const url = new URL(server.url)
    Object.assign(url, { username: 'anye_app', password: 'bench' })
    const owner = openDatabase(server.url)
    await fill(owner.db)
    await owner.close()
    const app = openDatabase(url.href)
    const measured = await measure(app.db)
    await app.close()
    return measured
  } finally {
    await server.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

async function measure(db: Database): Promise<BenchRow[]> {
  const codes = Array.from({ length: VILLAGES }, (_, index) => codeOf(index))
  const compute = (villages: readonly string[]) => median(() => inScope(db, EVERYWHERE, (tx) =>
    computeVillages(tx, { villages, day: DAY, parameters: DEFAULT_PARAMETERS }, Date.parse(`${DAY}T12:00:00+08:00`))), villages.length > 1 ? 1 : REPEATS)
  const all = await compute(codes)
  const one = await compute(codes.slice(0, 1))
  const prefecture = { ref: { code: '5223', name: '', level: 'prefecture' as const }, path: [], column: undefined, children: undefined }
  const fromCounters = await median(() => inScope(db, EVERYWHERE, (tx) => sumCounters(tx, prefecture, { live: true })), REPEATS)
  const fromStates = await median(() => inScope(db, EVERYWHERE, countStates), REPEATS)
  return [
    row('one changed job: recompute its village (2,700 persons)', one, `recompute all ${VILLAGES} villages (${VILLAGES * PERSONS_A_VILLAGE} persons)`, all),
    row(`all figures of ${VILLAGES} villages, from counters`, fromCounters, 'four counts over the states', fromStates),
  ]
}

function row(name: string, value: number, baseline: string, baselineValue: number): BenchRow {
  return { name, value, unit: 'ms', baseline, baselineValue, ratio: value / baselineValue }
}

async function countStates(tx: Tx): Promise<unknown> {
  return sql`select count(*) filter (where available), count(*) filter (where employed), count(*) filter (where stable),
    (select count(*) from indicators.household_state where zero) from indicators.person_state`.execute(tx)
}

async function median(work: () => Promise<unknown>, repeats: number): Promise<number> {
  const times = []
  for (let turn = 0; turn < repeats; turn++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

function codeOf(index: number): string {
  return `5223260010${String(index).padStart(2, '0')}`
}

/** Households of four, two labourers each, 90 % of them with a job of the last year and evidence of the last 60 days. */
async function fill(db: Database): Promise<void> {
  await sql`alter table registry.person disable trigger user`.execute(db)
  await sql`insert into organization.village (code, name, township_code, township_name, county_code, county_name, unit_code, unit_name, urban)
    select '5223260010' || lpad(v::text, 2, '0'), '村' || v, '522326001', '镇', '522326', '望谟县', '522326', '望谟县', false
    from generate_series(0, ${VILLAGES - 1}) v`.execute(db)
  await sql`insert into registry.household (id, division, type) select gen_random_uuid(), v.code, '02'
    from organization.village v, generate_series(1, ${PERSONS_A_VILLAGE / 4})`.execute(db)
  await sql`insert into registry.segment (household_id, division, kind, from_on, source) select id, division, 'ex_poor', '2014-01-01', 'bench' from registry.household`.execute(db)
  await sql`insert into registry.person (id, household_id, division, name, name_pinyin, name_initials, sex, birth, relation, labour_skill)
    select gen_random_uuid(), h.id, h.division, '韦测试', 'wei', 'w', '1', date '2026-01-01' - (n * 13 + 3) * 365, '02', case when n in (2, 3) then '1' else '5' end
    from registry.household h, generate_series(1, 4) n`.execute(db)
  await sql`insert into registry.episode (id, person_id, household_id, division, start_on, employer_raw, area, track, form)
    select gen_random_uuid(), id, household_id, division, '2025-12-01', '厂', '04', '1', '1' from registry.person
    where labour_skill = '1' and ('x' || substr(id::text, 1, 2))::bit(8)::int < 230`.execute(db)
  await sql`insert into registry.evidence (id, episode_id, division, kind, grade, on_date)
    select gen_random_uuid(), id, division, 'visit', 'b', date '2026-11-20' - ('x' || substr(id::text, 1, 2))::bit(8)::int / 4 from registry.episode`.execute(db)
  await sql`analyze`.execute(db)
}
