import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { ask } from './asking.ts'
import type { Journey, Stage } from './journey.ts'
import { see } from './look.ts'
import { signIn, villageAccount } from './people.ts'
import { DEMO_PASSWORD, UNITS } from './world.ts'

export const fieldJourneys: readonly Journey[] = [
  { title: 'A phone checks households without a network, is closed, opens again by PIN, and gets its receipts', walk: checkWithoutNetwork },
]

const PIN = '482915'
const PHONE = { width: 360, height: 640 }
const Lines = z.object({ total: z.number() })

async function checkWithoutNetwork({ browsing, world }: Stage): Promise<void> {
  const account = await villageAccount(world, UNITS.county)
  const place = account.replace('village-', '')
  const { page, context } = await browsing.sit()
  await page.setViewportSize(PHONE)
  await page.goto('/field/')
  await page.getByLabel('用户名').fill(account)
  await page.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await press(page, PIN)
  await see(page, '请再输一遍')
  await press(page, PIN)
  await see(page, '今天先走哪些户')
  await page.locator('a.row').first().waitFor()
  // The page is kept for the time without a network once its worker has taken over.
  await page.evaluate(async () => { await navigator.serviceWorker.ready })
  const { page: desk } = await signIn(browsing, account)
  const checked = async () => (await ask(desk, `/cards/lines?place=${place}&state=checked`, Lines)).total
  const before = await checked()

  await context.setOffline(true)
  const done = await confirmUnchanged(page, 3)
  await see(page, `待发送 ${done}`)
  await page.close()

  const again = await context.newPage()
  await again.setViewportSize(PHONE)
  await again.goto('/field/')
  await press(again, PIN)
  await see(again, `待发送 ${done}`)
  assert.equal(await checked(), before, 'nothing reached the server without a network')

  await context.setOffline(false)
  await see(again, `已确认 ${done} · 待发送 0`)
  assert.equal(await checked(), before + done, 'every check is stored once')
}

/** Says "no change" by telephone of the first `most` people for whom one tap is allowed; answers of how many. */
async function confirmUnchanged(page: Page, most: number): Promise<number> {
  let done = 0
  const households = await page.locator('a.row').count()
  for (let index = 0; index < households && done < most; index++) {
    await page.locator('a.row').nth(index).click()
    const back = page.getByRole('button', { name: '返回' }).or(page.getByRole('link', { name: '返回' })).first()
    await back.waitFor()
    const phone = page.getByRole('radio', { name: '电话' }).or(page.getByRole('button', { name: '电话', exact: true }))
    if (await phone.count() > 0) await phone.first().click()
    const unchanged = page.getByRole('button', { name: '无变化', exact: true })
    while (done < most && await unchanged.count() > 0 && await unchanged.first().isEnabled()) {
      const left = await unchanged.count()
      await unchanged.first().click()
      await page.waitForFunction((count) => [...document.querySelectorAll('button')].filter((each) => each.textContent?.trim() === '无变化').length < count, left)
      done++
    }
    await back.click()
    await page.locator('a.row').first().waitFor()
  }
  assert.ok(done > 0, 'somebody of the village can be confirmed with one tap')
  return done
}

async function press(page: Page, digits: string): Promise<void> {
  for (const digit of digits) await page.getByRole('button', { name: digit, exact: true }).click()
}
