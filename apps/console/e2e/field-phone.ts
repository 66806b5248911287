import type { BrowserContext, Locator, Page } from 'playwright-core'
import type { Browsing, Seat } from './browsing.ts'
import { see } from './look.ts'
import { enterCredentials } from './people.ts'
import { DEMO_PASSWORD } from './world.ts'

/** What everybody's phone opens by in the journeys. */
export const PIN = '482915'
/** A phone of 2019. */
export const PHONE = { width: 360, height: 640 }

/** Sits down with a phone on which nobody has been yet, logs in, sets the PIN, and waits for the households. */
export async function openPhone(browsing: Browsing, account: string): Promise<Seat> {
  const seat = await browsing.sit()
  await seat.page.setViewportSize(PHONE)
  await seat.page.goto('/field/')
  await logInOnPhone(seat.page, account)
  return seat
}

/** From the log-in to the list; the page is kept for the time without a network once its worker has taken over. */
export async function logInOnPhone(page: Page, account: string): Promise<void> {
  await enterCredentials(page, account, DEMO_PASSWORD)
  await press(page, PIN)
  await see(page, '请再输一遍')
  await press(page, PIN)
  await see(page, '今天先走哪些户')
  await householdRows(page).first().waitFor()
  await page.evaluate(async () => { await navigator.serviceWorker.ready })
}

/** The app was closed: opens it anew and enters the PIN. */
export async function reopenPhone(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.setViewportSize(PHONE)
  await page.goto('/field/')
  await press(page, PIN)
  await see(page, '今天先走哪些户')
  return page
}

export async function press(page: Page, digits: string): Promise<void> {
  for (const digit of digits) await page.getByRole('button', { name: digit, exact: true }).click()
}

/** Rows of the list of today. */
export const householdRows = (page: Page): Locator => page.locator('a.row')

/** The row of one household in the list of today, however far down. */
export async function householdRow(page: Page, householdId: string): Promise<Locator> {
  await householdRows(page).first().waitFor()
  const row = page.locator(`a.row[href$="/households/${householdId}"]`)
  const more = page.getByRole('button', { name: /^再显示/ })
  while (await row.count() === 0 && await more.count() > 0) await more.click()
  return row
}

/** From the list of today to a household. */
export async function openHousehold(page: Page, householdId: string): Promise<void> {
  await (await householdRow(page, householdId)).click()
  await page.getByRole('heading', { name: /^劳动力 \d+ 人$/ }).waitFor()
}

/** Back to the list of today, from wherever the arrow leads there. */
export async function backToToday(page: Page): Promise<void> {
  await page.getByRole('button', { name: '返回' }).click()
  await householdRows(page).first().waitFor()
}

/** The labourer's part of an open household. */
export const memberCard = (page: Page, name: string): Locator => page.locator('li').filter({ has: page.locator('.member-who > strong').getByText(name, { exact: true }) })

/** How a check is made this time, for the household that is open. */
export const byMethod = (page: Page, word: '入户' | '视频' | '电话' | '代核'): Promise<void> => page.getByRole('radio', { name: word, exact: true }).click()

/** From the bar below: 今日, 发件箱 or 我的. */
export async function openTab(page: Page, name: '今日' | '发件箱' | '我的'): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name }).click()
}

/** A round with the server by the button of “Me”, until nothing waits. */
export async function syncNow(page: Page): Promise<void> {
  await openTab(page, '我的')
  const button = page.getByRole('button', { name: '现在同步' })
  await button.click()
  await button.and(page.locator('[aria-busy=false]')).waitFor()
}

/** Counts a person's taps; typing is not counted, as the app needs none. */
export function tapping(): { tap: (target: Locator) => Promise<void>; count: () => number } {
  let taps = 0
  return {
    tap: async (target) => {
      taps++
      await target.click()
    },
    count: () => taps,
  }
}

/** From an open household: checks a labourer by telephone whose work is as it was, and comes back to the household. */
export async function checkSameJob(page: Page, name: string): Promise<void> {
  await memberCard(page, name).getByRole('link', { name: '核查', exact: true }).click()
  await page.getByRole('radio', { name: '省外就业' }).click()
  await page.getByRole('radio', { name: /^还是原来的工作/ }).click()
  await byMethod(page, '电话')
  await page.getByRole('button', { name: '保存' }).click()
}
