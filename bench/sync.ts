import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { seeded } from '@anye/kernel/random'
import { createMemoryStorage } from '@anye/pack/storage/memory-storage'
import { pullPages } from '@anye/pack/sync/pull-pages'
import { httpSyncServer } from '@anye/pack/sync/sync-server'
import { migrate } from '../apps/server/src/platform/migrate.ts'
import { startPostgres } from '../apps/server/src/platform/postgres/start-postgres.ts'
import type { BenchRow } from './bench-row.ts'
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
const CROWDS = [Math.min(100, PHONES), PHONES]

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
      return await measure(server)
    } finally {
      await server.close()
    }
  } finally {
    await postgres.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

async function measure(server: FieldServer): Promise<BenchRow[]> {
  const [large = '', ...villages] = await server.villages(51)
  await fillVillages(server, [large], HOUSEHOLDS, MEMBERS)
  await server.admit('first', 'village_post', [large])
  const first = await sync(server, 'first', NETWORKS.wired)
  tell('first sync', first.seconds)
  const crowds = []
  for (const count of CROWDS) {
    const seconds = await crowd(server, large, count)
    tell(`${count} phones`, seconds)
    crowds.push(seconds)
  }
  const changed = await pullChanges(server, large, first.storage)
  tell('changes', changed)
  await fillVillages(server, villages, 30, 2)
  const spike = await measureSpike(server, villages)
  const rough = await roughMonth(server, villages)
  const goal = (name: string, value: number, most: number, unit = 's'): BenchRow => ({ name, value, unit, baseline: `goal: below ${most} ${unit}`, baselineValue: most, ratio: value / most })
  return [
    goal('first sync of 10,000 rows, alone', first.seconds, 15),
    ...crowds.map((seconds, index) => goal(`first sync of 10,000 rows each, ${CROWDS[index] ?? 0} phones at once, the last`, seconds, 60)),
    goal('1,000 changed rows over 3G', changed, 3),
    ...spike,
    { name: `${PHONES} phones on broken networks: commands lost or doubled`, value: rough.broken, unit: 'commands', baseline: 'commands queued', baselineValue: rough.queued, ratio: rough.broken / rough.queued },
  ]
}

/** A long run says how far it is. */
function tell(what: string, seconds: number): void {
  console.error(`${what}: ${seconds.toFixed(1)} s`)
}

async function sync(server: FieldServer, name: string, network: Network, storage = createMemoryStorage()) {
  const started = performance.now()
  const client = httpSyncServer({ fetch: fetchOver(network, seeded(name)), base: server.address, headers: server.headersOf(name) })
  const { end } = await pullPages(storage, client)
  if (end !== 'done') throw new Error(`A pull ended ${JSON.stringify(end)}`)
  return { storage, seconds: (performance.now() - started) / 1000 }
}

/** Every phone asks for the whole pack at the same moment; answers when the last one has it. Packs are not kept: 500 would fill the memory. */
async function crowd(server: FieldServer, village: string, count: number): Promise<number> {
  const names = Array.from({ length: count }, (_, index) => `crowd-${index}`)
  for (const name of names) await server.admit(name, 'contact_cadre', [village])
  const started = performance.now()
  await Promise.all(names.map(async (name) => {
    const client = httpSyncServer({ fetch: fetchOver(NETWORKS.wired, seeded(name)), base: server.address, headers: server.headersOf(name) })
    for (let page = await client.pull(null); page.more;) page = await client.pull(page.cursor)
  }))
  return (performance.now() - started) / 1000
}

async function pullChanges(server: FieldServer, village: string, storage: ReturnType<typeof createMemoryStorage>): Promise<number> {
  await server.asSystem((tx) => sql`update cards.line set months_unchanged = months_unchanged + 1 where household_id in (
    select id from registry.household where division = ${village} order by id limit ${CHANGED})`.execute(tx))
  return (await sync(server, 'first', NETWORKS['3G'], storage)).seconds
}

async function roughMonth(server: FieldServer, villages: readonly string[]): Promise<{ queued: number; broken: number }> {
  const before = await balance(server, [])
  const { phones } = await simulate(server, { seed: 'bench', phones: PHONES, villages, rounds: 4 })
  const { queued, broken } = await balance(server, phones)
  const known = new Set(before.broken)
  const fresh = broken.filter((line) => !known.has(line))
  for (const line of fresh.slice(0, 20)) console.error(line)
  return { queued, broken: fresh.length }
}
