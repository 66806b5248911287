import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_PARAMETERS } from '@anye/contract/indicators/parameters'
import { A_VILLAGE, aHousehold, anEpisode, aPerson } from '../../../../test/builders/registry.ts'
import { testDatabase, type TestDatabase } from '../../../../test/database.ts'
import { inScope, openDatabase, type DatabaseHandle, type Tx } from '../../../platform/db.ts'
import { EVERYWHERE } from '../../../platform/scope.ts'

const DAY = '2026-04-01'
let database: TestDatabase
let handle: DatabaseHandle

beforeAll(async () => {
  database = await testDatabase()
  handle = openDatabase(database.appUrl)
})
afterAll(async () => {
  await handle.close()
  await database.close()
})

type PersonState = { available: boolean; poor: boolean; resettled: boolean; employed: boolean; stable: boolean; to_verify: boolean; destination: string | null }
type HouseholdState = { zero: boolean; zero_since: string | null; special: boolean; labourers: number; employed: number; poor: boolean; in_base: boolean }

/** Runs in a transaction that is thrown away, so that cases never meet. */
async function trying<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined
  await inScope(handle.db, EVERYWHERE, async (tx) => {
    result = { value: await work(tx) }
    throw new Error('roll back')
  }).catch((error: Error) => { if (error.message !== 'roll back') throw error })
  if (result === undefined) throw new Error('the case did not run')
  return result.value
}

async function personOn(tx: Tx, person: string, day = DAY, parameters = DEFAULT_PARAMETERS): Promise<PersonState | undefined> {
  const found = await sql<PersonState>`select * from indicators.person_states(${day}, array[${A_VILLAGE}], ${JSON.stringify(parameters)}::jsonb)
    where person_id = ${person}`.execute(tx)
  return found.rows[0]
}

async function householdOn(tx: Tx, household: string, day = DAY): Promise<HouseholdState | undefined> {
  const found = await sql<HouseholdState>`select (household).* from indicators.states(${day}, array[${A_VILLAGE}], ${JSON.stringify(DEFAULT_PARAMETERS)}::jsonb)
    where (household).household_id = ${household}`.execute(tx)
  return found.rows[0]
}

describe('labourer', () => {
  it('is of age 16 inclusive to 60 exclusive on the day', () => trying(async (tx) => {
    const household = await aHousehold(tx)
    const turns16 = await aPerson(tx, household, { birth: '2010-04-01' })
    const tomorrow16 = await aPerson(tx, household, { birth: '2010-04-02' })
    const turns60 = await aPerson(tx, household, { birth: '1966-04-01' })
    const tomorrow60 = await aPerson(tx, household, { birth: '1966-04-02' })
    expect(await personOn(tx, turns16)).toBeDefined()
    expect(await personOn(tx, tomorrow16)).toBeUndefined()
    expect(await personOn(tx, turns60)).toBeUndefined()
    expect(await personOn(tx, tomorrow60)).toBeDefined()
  }))
  it('is neither a student, nor without ability, nor gone; weak labour counts', () => trying(async (tx) => {
    const household = await aHousehold(tx)
    expect(await personOn(tx, await aPerson(tx, household, { inSchool: '31' }))).toBeUndefined()
    expect(await personOn(tx, await aPerson(tx, household, { skill: '5' }))).toBeUndefined()
    expect(await personOn(tx, await aPerson(tx, household, { exitOn: '2026-04-01' }))).toBeUndefined()
    expect(await personOn(tx, await aPerson(tx, household, { skill: '3' }))).toBeDefined()
  }))
  it('is a student until the day of graduation and a labourer from the day after', () => trying(async (tx) => {
    const household = await aHousehold(tx)
    const student = await aPerson(tx, household, { inSchool: '31', graduatesOn: DAY })
    expect(await personOn(tx, student)).toBeUndefined()
    expect(await personOn(tx, student, '2026-04-02')).toMatchObject({ available: true, employed: false })
  }))
  it.each(['1', '2'])('is nobody with a disability of grade %s, whatever the sheet says of skill', (grade) => trying(async (tx) => {
    const household = await aHousehold(tx)
    expect(await personOn(tx, await aPerson(tx, household, { skill: '1', disabilityGrade: grade }))).toBeUndefined()
  }))
  it.each(['3', '4'])('is weak but stays with a disability of grade %s', (grade) => trying(async (tx) => {
    const household = await aHousehold(tx)
    expect(await personOn(tx, await aPerson(tx, household, { skill: '3', disabilityGrade: grade }))).toBeDefined()
  }))
  it('is nobody who serves, is in custody or settled abroad', () => trying(async (tx) => {
    const household = await aHousehold(tx)
    for (const popClass of ['01', '02', '04', '05']) {
      expect(await personOn(tx, await aPerson(tx, household, { popClass })), popClass).toBeUndefined()
    }
  }))
})

