import { CONTRACT_VERSION } from '@anye/contract/cards/sync/contract-version'
import { newId } from '@anye/kernel/ids'
import { seeded, type Seeded } from '@anye/kernel/random'
import { createMemoryStorage } from '@anye/pack/storage/memory-storage'
import type { PackStorage } from '@anye/pack/storage/pack-storage'
import { httpSyncServer } from '@anye/pack/sync/sync-server'
import { createSync } from '@anye/pack/sync/sync'
import { readIndexRows } from '@anye/pack/today/index-row'
import { sql } from 'kysely'
import { fetchOver, NETWORKS, type Network } from './sync-networks.ts'
import type { FieldServer } from './sync-server.ts'

const HOUR_MS = 3_600_000
const STEP_MS = 20 * 60_000
const AT_A_TIME = 10

/** A phone as the simulation drives it; `storage` survives its deaths. */
export type SimulatedPhone = { name: string; village: string; storage: PackStorage; clockOff: number; draw: Seeded; deviceId: string; queued: string[]; deaths: number }

export type Plan = { seed: string; phones: number; villages: readonly string[]; rounds: number }

/** What the phones went through. */
export type Story = { phones: SimulatedPhone[]; moved: number; demoted: number; deaths: number }

class Killed extends Error {
  override name = 'Killed'
}

/**
 * Phones with the client of the field app over real HTTP: they check lines of their villages, several on the same ones, over networks
 * that lose, repeat and reorder, with clocks that are off, and die at any point; households move and people lose their role
 * meanwhile. At the end the networks heal and every phone sends what it has.
 */
export async function simulate(server: FieldServer, { seed, phones: count, villages, rounds }: Plan): Promise<Story> {
  const draw = seeded(seed)
  const phones = await Promise.all(Array.from({ length: count }, (_, index) => newPhone(server, draw.fork(`phone ${index}`), index, villages)))
  const story: Story = { phones, moved: 0, demoted: 0, deaths: 0 }
  await each(phones, (phone) => live(server, phone, { network: NETWORKS.wired, mayDie: false }))
  for (let round = 0; round < rounds; round++) {
    server.clock.set(server.clock.now() + STEP_MS)
    await each(phones, async (phone) => {
      await work(server, phone)
      if (phone.draw.chance(0.6)) await live(server, phone, { network: NETWORKS.broken, mayDie: phone.draw.chance(0.6) })
    })
    story.moved += await moveHouseholds(server, draw.fork(`move ${round}`), villages)
    story.demoted += await demote(server, phones, draw.fork(`demote ${round}`))
  }
  await settle(server, phones)
  story.deaths = phones.reduce((sum, { deaths }) => sum + deaths, 0)
  return story
}

async function newPhone(server: FieldServer, draw: Seeded, index: number, villages: readonly string[]): Promise<SimulatedPhone> {
  const village = villages[index % villages.length] ?? ''
  const name = `cadre-${index}`
  await server.admit(name, 'contact_cadre', [village])
  return { name, village, storage: createMemoryStorage(), clockOff: draw.int(-30, 30) * HOUR_MS, draw, deviceId: server.id(), queued: [], deaths: 0 }
}

async function each(phones: readonly SimulatedPhone[], act: (phone: SimulatedPhone) => Promise<unknown>): Promise<void> {
  const waiting = [...phones]
  await Promise.all(Array.from({ length: AT_A_TIME }, async () => {
    for (let phone = waiting.shift(); phone !== undefined; phone = waiting.shift()) await act(phone)
  }))
}

