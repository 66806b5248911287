import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { askFirstId, askZeroHouseholds, statusOf } from './asking.ts'
import type { Journey, Stage } from './journey.ts'
import { see } from './look.ts'
import { signIn } from './people.ts'
import { UNITS } from './world.ts'

export const scopeJourneys: readonly Journey[] = [
  { title: 'Somebody of one unit opens nothing of another by any address, nor by the API', walk: otherUnit },
  { title: 'A list filtered to another unit shows none of its people', walk: otherList },
]

const NOT_FOUND = /没有找到|没有这个页面|没有打开本页的权限/

async function otherUnit({ browsing }: Stage): Promise<void> {
  const { page: owner } = await signIn(browsing, `office-${UNITS.county}`)
  const [household] = await askZeroHouseholds(owner, UNITS.county)
  assert.ok(household)
  const person = await askFirstId(owner, `/registry/persons?place=${UNITS.county}`)
  const uploaded = await askFirstId(owner, '/registry/imports')
  const { page: stranger } = await signIn(browsing, `office-${UNITS.newArea.toLowerCase()}`)
  const pages = [
    `/households/${household.householdId}`, `/persons/${person}`, `/imports/${uploaded}`,
    `/overview/${UNITS.county}`, `/overview/${household.villageCode}`, `/coverage/${UNITS.county}`,
    `/members?counter=hh.zero&place=${UNITS.county}`, `/zero-households?place=${household.villageCode}`,
  ]
  for (const path of pages) await refused(owner, stranger, path, household.villageCode)
  const questions = [
    `/registry/households/${household.householdId}`, `/registry/persons/${person}`, `/registry/imports/${uploaded}`,
    `/registry/imports/${uploaded}/issues`, `/indicators/overview?place=${UNITS.county}`,
    `/indicators/coverage?place=${UNITS.county}`, `/indicators/members?counter=hh.zero&place=${household.villageCode}`,
    `/indicators/zero-households?place=${UNITS.county}`, `/indicators/series?indicator=A&place=${UNITS.county}`,
  ]
  for (const path of questions) {
    assert.equal(await statusOf(owner, path), 200, `its own unit reads ${path}`)
    assert.equal(await statusOf(stranger, path), 404, `another unit reads ${path}`)
  }
}

/** The owner reads the page, so its address is right; the stranger is told that nothing is there. */
async function refused(owner: Page, stranger: Page, path: string, village: string): Promise<void> {
  await owner.goto(path)
  await owner.locator('main h1').waitFor()
  await owner.locator('.page-answer').filter({ hasText: /\d/ }).waitFor()
  await stranger.goto(path)
  await see(stranger.locator('main'), NOT_FOUND)
  const shown = await stranger.locator('main').innerText()
  assert.ok(!shown.includes('望谟') && !shown.includes(village), `${path} betrays nothing: ${shown}`)
}

async function otherList({ browsing }: Stage): Promise<void> {
  const { page } = await signIn(browsing, `office-${UNITS.newArea.toLowerCase()}`)
  for (const path of ['/households', '/persons']) {
    await page.goto(`${path}?place=${UNITS.county}`)
    await see(page.locator('main'), /共 0 [户人]|没有找到|没有符合条件/)
    assert.equal(await page.locator('table.data-table > tbody > tr').count(), 0)
  }
}
