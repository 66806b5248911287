import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import type { Browsing, Seat } from './browsing.ts'
import { answerOf } from './look.ts'
import { DEMO_PASSWORD, type World } from './world.ts'

/** Fills the sign-in sheet and sends it; what then appears is for the caller to look at. */
export async function enterCredentials(page: Page, userName: string, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(userName)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

/** Sits down, signs in with the demo's password and waits for the frame of the console. */
export async function signIn(browsing: Browsing, userName: string, path = '/'): Promise<Seat> {
  const seat = await browsing.sit()
  await seat.page.goto(path)
  await enterCredentials(seat.page, userName, DEMO_PASSWORD)
  await navigation(seat.page).waitFor()
  return seat
}

/** Follows a link of the menu until its page has given its answer. */
export async function openFromMenu(link: Locator): Promise<void> {
  const page = link.page()
  await link.click()
  // The address changes before the page does; the mark in the menu changes with the page.
  await link.and(page.locator('[aria-current=page]')).waitFor()
  await page.locator('main h1').waitFor()
  await answerOf(page)
}

export function navigation(page: Page) {
  return page.getByRole('navigation', { name: '主导航' })
}

/** Name of the village account of a reporting unit: the demo opens one for the unit's first village. */
export async function villageAccount({ home }: World, prefix: string): Promise<string> {
  const text = await readFile(join(home, 'demo-logins.json'), 'utf8')
  const found = [...text.matchAll(/"(village-(\d{12}))"/g)].find(([, , code]) => code?.startsWith(prefix))
  assert.ok(found?.[1], `the demo has a village account below ${prefix}`)
  return found[1]
}
