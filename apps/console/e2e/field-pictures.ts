import type { Page } from 'playwright-core'
import type { Browsing } from './browsing.ts'
import { openPhone, PIN, press } from './field-phone.ts'
import { until } from './look.ts'

/** One way of looking at the phone: its language, its size of type, its screen. */
export type Look = { locale: 'zh-CN' | 'en'; size: 'normal' | 'large'; screen: { width: number; height: number } }
export type TakePicture = (page: Page, screen: string, look: Look) => Promise<void>

const PATIENCE_MS = 20_000
const WORDS = {
  'zh-CN': { back: '返回', noChange: '无变化', check: '核查', away: '省外就业', newJob: '换了新工作', outbox: '发件箱', me: '我的' },
  en: { back: 'Back', noChange: 'No change', check: 'Check', away: 'Employed in another province', newJob: 'A new job', outbox: 'Outbox', me: 'Me' },
} as const
type Words = (typeof WORDS)[keyof typeof WORDS]

/**
 * Goes over the screens of a phone in each look: PIN, today, a household, its first check, a check of a new job, outbox, the person.
 * Work is saved without a network, so that the outbox has something that waits beside what was confirmed.
 */
export async function fieldPictures(browsing: Browsing, account: string, looks: readonly Look[], take: TakePicture): Promise<void> {
  const { page, context } = await openPhone(browsing, account)
  await saveOne(page)
  await page.getByText(/已确认 [1-9]\d* · 待发送 0/).waitFor()
  await context.setOffline(true)
  await saveOne(page)
  for (const look of looks) await walk(page, look, take)
}

/** “No change” of the first person for whom one tap is enough. */
async function saveOne(page: Page): Promise<void> {
  const household = await openFirstWith(page, WORDS['zh-CN'])
  await page.getByRole('radio', { name: '电话', exact: true }).click()
  await household.first().click()
  await page.getByRole('button', { name: '返回' }).click()
}

/** Opens the first household of the list that has a button for “no change”. */
async function openFirstWith(page: Page, words: Words) {
  const rows = page.locator('a.row')
  await rows.first().waitFor()
  for (let place = 0; place < await rows.count(); place++) {
    await rows.nth(place).click()
    await page.locator('.member').first().waitFor()
    const button = page.getByRole('button', { name: words.noChange, exact: true })
    if (await button.count() > 0) return button
    await page.getByRole('button', { name: words.back }).click()
    await rows.first().waitFor()
  }
  throw new Error('Nobody of this pack can be confirmed with one tap')
}

async function walk(page: Page, look: Look, take: TakePicture): Promise<void> {
  const words = WORDS[look.locale]
  const picture = (screen: string) => take(page, screen, look)
  await page.setViewportSize(look.screen)
  await page.evaluate(([locale, size]) => {
    localStorage.setItem('anye.locale', locale)
    localStorage.setItem('anye.field.size', size)
  }, [look.locale, look.size] as const)
  await page.goto('/field/')
  await page.getByRole('button', { name: '1', exact: true }).waitFor()
  await until(() => page.evaluate(() => document.documentElement.lang), (lang) => lang === look.locale, PATIENCE_MS)
  await picture('pin')
  await press(page, PIN)
  await page.locator('a.row').first().waitFor()
  await picture('today')
  await openFirstWith(page, words)
  await picture('household')
  await page.locator('.member').filter({ has: page.getByRole('button', { name: words.noChange, exact: true }) }).getByRole('link', { name: words.check, exact: true }).first().click()
  await page.getByRole('radio').first().waitFor()
  await picture('check')
  await page.getByRole('radio', { name: words.away }).click()
  // Who had no job is not asked whether it still holds.
  const another = page.getByRole('radio', { name: words.newJob })
  if (await another.count() > 0) await another.click()
  await picture('new-job')
  await page.goBack()
  await page.goBack()
  for (const tab of ['outbox', 'me'] as const) {
    const link = page.getByRole('navigation').getByRole('link', { name: words[tab] })
    await link.click()
    await link.and(page.locator('[aria-current=page]')).waitFor()
    await picture(tab)
  }
}
