import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { ask } from './asking.ts'
import type { Journey, Stage } from './journey.ts'
import { numberIn, panel, rowsOf, see, until } from './look.ts'
import { signIn, villageAccount } from './people.ts'
import { UNITS } from './world.ts'

export const exemptionJourneys: readonly Journey[] = [
  { title: 'A village asks that somebody be exempt, the township approves, and the village has one available labourer less', walk: askAndApprove },
]

const WITHIN_MS = 10_000
const People = z.object({ rows: z.array(z.object({ id: z.string(), name: z.string() })) })

async function askAndApprove({ browsing, world }: Stage): Promise<void> {
  const account = await villageAccount(world, UNITS.county)
  const place = account.replace('village-', '')
  const { page: village } = await signIn(browsing, account)
  const { rows: [person] } = await ask(village, `/registry/persons?place=${place}&work=unemployed`, People)
  assert.ok(person, 'somebody in the village is without work')
  const { page: watched } = await signIn(browsing, 'prefecture-office', `/overview/${place}`)
  const before = await labourersShown(watched)
  await village.goto(`/persons/${person.id}`)
  await askExemption(village)
  const asked = panel(village, '暂不能就业')
  await see(asked, '待批准')
  assert.equal(await asked.getByRole('button', { name: '批准' }).count(), 0, 'the village does not approve what it asked for')

  const { page: township } = await signIn(browsing, `lead-${place.slice(0, 9)}`, '/exemptions')
  const row = rowsOf(township).filter({ hasText: person.name })
  await row.getByRole('button', { name: '批准' }).click()
  await township.locator('.ant-popconfirm').getByRole('button', { name: '批准' }).click()
  await row.waitFor({ state: 'hidden' })
  await township.getByText('已批准', { exact: true }).click()
  await see(rowsOf(township).filter({ hasText: person.name }), '照料家人')
  await until(() => labourersShown(watched), (now) => now === before - 1, WITHIN_MS)
  await village.reload()
  await see(village.locator('.page-answer'), '暂不能就业')
}

async function askExemption(page: Page): Promise<void> {
  await page.getByRole('button', { name: '申请暂不能就业' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('原因').click()
  await page.locator('.ant-select-item-option').filter({ hasText: '照料家人' }).click()
  assert.match(await dialog.getByLabel('结束日期').inputValue(), /^\d{4}-\d{2}-\d{2}$/, 'the longest time allowed is proposed')
  await dialog.getByRole('button', { name: '提交申请' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Labourers who could work, the denominator of the rate. */
async function labourersShown(page: Page): Promise<number> {
  return numberIn(await page.locator('.figure').filter({ hasText: '劳动力就业率' }).innerText(), /\/ ([\d,]+)/)
}
