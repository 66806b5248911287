import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { COUNTER_KEYS } from '@anye/contract/indicators/counters'
import { DEFAULT_PARAMETERS } from '@anye/contract/indicators/parameters'
import { addDays, type CalendarDate } from '@anye/kernel/calendar-date'
import { aHousehold, anEpisode, aPerson } from '../../../../test/builders/registry.ts'
import { NEXT_VILLAGE, startRegistryApp, VILLAGE, type RegistryApp } from '../../../../test/registry-app.ts'
import { firstRow } from '../../../platform/db.ts'
import { rebuildVillages } from './rebuild-villages.ts'
import { clocksEndingBefore } from './zero-clock.rules.ts'

/*
 * Facts arrive by the product's own endpoints in random order, the worker turns in between and days go by. Whatever it
 * computed village by village must be what a rebuild of every village from facts says, to the last state.
 */

const DAY_MS = 86_400_000
const REASON = '随机更正'
let api: RegistryApp
const accepted = new Map<string, number>()

beforeAll(async () => { api = await startRegistryApp() })
afterAll(() => api.close())

const pick = fc.nat({ max: 11 })
const ago = fc.integer({ min: 0, max: 400 })
const job = fc.record({ start: ago, length: fc.option(fc.nat({ max: 300 }), { freq: 1 }), form: fc.constantFrom('1', '2', '3', '4', '7'), place: fc.constantFrom('330700', '522326', '520000') })
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: fc.constant('add' as const), who: pick, job, proof: ago }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('correct' as const), who: pick, job }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('end' as const), who: pick, days: fc.nat({ max: 40 }) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('void' as const), who: pick }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('prove' as const), who: pick, days: fc.nat({ max: 60 }) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('exempt' as const), who: pick, days: fc.nat({ max: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('split' as const), who: pick }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('merge' as const), who: pick }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('die' as const), who: pick, days: fc.nat({ max: 30 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('retype' as const), who: pick, type: fc.constantFrom('01', '02', '04', '06') }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('register' as const), who: pick, hukou: fc.constantFrom('451031', '522326', '522327', null) }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('work' as const) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('night' as const), days: fc.integer({ min: 1, max: 20 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('freeze' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const daysAgo = (days: number): CalendarDate => addDays(api.services.clock.today(), -days)
const formOf = ({ start, length, form, place }: { start: number; length: number | null; form: string; place: string }) => ({
  startOn: daysAgo(start), endOn: length === null ? null : daysAgo(Math.max(0, start - length)), employer: '随机厂', placeCode: place, form,
})

/** The n-th of the run's people, wherever splits and merges left them, and the n-th of all their jobs. */
async function subjectOf(people: readonly string[], n: number) {
  return api.asSystem((tx) => firstRow(tx, sql<{
    id: string; version: number; household_id: string; household_version: number; episode_id: string; episode_version: number; voided: boolean
  }>`select q.id, q.version, q.household_id, h.version as household_version, e.id as episode_id, e.version as episode_version, e.voided
    from registry.person q join registry.household h on h.id = q.household_id
    cross join (select id, version, voided, row_number() over (order by id) - 1 as n, count(*) over () as jobs
      from registry.episode where person_id = any (${people}::uuid[])) e
    where q.id = ${people[n % people.length]} and e.n = ${n} % e.jobs`))
}

async function perform(people: readonly string[], taken: Step): Promise<number> {
  if (taken.act === 'work') return api.recompute().then(() => 200)
  if (taken.act === 'night') return Promise.resolve(api.clock.set(api.clock.now() + taken.days * DAY_MS)).then(() => 200)
  if (taken.act === 'freeze') return (await api.command('office', 'POST', '/indicators/base')).status
  const subject = await subjectOf(people, taken.who)
  return subject === undefined ? 0 : send(taken, subject)
}

type Fact = Exclude<Step, { act: 'work' | 'night' | 'freeze' }>
type Subject = NonNullable<Awaited<ReturnType<typeof subjectOf>>>

async function send(fact: Fact, subject: Subject): Promise<number> {
  const { id, household_id: home, household_version: homeVersion, episode_id: episode, episode_version: version } = subject
  const of = (path: string) => `/registry/${path}`
  switch (fact.act) {
    case 'add': return (await api.command('county', 'POST', of('episodes'), { personId: id, episode: formOf(fact.job), evidence: [{ kind: 'visit', onDate: daysAgo(fact.proof) }] })).status
    case 'correct': return (await api.command('county', 'PUT', of(`episodes/${episode}`), { version, reason: REASON, episode: formOf(fact.job) })).status
    case 'end': return (await api.command('county', 'POST', of(`episodes/${episode}/end`), { version, endOn: daysAgo(fact.days), endReason: '01' })).status
    case 'void': return (await api.command('county', 'POST', of(`episodes/${episode}/void`), { version, voided: !subject.voided, reason: REASON })).status
    case 'prove': return (await api.command('county', 'POST', of(`episodes/${episode}/evidence`), { evidence: { kind: 'payslip', onDate: daysAgo(fact.days) } })).status
    case 'split': return (await api.command('county', 'POST', of(`households/${home}/split`), { version: homeVersion, personIds: [id], headId: id, reason: REASON })).status
    case 'retype': return (await api.command('county', 'PATCH', of(`households/${home}`), { version: homeVersion, changes: { type: fact.type }, reason: REASON })).status
    case 'die': return (await api.command('county', 'PATCH', of(`persons/${id}`), { version: subject.version, changes: { status: 'dead', exitOn: daysAgo(fact.days) }, reason: REASON })).status
    case 'register': return (await api.command('county', 'PATCH', of(`persons/${id}`), { version: subject.version, changes: { registerDivision: fact.hukou }, reason: REASON })).status
    case 'merge': return merge(home, homeVersion)
    case 'exempt': return exempt(id, fact.days)
  }
}

async function merge(home: string, version: number): Promise<number> {
  const other = await api.asSystem((tx) => firstRow(tx, sql<{ id: string }>`
    select o.id from registry.household h join registry.household o on o.division = h.division and o.id <> h.id and o.status = 'active'
    where h.id = ${home} order by o.id desc limit 1`))
  return (await api.command('county', 'POST', `/registry/households/${home}/merge`, { version, otherId: other?.id, reason: REASON })).status
}

async function exempt(personId: string, days: number): Promise<number> {
  const asked = await api.command('county', 'POST', '/registry/exemptions', { personId, reason: 'illness', fromOn: daysAgo(days), untilOn: daysAgo(days - 45) })
  return (await api.command('lead', 'POST', `/registry/exemptions/${(asked.body as { id: string }).id}/approve`)).status
}

async function somePeople(): Promise<string[]> {
  return api.asSystem(async (tx) => {
    const people: string[] = []
    for (const division of [VILLAGE, NEXT_VILLAGE]) {
      for (let home = 0; home < 2; home += 1) {
        const household = await aHousehold(tx, { division })
        for (const birth of ['1968-03-01', '1990-07-15', '2010-12-20']) people.push(await aPerson(tx, household, { division, birth }))
        await anEpisode(tx, household, people.at(-2) ?? '', { division, start: '2026-06-01', evidence: [['visit', '2026-11-01']] })
      }
    }
    return people
  })
}

// What a table splits a figure into: by where, by track, by sector, by city, by whether.
const PARTS: Record<string, readonly string[]> = {
  'p.employed': ['p.area.01', 'p.area.02', 'p.area.03', 'p.area.04', 'p.area.06', 'p.area.none'],
  'p.employed ': ['p.export', 'p.local', 'p.track.none'],
  'p.employed  ': ['p.sector.1', 'p.sector.2', 'p.sector.3', 'p.sector.none'],
  'p.area.04': COUNTER_KEYS.filter((key) => key.startsWith('p.dest.')),
  'p.available': ['p.employed', 'p.unemployed'],
  'p.labourers': ['p.available', 'p.exempt'],
  'hh.poor.labour': ['hh.poor.stable', 'hh.poor.uncovered'],
  'hh.resettled.labour': ['hh.resettled.employed', 'hh.resettled.uncovered'],
  'hh.clock': ['hh.clock.cleared', 'hh.clock.missed'],
}

async function expectPartsToSum(): Promise<void> {
  const counted = new Map(await api.asSystem(async (tx) => (await sql<{ key: string; value: number }>`
    select key, sum(value)::int as value from indicators.village_counter group by key`.execute(tx)).rows.map((row) => [row.key, row.value] as const)))
  for (const [whole, parts] of Object.entries(PARTS)) {
    expect(parts.reduce((sum, part) => sum + (counted.get(part) ?? 0), 0), whole).toBe(counted.get(whole.trim()) ?? 0)
  }
}

/** A household without work has the clock of the list that it is called from; answers how many clocks were looked at. */
async function expectClocksToAgree(): Promise<number> {
  const opened = clocksEndingBefore(api.services.clock.today(), DEFAULT_PARAMETERS.zeroClearDays).map((clock) => clock.opened)
  const pairs = await api.asSystem(async (tx) => (await sql<{ id: string; since: string | null; opened: string | null }>`
    select coalesce(h.household_id, k.household_id) as id, h.zero_since as since, k.opened_on as opened
    from (select household_id, zero_since from indicators.household_state where zero and zero_since = any (${opened}::date[])) h
    full join (select household_id, opened_on from indicators.clock_state where cleared_on is null) k using (household_id)`.execute(tx)).rows)
  for (const { id, since, opened: clock } of pairs) expect(clock, id).toBe(since)
  return pairs.length
}

it('random facts: the incremental worker stands where a rebuild from facts stands', async () => {
  let clocks = 0
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 30 }), async (steps) => {
    const people = await somePeople()
    for (const taken of steps) {
      if ((await perform(people, taken)) === 200) accepted.set(taken.act, (accepted.get(taken.act) ?? 0) + 1)
    }
    const { villages, differing } = await rebuildVillages(api.services)
    expect(villages).toBe(2)
    expect(differing).toEqual([])
    await expectPartsToSum()
    clocks += await expectClocksToAgree()
  }), { numRuns: 12, seed: 5223, endOnFailure: true })
  expect(clocks).toBeGreaterThan(0)
  // Every kind of fact went in at least once: an order that refuses all of them would prove nothing.
  expect([...accepted.keys()].sort()).toEqual([
    'add', 'correct', 'die', 'end', 'exempt', 'freeze', 'merge', 'night', 'prove', 'register', 'retype', 'split', 'void', 'work',
  ])
}, 240_000)

it('a rebuild finds what was written past the facts, names the counters, and mends it', async () => {
  await rebuildVillages(api.services)
  await api.asSystem((tx) => sql`update indicators.village_counter set value = value + 5 where division = ${VILLAGE} and key = 'p.labourers'`.execute(tx))
  await api.asSystem((tx) => sql`update indicators.person_state set sector = 3, organised = true where division = ${NEXT_VILLAGE}`.execute(tx))
  const { differing } = await rebuildVillages(api.services)
  expect(differing).toMatchObject([{ division: VILLAGE, states: false, counters: [{ key: 'p.labourers' }] }, { division: NEXT_VILLAGE, states: true, counters: [] }])
  const [counter] = differing[0]?.counters ?? []
  expect((counter?.before ?? 0) - (counter?.after ?? 0)).toBe(5)
  expect((await rebuildVillages(api.services)).differing).toEqual([])
})
