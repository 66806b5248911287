import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { askOverview, askPersons, askZeroHouseholds } from './asking.ts'
import type { Journey, Stage } from './journey.ts'
import { answerOf, numberIn, see, until } from './look.ts'
import { signIn } from './people.ts'
import { UNITS } from './world.ts'

export const liveJourneys: readonly Journey[] = [
  { title: 'A job added by form moves village, county and prefecture within ten seconds, without a reload', walk: jobMovesFigures },
]

const WITHIN_MS = 10_000
const EMPLOYER = '望谟县新起点服装厂'

async function jobMovesFigures({ browsing }: Stage): Promise<void> {
  const { page: office } = await signIn(browsing, `office-${UNITS.county}`)
  const household = await withoutAnyJob(office)
  const village = household.villageCode
  // Three screens in the command room: the prefecture, the county, the village.
  const watched: Page[] = []
  for (const place of ['5223', UNITS.county, village]) {
    const { page } = await signIn(browsing, 'prefecture-office', `/overview/${place}`)
    await answerOf(page)
    watched.push(page)
  }
  const before = await Promise.all(watched.map(zeroShown))
  const employedBefore = await Promise.all(watched.map(employedShown))
  await Promise.all(watched.map((page) => page.evaluate(() => document.body.setAttribute('data-unreloaded', ''))))

  await office.goto(`/households/${household.householdId}`)
  await addJob(office)
  const written = performance.now()
  for (const [index, page] of watched.entries()) {
    await until(() => zeroShown(page), (zero) => zero === (before[index] ?? NaN) - 1, WITHIN_MS - (performance.now() - written))
    assert.equal(await employedShown(page), (employedBefore[index] ?? NaN) + 1)
    assert.equal(await page.locator('body[data-unreloaded]').count(), 1, 'the page was not loaded again')
  }
  const { zero: left } = await askOverview(office, village)
  assert.equal(left.open, (before[2] ?? NaN) - 1)
  const found = await askPersons(office, `place=${village}&work=unemployed`)
  assert.ok(found.every(({ id }) => !office.url().endsWith(id)), 'the person is no longer listed as without work')
}

/** A household without work where somebody has no job at all; in others, jobs only wait for their proof. */
async function withoutAnyJob(page: Page) {
  for (const household of await askZeroHouseholds(page, UNITS.county)) {
    const people = await askPersons(page, `place=${household.villageCode}&work=unemployed`)
    if (people.some(({ householdId, work }) => householdId === household.householdId && work === 'unemployed')) return household
  }
  throw new Error('In every household without work somebody has a job that waits for its proof')
}

/** Opens the first member without work and records a job that began this month, with a proof. */
async function addJob(page: Page): Promise<void> {
  await page.locator('main tbody tr').filter({ hasText: '未就业' }).first().getByRole('link').first().click()
  await page.getByRole('button', { name: '登记就业' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('用人单位').fill(EMPLOYER)
  await dialog.getByLabel('务工地点').fill('望谟')
  await page.locator('.ant-cascader-menu-item').filter({ hasText: /望谟县/ }).first().click()
  await dialog.getByLabel('依据种类').click()
  await page.locator('.ant-select-item-option').first().click()
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await see(page.getByRole('region', { name: '就业记录与依据' }), EMPLOYER)
}

/** Zero-employment households as the wall chart prints them. */
async function zeroShown(page: Page): Promise<number> {
  return numberIn(await page.getByRole('link', { name: '查看明细：零就业家庭', exact: true }).innerText(), /([\d,]+)/)
}

/** Labourers in work, the numerator of the rate. */
async function employedShown(page: Page): Promise<number> {
  return numberIn(await page.locator('.figure').filter({ hasText: '劳动力就业率' }).innerText(), /([\d,]+) \//)
}
