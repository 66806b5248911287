import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Client } from 'pg'
import { seeded } from '@anye/kernel/random'
import { createMemoryStorage } from '@anye/pack/storage/memory-storage'
import { pullPages } from '@anye/pack/sync/pull-pages'
import { httpSyncServer, type Fetch } from '@anye/pack/sync/sync-server'
import { migrate } from '../apps/server/src/platform/migrate.ts'
import { startPostgres } from '../apps/server/src/platform/postgres/start-postgres.ts'
import type { BenchRow } from './bench-row.ts'
import { measureProcessors } from './processor-time.ts'
import { sendCrowd } from './sync-crowd.ts'
import { balance } from './sync-invariants.ts'
import { fetchOver, NETWORKS, type Network } from './sync-networks.ts'
import { fillVillages, startFieldServer, type FieldServer } from './sync-server.ts'
import { simulate } from './sync-simulator.ts'
import { measureSpike } from './sync-spike.ts'

/** `ANYE_BENCH_PHONES`: how many phones the simulation and the crowded first sync take; 500 unless told otherwise. */
const PHONES = Number(process.env['ANYE_BENCH_PHONES'] ?? 500)
/** A pack of 10,000 rows: 2,500 households of four. */
const HOUSEHOLDS = 2500
const MEMBERS = 4
const CHANGED = 250
const CROWDS = [...new Set([Math.min(100, PHONES), PHONES])]
/** What a prefecture's village has on average: 3.7 million persons in 1,294 villages. */
const AVERAGE_HOUSEHOLDS = 720
const AVERAGE_VILLAGES = 20
const SMALL_VILLAGES = 50
/** The goal: 500 phones have all in 60 s, on two cores. */
const GOAL = { phones: 500, seconds: 60, cores: 2 }

type Bench = { server: FieldServer; ownerUrl: string; appUrl: string; postmaster: number }

/** First sync, changes, the spike before a deadline, and a rough month of many phones; phones and server share the machine. */
export async function bench(): Promise<BenchRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-sync-'))
  const postgres = await startPostgres({ dir, log: () => undefined, durable: true })
  try {
    await migrate({ ownerUrl: postgres.url, appPassword: 'bench' })
    const url = new URL(postgres.url)
    Object.assign(url, { username: 'anye_app', password: 'bench' })
    const server = await startFieldServer(url.href)
    try {
      return await measure({ server, ownerUrl: postgres.url, appUrl: url.href, postmaster: postgres.pid })
    } finally {
      await server.close()
    }
  } finally {
    await postgres.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

async function measure(on: Bench): Promise<BenchRow[]> {
  const { server } = on
  const [large = '', ...others] = await server.villages(1 + AVERAGE_VILLAGES + SMALL_VILLAGES)
  const [average, small] = [others.slice(0, AVERAGE_VILLAGES), others.slice(AVERAGE_VILLAGES)]
  await fillVillages(server, [large], HOUSEHOLDS, MEMBERS)
  await fillVillages(server, average, AVERAGE_HOUSEHOLDS, MEMBERS)
  await fillVillages(server, small, 30, 2)
  await analyze(on)
  await server.admit('first', 'village_post', [large])
  const first = await sync(server, 'first', NETWORKS.wired)
  const found = tell([goal('first sync of 10,000 rows, alone', first.seconds, 15, 's')])
  for (const count of CROWDS) {
    // Nothing that was made for another phone holds any more: the first of the crowd makes it, the others wait.
    await touch(server, large, HOUSEHOLDS)
    found.push(...await crowd(on, `first sync of 10,000 rows each, ${count} phones of one village at once`, Array.from({ length: count }, () => large), count))
  }
  found.push(...await crowd(on, `first sync of 2,880 rows each, ${AVERAGE_VILLAGES} phones of as many villages at once`, average, GOAL.phones))
  found.push(...await measureChanges(server, large, first))
  found.push(...tell(await measureSpike(server, small, on)))
  found.push(...tell([await roughMonth(server, small)]))
  return found
}

async function measureChanges(server: FieldServer, village: string, { storage, kilobytes: whole }: Pulled): Promise<BenchRow[]> {
  await sync(server, 'first', NETWORKS.wired, storage)
  await touch(server, village, CHANGED)
  const { seconds, kilobytes } = await sync(server, 'first', NETWORKS['3G'], storage)
  return tell([
    goal('1,000 changed rows over 3G', seconds, 3, 's'),
    { name: '1,000 changed rows, as sent', value: kilobytes, unit: 'kB', baseline: 'the whole pack of 10,000 rows', baselineValue: whole, ratio: kilobytes / whole },
  ])
}

function goal(name: string, value: number, most: number, unit: string): BenchRow {
  return { name, value, unit, baseline: `goal: below ${most} ${unit}`, baselineValue: most, ratio: value / most }
}

/** As the database does by itself a minute after an import. */
async function analyze({ ownerUrl }: Bench): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query('vacuum analyze')
  await client.end()
}

