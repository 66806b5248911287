import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Journey, Stage } from './journey.ts'
import { answerOf, numberIn, panel, rowsOf, see } from './look.ts'
import { signIn } from './people.ts'

export const overviewJourneys: readonly Journey[] = [
  { title: 'The office sees which unit is furthest behind and opens its first three zero-employment households', walk: furthestBehind },
  { title: 'The wall chart leads from the prefecture down to a village and back up', walk: downAndUp },
  { title: 'Every figure of the wall chart opens to a list of as many records', walk: figuresOpen },
]

const RANKING = '按进度偏差排位'
const CALL_FIRST = '先联系哪几户'
const TRAIL = '当前区划'

async function furthestBehind({ browsing }: Stage): Promise<void> {
  const { page } = await signIn(browsing, 'prefecture-office', '/settings')
  await planFor(page, '户一户一人稳定就业率', '100')
  await page.goto('/overview')
  const answer = await answerOf(page)
  const worst = /最远的是(.+?)，偏差/.exec(answer)?.[1]
  assert.ok(worst, `the answer names a unit: ${answer}`)
  const first = rowsOf(panel(page, RANKING)).first()
  await first.getByRole('link', { name: worst, exact: true }).click()
  await see(page.getByRole('navigation', { name: TRAIL }), worst)
  const wanted = Math.min(3, numberIn(await panel(page, CALL_FIRST).innerText(), /([\d,]+) 户未清零/))
  assert.ok(wanted > 0, `${worst} has households to call`)
  for (let index = 0; index < wanted; index++) {
    const link = rowsOf(panel(page, CALL_FIRST)).nth(index).getByRole('link').first()
    const head = await link.innerText()
    await link.click()
    await page.waitForURL(/\/households\//)
    await see(page.locator('main'), head)
    await page.goBack()
  }
}

/** The office asks for everybody today, so that whoever lacks one household is behind, whatever the demo drew. */
async function planFor(page: Page, indicator: string, percent: string): Promise<void> {
  await rowsOf(panel(page, '计划线')).filter({ hasText: indicator }).getByRole('button', { name: '修改' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('起点比例').fill(percent)
  await dialog.getByLabel('目标比例').fill(percent)
  await dialog.getByLabel('依据文件').fill('指挥部令第3号（演练）')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

async function downAndUp({ browsing }: Stage): Promise<void> {
  const { page } = await signIn(browsing, 'prefecture-office')
  const trail = page.getByRole('navigation', { name: TRAIL }).getByRole('listitem')
  // The map is the way down at the top, the tables below.
  await page.locator('.division-map').getByRole('link', { name: /望谟/ }).click()
  const names = ['黔西南', await openedPlace(page, 2)]
  for (const depth of [3, 4]) {
    await rowsOf(panel(page, RANKING)).first().getByRole('link').first().click()
    names.push(await openedPlace(page, depth))
  }
  assert.equal(await rowsOf(panel(page, RANKING)).count(), 0, 'nothing is below a village')
  for (const depth of [3, 2, 1]) {
    await trail.nth(depth - 1).getByRole('link').click()
    assert.ok((await openedPlace(page, depth)).startsWith(names[depth - 1] ?? '?'))
  }
  await page.goBack()
  assert.equal(await openedPlace(page, 2), names[1])
}

/** Waits for the wall chart of a place at this depth of the trail. @returns the place's name */
async function openedPlace(page: Page, depth: number): Promise<string> {
  const here = page.getByRole('navigation', { name: TRAIL }).locator(`li:nth-child(${depth})[aria-current=location]`)
  await here.waitFor()
  return (await here.innerText()).trim()
}

async function figuresOpen({ browsing }: Stage): Promise<void> {
  const { page } = await signIn(browsing, 'prefecture-office')
  await page.locator('.figure').first().waitFor()
  const names = await page.locator('.figure:has(.figure-number a) .figure-name').allInnerTexts()
  assert.equal(names.length, 6, names.join())
  for (const name of names) {
    const expected = await countBehind(page, name)
    await page.getByRole('link', { name: `查看明细：${name}`, exact: true }).click()
    await see(page, '这个数是哪些户、哪些人？')
    const listed = numberIn(await answerOf(page), /共 ([\d,]+) [户人]/)
    assert.equal(listed, expected, name)
    const rows = await rowsOf(page).count()
    assert.ok(rows === listed || (rows > 0 && rows < listed), `${rows} rows shown of ${listed}`)
    await page.goBack()
    await page.locator('.figure').first().waitFor()
  }
}

/** A rate opens to those who still lack it, a count to those counted. */
async function countBehind(page: Page, name: string): Promise<number> {
  const figure = page.locator('.figure').filter({ has: page.getByText(name, { exact: true }) })
  const basis = /([\d,]+) \/ ([\d,]+)/.exec(await figure.innerText())
  if (!basis) return numberIn(await figure.locator('.figure-value').innerText(), /([\d,]+)/)
  const [numerator, denominator] = basis.slice(1).map((printed) => Number(printed.replaceAll(',', '')))
  return (denominator ?? NaN) - (numerator ?? NaN)
}
