import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { ask } from './asking.ts'
import type { Journey, Stage } from './journey.ts'
import { answerOf, panel, rowsOf, see } from './look.ts'
import { signIn } from './people.ts'
import { UNITS } from './world.ts'

export const householdJourneys: readonly Journey[] = [
  { title: 'A member is split off into a household of their own and joins again, and both sheets keep where they came from', walk: splitAndMerge },
]

const Households = z.object({ rows: z.array(z.object({ id: z.string(), headName: z.string(), members: z.number() })) })
const REASON = '子女成家另立门户（演练）'

async function splitAndMerge({ browsing }: Stage): Promise<void> {
  const { page } = await signIn(browsing, `office-${UNITS.county}`)
  const { rows } = await ask(page, `/registry/households?place=${UNITS.county}&sort=members&descending=true`, Households)
  const [household] = rows
  assert.ok(household && household.members >= 3, 'the county has a household of three')
  const before = `/households/${household.id}`
  await page.goto(before)
  const leaving = await splitOff(page, household.headName)
  await page.waitForURL((url) => url.pathname.startsWith('/households/') && url.pathname !== before)
  const split = new URL(page.url()).pathname
  await see(page.locator('main h1'), leaving)
  assert.match(await answerOf(page), /1 口人/)
  await page.locator('.lineage').getByRole('link', { name: `来自${household.headName}户` }).click()
  await page.waitForURL(`**${before}`)
  await see(page.locator('.lineage'), `分出${leaving}户`)
  assert.equal(await rowsOf(panel(page, '家庭成员')).count(), household.members - 1)

  await mergeBack(page, leaving)
  await see(page.locator('.page-answer'), new RegExp(`${household.members} 口人`))
  await see(panel(page, '家庭成员'), leaving)
  await page.goto(split)
  await see(page.locator('.page-answer'), '本户已并入他户，只供查阅。')
  assert.equal(await page.getByRole('button', { name: '分户' }).getAttribute('aria-disabled'), 'true', 'a merged household is closed')
}

/** The last member leaves; who that is and why must be said. @returns the name */
async function splitOff(page: Page, head: string): Promise<string> {
  await page.getByRole('button', { name: '分户' }).click()
  const dialog = page.getByRole('dialog', { name: `从${head}户分户` })
  await dialog.getByRole('button', { name: '分户' }).click()
  await see(dialog, '请至少选一人')
  const [name = ''] = (await dialog.locator('label', { has: page.getByRole('checkbox') }).last().innerText()).split(' · ')
  await dialog.getByRole('checkbox').last().check()
  await dialog.getByRole('radio', { name }).check()
  await dialog.getByLabel('理由').fill(REASON)
  await dialog.getByRole('button', { name: '分户' }).click()
  return name
}

async function mergeBack(page: Page, head: string): Promise<void> {
  await page.getByRole('button', { name: '并户' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('并入的户').fill(head)
  await page.locator('.ant-select-item-option').filter({ hasText: `${head} ·` }).filter({ hasText: '1 人' }).first().click()
  await dialog.getByLabel('理由').fill(REASON)
  await dialog.getByRole('button', { name: '并户' }).click()
  await dialog.waitFor({ state: 'hidden' })
}
