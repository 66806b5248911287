import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Journey, Stage } from './journey.ts'
import { answerOf, numberIn, rowsOf, see, until } from './look.ts'
import { signIn, villageAccount } from './people.ts'
import { UNITS } from './world.ts'

export const cardsJourneys: readonly Journey[] = [
  { title: 'A township reviews a village’s month in bulk, returns one line with a reason, the village closes, and the county sees it', walk: reviewAndClose },
]

const WITHIN_MS = 20_000
const REASON = '照片与本人不符，请再核'
const LINES = /本筛选 ([\d,]+) 行/

async function reviewAndClose({ browsing, world }: Stage): Promise<void> {
  const account = await villageAccount(world, UNITS.county)
  const village = account.replace('village-', '')
  const { page: township } = await signIn(browsing, `clerk-${village.slice(0, 9)}`, `/cards/lines?place=${village}&state=checked`)
  const waiting = await linesShown(township)
  assert.ok(waiting > 1, 'the demo has checks that wait for a review')
  await returnFirst(township)
  await until(() => linesShown(township), (now) => now === waiting - 1, WITHIN_MS)
  await acceptAll(township, waiting - 1)
  await acceptRest(township)
  await township.goto(`/cards/lines?place=${village}&state=returned`)
  await see(rowsOf(township), REASON)

  const { page: post } = await signIn(browsing, account, `/cards/progress/${village}`)
  await closeWithExceptions(post)

  const { page: county } = await signIn(browsing, `office-${UNITS.county}`, `/cards/progress/${village.slice(0, 9)}`)
  const row = rowsOf(county).filter({ has: county.locator(`a[href*="/cards/progress/${village}"]`) })
  await see(row, '村已封')
}

async function linesShown(page: Page): Promise<number> {
  return numberIn(await answerOf(page), LINES)
}

/** By keyboard: the row takes the focus, R asks for the reason. */
async function returnFirst(page: Page): Promise<void> {
  await rowsOf(page).first().focus()
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('退回理由').fill(REASON)
  await dialog.getByRole('button', { name: /^退\s?回$/ }).click()
  await dialog.waitFor({ state: 'hidden' })
}

async function acceptAll(page: Page, waiting: number): Promise<void> {
  await page.getByRole('button', { name: '按本筛选批量通过' }).click()
  await page.locator('.ant-popconfirm-buttons .ant-btn-primary').click()
  const bar = page.getByRole('region', { name: '批量审核' })
  await see(bar, '已完成：通过')
  const accepted = numberIn(await bar.innerText(), /通过 ([\d,]+)\//)
  assert.ok(accepted > 0 && accepted <= waiting, `${accepted} of ${waiting} are accepted`)
  await until(() => linesShown(page), (now) => now === waiting - accepted, WITHIN_MS)
}

/** Lines the bulk review left to a person are accepted one by one. */
async function acceptRest(page: Page): Promise<void> {
  for (let left = await linesShown(page); left > 0; left--) {
    await rowsOf(page).first().focus()
    await page.keyboard.press('a')
    await until(() => linesShown(page), (now) => now === left - 1, WITHIN_MS)
  }
}

/** Who could not be checked is excepted with a reason, the rest is reviewed: the month can be closed. */
async function closeWithExceptions(page: Page): Promise<void> {
  await answerOf(page)
  await page.getByRole('button', { name: /^封\s?账$/ }).click()
  const dialog = page.getByRole('dialog')
  await see(dialog, '已退回 1 人')
  await dialog.getByLabel('例外理由').fill('全家外出，电话停机')
  const close = dialog.getByRole('button', { name: /^封\s?账$/ })
  await until(() => close.isEnabled(), (isEnabled) => isEnabled, WITHIN_MS)
  await close.click()
  await dialog.waitFor({ state: 'hidden' })
  await see(rowsOf(page), '村已封')
}
