import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { see, until } from './look.ts'
import { choose } from './dialog.ts'

const CLOSING_MS = 60_000

/** From the page of the reports and back to it; by hand, unless the evening’s cut-off has done it already. */
export async function closeToday(page: Page): Promise<void> {
  await page.getByRole('link', { name: '日账与封账' }).click()
  await see(page.locator('.page-answer'), /今日尚未封账|今日已封账/)
  const button = page.getByRole('button', { name: '今日封账' })
  if (await page.getByText('今日尚未封账').isVisible()) {
    // While a village is being recomputed the button is blocked and says so.
    await until(() => button.isEnabled(), Boolean, CLOSING_MS)
    await button.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '今日封账' }).click()
    await dialog.waitFor({ state: 'hidden', timeout: CLOSING_MS })
    await page.locator('.page-answer').getByText('今日已封账').waitFor()
  }
  assert.equal(await button.isDisabled(), true, 'a day is closed once')
  await page.goto('/reports')
}

/** On the page of the reports: asks for a unit's report of the latest closed day, which the dialog proposes. */
export async function orderReport(page: Page, unit: string): Promise<void> {
  // The button answers once the closed days are read; the note under the title says so.
  await page.locator('.page-note').waitFor()
  await page.getByRole('button', { name: '生成战报' }).click()
  await choose(page, '单位', unit)
  await page.getByRole('dialog').getByRole('button', { name: '生成战报' }).click()
}
