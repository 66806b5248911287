import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'

/** Waits until a sentence stands on the page. */
export async function see(place: Page | Locator, text: string | RegExp): Promise<void> {
  await place.getByText(text).first().waitFor()
}

/** The first line of a page once it has been read: its answer, with numbers. */
export async function answerOf(page: Page): Promise<string> {
  const answer = page.locator('.page-answer:not(:has(.page-answer-wait))').filter({ hasText: /\S/ })
  await answer.waitFor()
  return (await answer.innerText()).trim()
}

/** A number as printed in a text that matches `pattern`, whose first group is the number. */
export function numberIn(text: string, pattern: RegExp): number {
  const printed = pattern.exec(text)?.[1]
  assert.ok(printed !== undefined, `“${text}” has a number as in ${pattern}`)
  return Number(printed.replaceAll(',', ''))
}

/** The panel with this heading. */
export function panel(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title, exact: true })
}

/** The rows of the only table in a place, without its head. */
export function rowsOf(place: Page | Locator): Locator {
  return place.locator('table.data-table > tbody > tr')
}

/** Waits until `read` gives a value that `holds`, looking again whenever the page may have changed. @returns that value */
export async function until<Value>(read: () => Promise<Value>, holds: (value: Value) => boolean, within: number): Promise<Value> {
  const deadline = performance.now() + within
  for (;;) {
    const value = await read()
    if (holds(value)) return value
    if (performance.now() > deadline) assert.fail(`still ${JSON.stringify(value)} after ${within} ms`)
    await new Promise((next) => setTimeout(next, LOOK_AGAIN_MS))
  }
}

const LOOK_AGAIN_MS = 100
