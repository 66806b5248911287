import { sql } from 'kysely'
import { aHousehold, anEpisode, aPerson } from '../../../../test/builders/registry.ts'
import { rows, type Tx } from '../../../platform/db.ts'
import { closeDayBooks, freezeBaseOf, recomputeAll } from '../../indicators/indicators.api.ts'
import {
  closeOf,
  FIRST_DAY,
  PUAN,
  QINGLONG,
  SECOND_DAY,
  type ReportingUnderTest,
} from './reporting-under-test.ts'

/**
 * How many poor labour households each village starts with; Qinglong's stays under the 30 that are ranked.
 */
export const PUAN_HOUSEHOLDS = 32
export const QINGLONG_HOUSEHOLDS = 4

/**
 * Two closed days of a small prefecture: Pu'an with 32 poor labour households, 30 of them in work; Qinglong
 * with 4, all without. On the second day one more of Pu'an's found work.
 */
export async function closeTwoDays(
  test: ReportingUnderTest,
): Promise<{ puanVillage: string; waiting: [string, string] }> {
  const { services, clock } = test
  clock.set(closeOf(FIRST_DAY))
  const found = await test.everywhere(async (tx) => {
    const [puanVillage = '', qinglongVillage = ''] = await firstVillages(tx)
    const waiting = await fill(tx, puanVillage, PUAN_HOUSEHOLDS, 30)
    await fill(tx, qinglongVillage, QINGLONG_HOUSEHOLDS, 0)
    return { puanVillage, waiting }
  })
  await recomputeAll(services)
  await test.everywhere((tx) => freezeBaseOf(tx, FIRST_DAY, null))
  await recomputeAll(services)
  await closeToday(test, FIRST_DAY)
  clock.set(closeOf(SECOND_DAY))
  await test.everywhere((tx) => aJob(tx, found.puanVillage, found.waiting, SECOND_DAY))
  await closeToday(test, SECOND_DAY)
  return found
}

export async function closeToday(
  { services, everywhere, clock }: ReportingUnderTest,
  day: string,
): Promise<void> {
  await recomputeAll(services)
  await everywhere((tx) => closeDayBooks(tx, day, clock.now(), null))
}

/** An unbroken job since January, fresh on `day`: employed and stable. */
export async function aJob(
  tx: Tx,
  division: string,
  [household, person]: [string, string],
  day: string,
): Promise<void> {
  await anEpisode(tx, household, person, { division, start: '2026-01-01', evidence: [['payslip', day]] })
}

/** Fills a village; answers a household that still waits for work, with its labourer. */
async function fill(
  tx: Tx,
  division: string,
  households: number,
  employed: number,
): Promise<[string, string]> {
  let waiting: [string, string] = ['', '']
  for (let index = 0; index < households; index++) {
    const household = await aHousehold(tx, { division })
    const person = await aPerson(tx, household, { division })
    if (index < employed) await aJob(tx, division, [household, person], FIRST_DAY)
    else waiting = [household, person]
  }
  return waiting
}

async function firstVillages(tx: Tx): Promise<string[]> {
  const villages = await rows(
    tx,
    sql<{ code: string }>`
    select min(code) as code from organization.pub_village where unit_code in (${PUAN}, ${QINGLONG})
    group by unit_code order by unit_code`,
  )
  return villages.map(({ code }) => code)
}
