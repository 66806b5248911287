import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { must } from '@anye/kernel/assert'
import { newId } from '@anye/kernel/ids'
import { seeded } from '@anye/kernel/random'
import { httpSyncServer } from '@anye/pack/sync/sync-server'
import { firstRow, rows } from '../apps/server/src/platform/db.ts'
import type { BenchRow } from './bench-row.ts'
import { measureProcessors } from './processor-time.ts'
import { pgbenchTimes } from './steady-pgbench.ts'
import type { FieldServer } from './sync-server.ts'

/** Ten times the average of a prefecture: 2 million lines in 26 days of ten hours are 2.1 checks a second. */
const CHECKS_A_SECOND = 21
const SECONDS = 60
const CORES = 2

type Person = { id: string; household_id: string; division: string }

/** The evening of the due day: pushes arrive at a steady ten times the average rate, whether earlier ones were answered or not. */
export async function measureSpike(server: FieldServer, villages: readonly string[], { postmaster, appUrl }: { postmaster: number; appUrl: string }): Promise<BenchRow[]> {
  const people = await server.asSystem((tx) => rows(tx, sql<Person>`
    select l.person_id as id, l.household_id, l.division from cards.line l where l.division = any (${villages}::text[]) order by md5(l.person_id::text)`))
  for (const village of villages) await server.admit(`spike ${village}`, 'contact_cadre', [village])
  const total = Math.min(people.length, CHECKS_A_SECOND * SECONDS)
  const draw = seeded('spike')
  const push = async ({ id, household_id: householdId, division }: Person): Promise<void> => {
    const now = new Date(server.clock.now()).toISOString()
    const commandId = newId(server.clock.now(), draw.bytes)
    const client = httpSyncServer({ fetch, base: server.address, headers: server.headersOf(`spike ${division}`) })
    const input = { month: '2026-11', personId: id, observedAt: now, method: 'phone', status: '90', noChange: false, commandId }
    const { results } = await client.push({
      device: { id: server.id(), now }, entries: [{ commandId, endpoint: 'cards.check.record', input, contractVersion: 1, deviceTime: now, householdId }],
    })
    if (results[0]?.status !== 'stored') throw new Error(`The spike was refused: ${JSON.stringify(results)}`)
  }
  const before = await countChecks(server)
  const processors = measureProcessors(postmaster)
  const pushed = await timesOf(people.slice(0, total), push)
  const used = processors()
  const stored = await countChecks(server) - before
  const pgbench = await pgbenchTimes({ url: appUrl, statement: plainInsert(must(people[0], 'nobody to check')), rate: CHECKS_A_SECOND, seconds: SECONDS })
  const plain = pgbench ?? await timesOf(people.slice(0, total), (person) => insertPlainly(server, person))
  const quantiles = ([0.5, 0.95, 0.99] as const).map((quantile) => {
    const [value, baselineValue] = [at(pushed, quantile), at(plain, quantile)]
    return {
      name: `spike of ${CHECKS_A_SECOND} checks a second, p${quantile * 100}${quantile === 0.95 ? ' (goal: below 1,000)' : ''}`, value, unit: 'ms',
      baseline: `the fact inserted by ${pgbench ? 'pgbench' : 'a plain client'}, same rate`, baselineValue, ratio: value / baselineValue,
    }
  })
  const room = total / CHECKS_A_SECOND * CORES
  return [...quantiles, {
    name: 'spike: processor time of phones, server and database', value: used, unit: 's', baseline: 'two cores as long as it lasts', baselineValue: room, ratio: used / room,
  }, { name: 'spike: checks stored', value: stored, unit: 'checks', baseline: 'checks sent', baselineValue: total, ratio: stored / total }]
}

async function countChecks(server: FieldServer): Promise<number> {
  const counted = await server.asSystem((tx) => firstRow(tx, sql<{ count: number }>`select count(*)::int as count from cards.check`))
  return counted?.count ?? Number.NaN
}

/** The fact alone, of somebody who was checked in the spike: what the database itself takes. */
function plainInsert({ id, household_id: household, division }: Person): string {
  return `insert into cards.check (id, month, person_id, household_id, division, observed_at, device_at, received_at, late, method, status, no_change, job, applied, checked_by)
    values (gen_random_uuid(), '2000-01', '${id}', '${household}', '${division}', now(), now(), now(), false, 'phone', '90', false, '{"act":"none"}', false, gen_random_uuid())`
    .replaceAll('\n', ' ')
}

/** The same where pgbench is not installed. */
async function insertPlainly(server: FieldServer, person: Person): Promise<void> {
  await server.asSystem((tx) => sql.raw(plainInsert(person)).execute(tx))
}

/** Milliseconds from the moment each was due to its end: one that waited in line counts as slow. */
async function timesOf<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<number[]> {
  const started = performance.now()
  const times = await Promise.all(items.map(async (item, index) => {
    const due = index * 1000 / CHECKS_A_SECOND
    await sleep(due)
    await act(item)
    return performance.now() - started - due
  }))
  return times.sort((a, b) => a - b)
}

function at(sorted: readonly number[], quantile: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? Number.NaN
}