/** One waking of a phone: the app starts on what its storage holds, syncs, and ends or is killed. */
async function live(server: FieldServer, phone: SimulatedPhone, { network, mayDie }: { network: Network; mayDie: boolean }): Promise<void> {
  const life = { left: mayDie ? phone.draw.int(2, 14) : Infinity }
  const now = () => server.clock.now() + phone.clockOff
  const sync = createSync({
    storage: mortal(phone.storage, life), now, deviceId: phone.deviceId, random: () => phone.draw.next(),
    server: httpSyncServer({ fetch: fetchOver(network, phone.draw), base: server.address, headers: server.headersOf(phone.name) }),
  })
  try {
    await sync.run({ eager: true })
  } catch (error) {
    if (!(error instanceof Killed)) throw error
    phone.deaths += 1
  }
}

/** The storage as an app sees it that is killed before one of its next operations. */
function mortal(storage: PackStorage, life: { left: number }): PackStorage {
  return new Proxy(storage, {
    get: (target, name: keyof PackStorage) => (...values: never[]) => {
      life.left -= 1
      if (life.left < 0) return Promise.reject(new Killed())
      return (target[name] as (...args: never[]) => unknown)(...values)
    },
  })
}

/** The person checks some lines of her pack; what she finds is drawn, now and then it is nonsense. */
async function work(server: FieldServer, phone: SimulatedPhone): Promise<void> {
  const { draw, storage, queued } = phone
  const rows = readIndexRows(await storage.readIndex())
  for (let turn = draw.int(0, 2); turn > 0 && rows.length > 0; turn--) {
    const household = draw.pick(rows)
    const person = household.members.length === 0 ? undefined : draw.pick(household.members)
    if (person === undefined) continue
    const deviceTime = new Date(server.clock.now() + phone.clockOff).toISOString()
    const commandId = newId(server.clock.now(), draw.bytes)
    const found = person.hasJob ? draw.pick([{ status: '11', noChange: true }, { status: '90', noChange: false }, { status: '77', noChange: false }, { status: '20', noChange: false }])
      : { status: draw.pick(['20', '30', '90', '11']), noChange: false }
    await storage.appendEntry({
      commandId, endpoint: 'cards.check.record', contractVersion: CONTRACT_VERSION, baseVersion: null, deviceTime, actorId: phone.name,
      householdId: household.id, title: '', input: { month: '2026-11', personId: person.id, observedAt: deviceTime, method: 'phone', ...found, commandId },
    })
    queued.push(commandId)
  }
}

/** Some households move to another of the villages, with everybody in them. */
async function moveHouseholds(server: FieldServer, draw: Seeded, villages: readonly string[]): Promise<number> {
  const [from, to] = draw.shuffle(villages)
  if (from === undefined || to === undefined) return 0
  return server.asSystem(async (tx) => {
    const { rows } = await sql<{ id: string }>`select id from registry.household where division = ${from} order by md5(id::text || ${draw.next()}) limit 2`.execute(tx)
    const ids = rows.map(({ id }) => id)
    await sql`update registry.household set division = ${to} where id = any (${ids}::uuid[])`.execute(tx)
    for (const table of ['person', 'episode', 'segment']) {
      await sql`update ${sql.table(`registry.${table}`)} set division = ${to} where household_id = any (${ids}::uuid[])`.execute(tx)
    }
    return ids.length
  })
}

/** Somebody loses the role that checks, another goes to a different village. */
async function demote(server: FieldServer, phones: readonly SimulatedPhone[], draw: Seeded): Promise<number> {
  const [first, second] = draw.shuffle(phones)
  if (first === undefined || second === undefined) return 0
  await server.admit(first.name, 'inspector', [first.village])
  second.village = draw.pick(phones).village
  await server.admit(second.name, 'contact_cadre', [second.village])
  return 2
}

/** The networks heal: every phone syncs until nothing waits. */
async function settle(server: FieldServer, phones: readonly SimulatedPhone[]): Promise<void> {
  await each(phones, async (phone) => {
    for (let turn = 0; turn < 20; turn++) {
      await live(server, phone, { network: NETWORKS.wired, mayDie: false })
      if ((await phone.storage.listEntries()).every(({ state }) => state === 'attention')) return
    }
  })
}