/** A long run says how far it is, and beside what else it runs. */
function tell(rows: BenchRow[]): BenchRow[] {
  const load = loadavg().map((each) => each.toFixed(1)).join(' ')
  for (const { name, value, unit, ratio } of rows) console.error(`${name}: ${value.toPrecision(4)} ${unit}, ratio ${ratio.toFixed(2)} (load ${load})`)
  return rows
}

type Pulled = Awaited<ReturnType<typeof sync>>

async function sync(server: FieldServer, name: string, network: Network, storage = createMemoryStorage()) {
  const started = performance.now()
  let bytes = 0
  const over = fetchOver(network, seeded(name))
  const counting: Fetch = async (url, init) => {
    const response = await over(url, init)
    bytes += Number(response.headers.get('content-length'))
    return response
  }
  const { end } = await pullPages(storage, httpSyncServer({ fetch: counting, base: server.address, headers: server.headersOf(name) }))
  if (end !== 'done') throw new Error(`A pull ended ${JSON.stringify(end)}`)
  return { storage, seconds: (performance.now() - started) / 1000, kilobytes: bytes / 1000 }
}

/**
 * One phone for each village named asks for the whole pack at the same moment: seconds until the last one has it, and processor time of
 * server and database, which tells more where other work shares the machine. `standFor`: of how many phones the goal speaks.
 */
async function crowd({ server, postmaster }: Bench, name: string, villages: readonly string[], standFor: number): Promise<BenchRow[]> {
  const names = villages.map((_, index) => `crowd-${villages.length}-${index}`)
  for (const [index, village] of villages.entries()) await server.admit(names[index] ?? '', 'contact_cadre', [village])
  const processors = measureProcessors(postmaster)
  const { seconds, households } = await sendCrowd({ address: server.address, phones: names.map((phone) => server.headersOf(phone)) })
  const used = processors()
  if (households === 0) throw new Error('A phone of the crowd was told nothing')
  // A crowd that stands for a larger one has its share of the goal.
  const share = villages.length / standFor
  return tell([
    goal(`${name}, the last`, seconds, GOAL.seconds * share, 's'),
    goal(`${name}, processor time`, used, GOAL.seconds * GOAL.cores * share, 's'),
  ])
}

async function touch(server: FieldServer, village: string, households: number): Promise<void> {
  await server.asSystem((tx) => sql`update cards.line set months_unchanged = months_unchanged + 1 where household_id in (
    select id from registry.household where division = ${village} order by id limit ${households})`.execute(tx))
}

async function roughMonth(server: FieldServer, villages: readonly string[]): Promise<BenchRow> {
  const before = await balance(server, [])
  const { phones } = await simulate(server, { seed: 'bench', phones: PHONES, villages, rounds: 4 })
  const { queued, broken } = await balance(server, phones)
  const known = new Set(before.broken)
  const fresh = broken.filter((line) => !known.has(line))
  for (const line of fresh.slice(0, 20)) console.error(line)
  return {
    name: `${PHONES} phones on broken networks: commands lost or doubled`, value: fresh.length, unit: 'commands', baseline: 'commands queued',
    baselineValue: queued, ratio: fresh.length / queued,
  }
}
