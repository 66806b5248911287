import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCode } from '@anye/codes/code-list'
import { CONTRACT_KIND } from '@anye/codes/contract-kind'
import { EPISODE_FORM } from '@anye/codes/episode-form'
import { EVIDENCE } from '@anye/codes/evidence'
import { unitOfTownship } from '@anye/codes/data/divisions-units'
import type { IndicatorValue } from '@anye/contract/indicators/endpoints'
import { DEFAULT_PARAMETERS } from '@anye/contract/indicators/parameters'
import { must } from '@anye/kernel/assert'
import { newId } from '@anye/kernel/ids'
import { seeded } from '@anye/kernel/random'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { inScope, openDatabase, rows, type DatabaseHandle, type Tx } from '../../platform/db.ts'
import { EVERYWHERE } from '../../platform/scope.ts'
import { indicatorValue } from '../../modules/indicators/indicators.rules.ts'
import type { DemoEpisode, DemoHousehold } from '../model.ts'
import { generatePrefecture } from '../prefecture.ts'
import { demoPlans } from './demo-plans.ts'

/*
 * What a first look shows: units on plan, behind and far behind. The demo as it is when nothing is said of it, its poor
 * households written straight into the registry and judged by the definitions themselves: for the sake of time without the
 * sheets. What their rejected rows and unreadable cells lose puts every unit a little lower in an installation (望谟 by three
 * points).
 */
const DEMO = { scale: 0.02, seed: '1', asOf: '2026-11-28', era: 'today' } as const
/** Points by which a unit other than 望谟 is lower when its sheets were imported, seen in the demo. */
const LOST_IN_SHEETS = 1.7
const POOR = ['01', '02', '03']
let database: TestDatabase
let handle: DatabaseHandle
let valueOf: Map<string, IndicatorValue>

beforeAll(async () => {
  database = await testDatabase()
  handle = openDatabase(database.appUrl, 1)
  const homes = [...generatePrefecture(DEMO).households()].flat().filter(({ type, members }) => POOR.includes(type) && members.some(({ labourer }) => labourer))
  valueOf = await inScope(handle.db, EVERYWHERE, async (tx) => {
    await write(tx, homes)
    return judge(tx, [...new Set(homes.map(({ village }) => village.code))])
  })
}, 120_000)
afterAll(async () => {
  await handle.close()
  await database.close()
})

const { bytes } = seeded('demo-spread')
const id = () => newId(1_700_000_000_000, bytes)

async function write(tx: Tx, homes: readonly DemoHousehold[]): Promise<void> {
  const households = homes.map((home) => ({ ...home, id: id() }))
  const persons = households.flatMap(({ id: home, village, members }) =>
    members.filter(({ labourer }) => labourer).map((person) => ({ ...person, id: id(), home, division: village.code })))
  const jobs = persons.flatMap(({ id: person, home, division, work }) =>
    [...(work?.past ?? []), ...(work?.current === undefined ? [] : [work.current])].map((job) => ({ ...jobRow(job), id: id(), person, home, division })))
  await sql`insert into registry.household (id, division, type, head_name)
    select id, division, type, '甲' from jsonb_to_recordset(${JSON.stringify(households.map((home) => ({ id: home.id, division: home.village.code, type: home.type })))}::jsonb)
      as h(id uuid, division text, type text)`.execute(tx)
  await sql`insert into registry.segment (household_id, division, kind, from_on, source)
    select id, division, 'poor', '2014-01-01', 'test' from registry.household`.execute(tx)
  await sql`insert into registry.person (id, household_id, division, name, name_pinyin, name_initials, sex, birth, relation, labour_skill, pop_class)
    select id, home, division, '甲', 'jia', 'j', '1', birth, '02', '1', '03' from jsonb_to_recordset(${JSON.stringify(persons.map((person) => ({
      id: person.id, home: person.home, division: person.division, birth: person.birth,
    })))}::jsonb) as p(id uuid, home uuid, division text, birth date)`.execute(tx)
  const rowsOf = sql`jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) as j(id uuid, person uuid, home uuid, division text,
    from_on date, to_on date, form text, contract text, contract_from date, contract_to date, kind text, grade text, seen date)`
  await sql`insert into registry.episode (id, person_id, household_id, division, start_on, end_on, employer_raw, form, contract, contract_from, contract_to)
    select id, person, home, division, from_on, to_on, '某厂', form, contract, contract_from, contract_to from ${rowsOf}`.execute(tx)
  await sql`insert into registry.evidence (id, episode_id, division, kind, grade, on_date)
    select gen_random_uuid(), id, division, kind, grade, seen from ${rowsOf}`.execute(tx)
}

function jobRow({ from, to, form, contract, verifiedOn, verifyMethod }: DemoEpisode) {
  const kind = must(findCode(EVIDENCE, verifyMethod), verifyMethod)
  return {
    from_on: from, to_on: to, form: must(findCode(EPISODE_FORM, form), form), contract: findCode(CONTRACT_KIND, contract.kind),
    contract_from: contract.from, contract_to: contract.to, kind, grade: EVIDENCE.find(({ code }) => code === kind)?.grade, seen: verifiedOn,
  }
}

/** Indicator A of every reporting unit, by its name. */
async function judge(tx: Tx, villages: readonly string[]): Promise<Map<string, IndicatorValue>> {
  const counted = await rows(tx, sql<{ township: string; labour: number; stable: number }>`
    select left((household).division, 9) as township, count(*)::int as labour, count(*) filter (where (household).stable > 0)::int as stable
    from indicators.states(${DEMO.asOf}, ${villages}::text[], ${JSON.stringify(DEFAULT_PARAMETERS)}::jsonb)
    where (household).labourers > 0 group by 1`)
  const units = Map.groupBy(counted, ({ township }) => must(unitOfTownship(township), township).name)
  const sum = (found: typeof counted, key: 'labour' | 'stable') => found.reduce((total, row) => total + row[key], 0)
  return new Map([...units].map(([name, found]) => [name, indicatorValue('A', {
    counters: { 'hh.poor.labour': sum(found, 'labour'), 'hh.poor.stable': sum(found, 'stable') }, plans: demoPlans(DEMO), day: DEMO.asOf,
  })]))
}

const inState = (state: IndicatorValue['state']) => [...valueOf].filter(([, value]) => value.state === state).map(([name]) => name)

describe('the units of the demo', () => {
  it('are nine, 义龙新区 among them', () => {
    expect(valueOf.size).toBe(9)
    expect(valueOf.get('义龙新区')?.denominator).toBeGreaterThanOrEqual(30)
  })
  it('are on plan most of them, some behind', () => {
    expect([...valueOf.values()].filter(({ deviation }) => (deviation ?? 0) >= LOST_IN_SHEETS).length).toBeGreaterThanOrEqual(5)
    expect(inState('behind').length).toBeGreaterThanOrEqual(1)
  })
  it('leave 望谟 far behind, and nobody else', () => {
    expect(inState('far_behind')).toEqual(['望谟县'])
    // Far behind begins at −10: two points beyond it, and nobody else near it.
    expect(valueOf.get('望谟县')?.deviation).toBeLessThan(-12)
    const others = [...valueOf].flatMap(([name, { deviation }]) => (name === '望谟县' ? [] : [deviation ?? 0]))
    expect(Math.min(...others)).toBeGreaterThan(-8 + LOST_IN_SHEETS)
  })
})
