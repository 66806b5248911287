import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { ask, askFirstId, askZeroHouseholds, statusOf } from './asking.ts'
import type { Journey, Stage } from './journey.ts'
import { see } from './look.ts'
import { signIn } from './people.ts'
import { UNITS } from './world.ts'

export const scopeJourneys: readonly Journey[] = [
  { title: 'Somebody of one unit opens nothing of another by any address, nor by the API', walk: otherUnit },
  { title: 'Who answers for another unit is not shown; that the place exists is no secret', walk: otherPosts },
  { title: 'A list filtered to another unit shows none of its people', walk: otherList },
]

const Imports = z.object({ rows: z.array(z.object({ id: z.string(), annotatedFileId: z.string().nullable() })) })
const Days = z.object({ days: z.array(z.object({ day: z.string() })) })
const Bodies = z.array(z.object({ posts: z.array(z.object({ holder: z.object({ name: z.string() }).nullable() })) }))
const NOT_FOUND = /没有找到|没有这个页面|没有打开本页的权限/

async function otherUnit({ browsing }: Stage): Promise<void> {
  const { page: owner } = await signIn(browsing, `office-${UNITS.county}`)
  const [household] = await askZeroHouseholds(owner, UNITS.county)
  assert.ok(household)
  const person = await askFirstId(owner, `/registry/persons?place=${UNITS.county}`)
  const { rows: imports } = await ask(owner, '/registry/imports', Imports)
  const returned = imports.find(({ annotatedFileId }) => annotatedFileId !== null)
  assert.ok(returned?.annotatedFileId, 'a workbook was sent back with reasons')
  const uploaded = returned.id
  const { days: [closed] } = await ask(owner, '/indicators/days', Days)
  assert.ok(closed, 'a day has been closed')
  const { page: stranger } = await signIn(browsing, `office-${UNITS.newArea.toLowerCase()}`)
  const pages = [
    `/households/${household.householdId}`, `/persons/${person}`, `/imports/${uploaded}`,
    `/overview/${UNITS.county}`, `/overview/${household.villageCode}`, `/coverage/${UNITS.county}`,
    `/members?counter=hh.zero&place=${UNITS.county}`, `/zero-households?place=${household.villageCode}`,
    `/days/${closed.day}?place=${UNITS.county}`,
  ]
  for (const path of pages) await refused(owner, stranger, path, household.villageCode)
  const questions = [
    `/registry/households/${household.householdId}`, `/registry/persons/${person}`, `/registry/imports/${uploaded}`,
    `/registry/imports/${uploaded}/issues`, `/indicators/overview?place=${UNITS.county}`,
    `/indicators/coverage?place=${UNITS.county}`, `/indicators/members?counter=hh.zero&place=${household.villageCode}`,
    `/indicators/zero-households?place=${UNITS.county}`, `/indicators/series?indicator=A&place=${UNITS.county}`,
    `/files/${returned.annotatedFileId}`,
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

async function otherPosts({ browsing }: Stage): Promise<void> {
  const address = `/organization/${UNITS.county}`
  const { page: owner } = await signIn(browsing, `office-${UNITS.county}`, address)
  await see(owner.locator('.page-answer'), /个岗位在任/)
  const { page: stranger } = await signIn(browsing, `office-${UNITS.newArea.toLowerCase()}`, address)
  await see(stranger.locator('.page-answer'), '这里不设岗位，或不在您的管辖范围内。')
  const bodies = await ask(owner, `/bodies?place=${UNITS.county}`, Bodies)
  const holders = bodies.flatMap(({ posts }) => posts.flatMap(({ holder }) => holder?.name ?? []))
  assert.ok(holders.length > 0, 'the county has posts with holders')
  const shown = await stranger.locator('main').innerText()
  assert.deepEqual(holders.filter((name) => shown.includes(name)), [])
  assert.deepEqual(await ask(stranger, `/bodies?place=${UNITS.county}`, Bodies), [])
}

async function otherList({ browsing }: Stage): Promise<void> {
  const { page } = await signIn(browsing, `office-${UNITS.newArea.toLowerCase()}`)
  for (const path of [`/households?place=${UNITS.county}`, `/persons?place=${UNITS.county}`, `/reports?unit=${UNITS.county}`]) {
    await page.goto(path)
    await see(page.locator('main'), /共 0 [户人]|没有找到|没有符合条件|还没有战报/)
    assert.equal(await page.locator('table.data-table > tbody > tr').count(), 0)
  }
}