// The village of these cases is 522326001001, in 王母街道 of 望谟县.
describe('a resident member', () => {
  const GUANGXI = '451031'
  it.each([GUANGXI, '451000', '450000', '330782001', '522327', '522326002', '522326001002'])(
    'registered in %s lives here and is in the base there, unless the parameter says otherwise', (hukou) => trying(async (tx) => {
      const wife = await aPerson(tx, await aHousehold(tx), { hukou })
      expect(await personOn(tx, wife)).toBeUndefined()
      expect(await personOn(tx, wife, DAY, { ...DEFAULT_PARAMETERS, countsHukouElsewhere: true })).toMatchObject({ available: true })
    }))
  it.each(['520000', '522300', '522326', '522326001', A_VILLAGE])(
    'is nobody whose hukou is known only as far as %s, where the household lives', (hukou) => trying(async (tx) => {
      expect(await personOn(tx, await aPerson(tx, await aHousehold(tx), { hukou }))).toBeDefined()
    }))
  it.each([['451031', '451031'], ['451000', '451031'], ['522327', '522327001001'], ['522327001001', '522327']])(
    'is nobody of a household that as a whole is registered in %s, with a hukou in %s', (whole, hukou) => trying(async (tx) => {
      const household = await aHousehold(tx, { hukou: whole })
      expect(await personOn(tx, await aPerson(tx, household, { hukou }))).toBeDefined()
      expect(await personOn(tx, await aPerson(tx, household))).toBeDefined()
      expect(await personOn(tx, await aPerson(tx, household, { hukou: '530000' }))).toBeUndefined()
    }))
  it('of a resettled household counts at its site, wherever the hukou stayed', () => trying(async (tx) => {
    const household = await aHousehold(tx, { segments: [['ex_poor', '2014-01-01'], ['resettled', '2018-01-01']] })
    const person = await aPerson(tx, household, { hukou: '522327001001' })
    expect(await personOn(tx, person)).toMatchObject({ available: true, resettled: true, poor: true })
    expect(await personOn(tx, person, '2017-12-31')).toBeUndefined()
  }))
  it('alone with a job covers no household and alone without one makes none a zero-employment household', () => trying(async (tx) => {
    const household = await aHousehold(tx)
    const wife = await aPerson(tx, household, { hukou: GUANGXI })
    await anEpisode(tx, household, wife, { start: '2026-02-01', evidence: [['visit', '2026-03-20']] })
    await aPerson(tx, household)
    expect(await householdOn(tx, household)).toMatchObject({ labourers: 1, employed: 0, zero: true })
    const idle = await aHousehold(tx)
    await aPerson(tx, idle, { hukou: GUANGXI })
    expect(await householdOn(tx, idle)).toMatchObject({ labourers: 0, zero: false, special: false })
  }))
})

