import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { askChecks, askLines, atWork, type Line } from './asking-cards.ts'
import { byMethod, memberCard, openHousehold, openPhone } from './field-phone.ts'
import type { Journey, Stage } from './journey.ts'
import { rowsOf, see, until } from './look.ts'
import { signIn, villageAccount } from './people.ts'
import { UNITS } from './world.ts'

export const fieldTogetherJourneys: readonly Journey[] = [
  { title: 'Two phones check the same people without a network: both checks are kept, the later one holds where they agree, the township decides where they do not', walk: twoPhones },
]

const WITHIN_MS = 30_000

async function twoPhones({ browsing, world }: Stage): Promise<void> {
  const account = await villageAccount(world, UNITS.county)
  const village = account.replace('village-', '')
  const post = await openPhone(browsing, account)
  const cadre = await openPhone(browsing, account.replace('village-', 'cadre-'))
  const { page: lead } = await signIn(browsing, `lead-${village.slice(0, 9)}`)
  const [agreed, disputed] = atWork(await askLines(lead, village, '&state=due'))
  assert.ok(agreed && disputed, 'two people in work of the village are still to be checked')

  await Promise.all([post, cadre].map(({ context }) => context.setOffline(true)))
  await unchanged(post.page, agreed, '电话')
  await unchanged(post.page, disputed, '电话')
  // The cadre comes to the same doors afterwards.
  await unchanged(cadre.page, agreed, '视频')
  await notReached(cadre.page, disputed)

  await cadre.context.setOffline(false)
  await see(cadre.page, '已确认 2 · 待发送 0')
  await post.context.setOffline(false)
  await see(post.page, '已确认 2 · 待发送 0')

  const kept = await until(() => askChecks(lead, agreed), ({ checks }) => checks.length === 2, WITHIN_MS)
  assert.equal(kept.line.inDispute, false)
  assert.deepEqual(kept.checks.filter(({ holds }) => holds).map(({ method }) => method), ['video'], 'the later observation holds, although it arrived first')
  const both = await askChecks(lead, disputed)
  assert.equal(both.line.inDispute, true)
  assert.deepEqual(both.checks.map(({ status }) => status).sort(), [disputed.knownStatus, '90'].sort())
  await decide(lead, village, disputed)
}

/** “No change” of one person, from the list of today and back to it. */
async function unchanged(page: Page, { householdId, name }: Line, method: '电话' | '视频'): Promise<void> {
  await openHousehold(page, householdId)
  await byMethod(page, method)
  await memberCard(page, name).getByRole('button', { name: '无变化', exact: true }).click()
  await see(memberCard(page, name), '待发送')
  await page.getByRole('button', { name: '返回' }).click()
}

async function notReached(page: Page, { householdId, name }: Line): Promise<void> {
  await openHousehold(page, householdId)
  await memberCard(page, name).getByRole('link', { name: '核查', exact: true }).click()
  await page.getByRole('radio', { name: '未联系上' }).click()
  await byMethod(page, '电话')
  await page.getByRole('button', { name: '保存' }).click()
  await see(memberCard(page, name), '待发送')
  await page.getByRole('button', { name: '返回' }).click()
}

/** The reviewer reads both side by side and chooses the one who spoke to the person. */
async function decide(page: Page, village: string, { name }: Line): Promise<void> {
  await page.goto(`/cards/lines?place=${village}&inDispute=true`)
  const row = rowsOf(page).filter({ hasText: name })
  await row.focus()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog')
  await see(drawer, '两次核查不一致')
  const checks = drawer.locator('article.check')
  await until(() => checks.count(), (count) => count === 2, WITHIN_MS)
  const [left, right] = [await checks.nth(0).boundingBox(), await checks.nth(1).boundingBox()]
  assert.equal(left?.y, right?.y, 'the two stand side by side')
  await checks.filter({ hasText: '无变化' }).getByRole('button', { name: '认定这一次' }).click()
  await page.locator('.ant-popconfirm-buttons .ant-btn-primary').click()
  await see(page, '已认定。')
  await row.waitFor({ state: 'hidden' })
}
