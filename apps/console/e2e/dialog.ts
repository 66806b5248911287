import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

const TRIES = 3
const SETTLED_MS = 2_000

/** Picks an option of a select in the open dialog. A click that meets a list which is still unfolding is lost: then once more. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  const chosen = dialog.locator('.ant-select').filter({ hasText: option }).first()
  const item = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').filter({ hasText: option }).first()
  for (let tries = 0; tries < TRIES; tries++) {
    if (!(await item.isVisible())) await dialog.getByLabel(label, { exact: true }).click()
    await item.click()
    if (await chosen.waitFor({ timeout: SETTLED_MS }).then(() => true, () => false)) return
  }
  assert.fail(`${option} could not be chosen for ${label}`)
}

/** Presses the button of the open dialog and waits until it has done its work. */
export async function submit(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}