describe('employed', () => {
  it('holds while the newest evidence is at most 45 days old, then is to be verified', () => trying(async (tx) => {
    const household = await aHousehold(tx)
    const person = await aPerson(tx, household)
    await anEpisode(tx, household, person, { start: '2026-02-01', evidence: [['visit', '2026-02-15']] })
    expect(await personOn(tx, person, '2026-04-01')).toMatchObject({ employed: true, to_verify: false, destination: '3307' })
    expect(await personOn(tx, person, '2026-04-02')).toMatchObject({ employed: false, to_verify: true })
  }))
  it('V21 needs dated evidence at all', () => trying(async (tx) => {
    const household = await aHousehold(tx)
    const person = await aPerson(tx, household)
    await anEpisode(tx, household, person, { start: '2025-02-01' })
    expect(await personOn(tx, person)).toMatchObject({ employed: false, stable: false, to_verify: true })
  }))
  it('D3.3-8 does not count farming unless scale farming was seen proven', () => trying(async (tx) => {
    const household = await aHousehold(tx)
    const told = await aPerson(tx, household)
    const seen = await aPerson(tx, household)
    await anEpisode(tx, household, told, { start: '2026-01-01', form: '7', evidence: [['village', '2026-03-20']] })
    await anEpisode(tx, household, seen, { start: '2026-01-01', form: '7', evidence: [['visit', '2026-03-20']] })
    expect(await personOn(tx, told)).toMatchObject({ employed: false })
    expect(await personOn(tx, seen)).toMatchObject({ employed: true })
  }))
  it('ends with the last day of work', () => trying(async (tx) => {
    const household = await aHousehold(tx)
    const person = await aPerson(tx, household)
    await anEpisode(tx, household, person, { start: '2026-02-01', end: '2026-03-31', evidence: [['visit', '2026-03-20']] })
    expect(await personOn(tx, person, '2026-03-31')).toMatchObject({ employed: true })
    expect(await personOn(tx, person, '2026-04-01')).toMatchObject({ employed: false, to_verify: false })
  }))
})

describe('special cases', () => {
  it('working abroad is employed, without a city inside the country', () => trying(async (tx) => {
    const household = await aHousehold(tx)
    const person = await aPerson(tx, household)
    await anEpisode(tx, household, person, { start: '2026-02-01', area: '06', evidence: [['visit', '2026-03-20']] })
    expect(await personOn(tx, person)).toMatchObject({ employed: true, destination: null })
  }))
  it('over sixty and still working does not make a household covered', () => trying(async (tx) => {
    const household = await aHousehold(tx)
    const person = await aPerson(tx, household, { birth: '1960-01-01' })
    await anEpisode(tx, household, person, { start: '2025-02-01', evidence: [['visit', '2026-03-20']] })
    expect(await householdOn(tx, household)).toMatchObject({ labourers: 0, employed: 0, zero: false })
  }))
  it('a return for the harvest of up to 30 days keeps six months of work together', () => trying(async (tx) => {
    const household = await aHousehold(tx)
    const person = await aPerson(tx, household)
    await anEpisode(tx, household, person, { start: '2025-07-01', end: '2025-09-20', evidence: [['visit', '2025-09-01']] })
    await anEpisode(tx, household, person, { start: '2025-10-20', evidence: [['visit', '2026-03-20']] })
    expect(await personOn(tx, person)).toMatchObject({ employed: true, stable: true })
  }))
  it('a household that was split or merged away is in no count', () => trying(async (tx) => {
    const household = await aHousehold(tx)
    const person = await aPerson(tx, household)
    await sql`update registry.household set status = 'merged' where id = ${household}`.execute(tx)
    expect(await personOn(tx, person)).toBeUndefined()
    expect(await householdOn(tx, household)).toBeUndefined()
  }))
  it('fifteen paid days make a month of work; fewer do when they pay above the low-income line', () => trying(async (tx) => {
    const household = await aHousehold(tx)
    const [days14, days15, paid14] = [await aPerson(tx, household), await aPerson(tx, household), await aPerson(tx, household)]
    const job = { start: '2026-03-01', evidence: [['visit', '2026-03-20']] as [string, string][] }
    await anEpisode(tx, household, days14, { ...job, paidDays: 14, wage: 300 })
    await anEpisode(tx, household, days15, { ...job, paidDays: 15, wage: 300 })
    await anEpisode(tx, household, paid14, { ...job, paidDays: 14, wage: 400 })
    expect(await personOn(tx, days14)).toMatchObject({ employed: false })
    expect(await personOn(tx, days15)).toMatchObject({ employed: true })
    expect(await personOn(tx, paid14)).toMatchObject({ employed: true })
  }))
})

describe('stable', () => {
  it('(a) is six months worked in the last twelve with gaps up to 30 days', () => trying(async (tx) => {
    const household = await aHousehold(tx)
    const bridged = await aPerson(tx, household)
    const broken = await aPerson(tx, household)
    for (const [person, second] of [[bridged, '2026-01-20'], [broken, '2026-02-10']] as const) {
      await anEpisode(tx, household, person, { start: '2025-08-01', end: '2025-12-31', evidence: [['visit', '2025-12-01']] })
      await anEpisode(tx, household, person, { start: second, evidence: [['visit', '2026-03-20']] })
    }
    expect(await personOn(tx, bridged)).toMatchObject({ employed: true, stable: true })
    expect(await personOn(tx, broken)).toMatchObject({ employed: true, stable: false })
  }))
  it('(b) is a contract of six months, thirty days worked and one wage proof', () => trying(async (tx) => {
    const household = await aHousehold(tx)
    const paid = await aPerson(tx, household)
    const unpaid = await aPerson(tx, household)
    const contract: [string, string, string] = ['1', '2026-02-20', '2026-12-31']
    await anEpisode(tx, household, paid, { start: '2026-02-20', contract, evidence: [['payslip', '2026-03-20']] })
    await anEpisode(tx, household, unpaid, { start: '2026-02-20', contract, evidence: [['contract', '2026-03-20']] })
    expect(await personOn(tx, paid)).toMatchObject({ stable: true })
    expect(await personOn(tx, unpaid)).toMatchObject({ employed: true, stable: false })
  }))
  it('(c) is a public post or workshop with a twelve-month contract and two pays', () => trying(async (tx) => {
    const household = await aHousehold(tx)
    const person = await aPerson(tx, household)
    await anEpisode(tx, household, person, {
      start: '2026-01-10', form: '4', contract: ['1', '2026-01-10', '2027-01-09'], evidence: [['payslip', '2026-02-10'], ['payslip', '2026-03-10']],
    })
    expect(await personOn(tx, person)).toMatchObject({ stable: true })
  }))
  it('(d) is self-employment for six months', () => trying(async (tx) => {
    const household = await aHousehold(tx)
    const person = await aPerson(tx, household)
    await anEpisode(tx, household, person, { start: '2025-09-01', form: '3', evidence: [['visit', '2026-03-10']] })
    expect(await personOn(tx, person)).toMatchObject({ stable: true })
  }))
})

describe('household', () => {
  it('S23 is zero-employment from the day after the last job was carried', () => trying(async (tx) => {
    const household = await aHousehold(tx)
    const person = await aPerson(tx, household)
    await anEpisode(tx, household, person, { start: '2025-12-01', end: '2026-03-10', evidence: [['visit', '2026-03-01']] })
    expect(await householdOn(tx, household)).toMatchObject({ zero: true, zero_since: '2026-03-11', labourers: 1, poor: true })
  }))
  it('S23 starts the clock of a household that never had a job on the day the register learned of it', () => trying(async (tx) => {
    const household = await aHousehold(tx)
    await aPerson(tx, household)
    await sql`update registry.household set known_since = '2026-03-20' where id = ${household}`.execute(tx)
    expect(await householdOn(tx, household)).toMatchObject({ zero: true, zero_since: '2026-03-20' })
  }))
  it('is special, not zero-employment, when all its labourers are exempt', () => trying(async (tx) => {
    const household = await aHousehold(tx)
    const person = await aPerson(tx, household)
    await sql`insert into registry.exemption (id, person_id, division, reason, from_on, until_on, approved_at)
      values (gen_random_uuid(), ${person}, ${A_VILLAGE}, 'illness', '2026-03-01', '2026-06-01', now())`.execute(tx)
    expect(await householdOn(tx, household)).toMatchObject({ zero: false, special: true })
    expect(await householdOn(tx, household, '2026-06-02')).toMatchObject({ zero: true, special: false })
  }))
  it('stands in the frozen base of the month only when it was there at the freeze', () => trying(async (tx) => {
    const early = await aHousehold(tx, { segments: [['poor', '2014-01-01']] })
    await sql`insert into indicators.base_month (month, frozen_on, households) values ('2026-04', '2026-04-01', 1)`.execute(tx)
    await sql`insert into indicators.base_household (month, household_id, division, poor, resettled, edge)
      values ('2026-04', ${early}, ${A_VILLAGE}, true, false, false)`.execute(tx)
    const late = await aHousehold(tx)
    expect(await householdOn(tx, early)).toMatchObject({ in_base: true, poor: true })
    expect(await householdOn(tx, late)).toMatchObject({ in_base: false })
    expect(await householdOn(tx, late, '2026-03-31')).toMatchObject({ in_base: true })
  }))
})
