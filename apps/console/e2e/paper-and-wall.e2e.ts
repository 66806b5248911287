import assert from 'node:assert/strict'
import type { Journey, Stage } from './journey.ts'
import { answerOf, panel, rowsOf } from './look.ts'
import { navigation, openFromMenu, signIn } from './people.ts'

export const paperAndWallJourneys: readonly Journey[] = [
  { title: 'The wall chart prints as one sheet with its time and without the screen’s controls', walk: print },
  { title: 'The wall chart fills the screen and comes back', walk: fullScreen },
  { title: 'Every page of the menu opens without an error and asks no other host', walk: everyPage },
]

async function print({ browsing }: Stage): Promise<void> {
  const { page } = await signIn(browsing, 'prefecture-office')
  await rowsOf(panel(page, '按进度偏差排位')).first().waitFor()
  await page.emulateMedia({ media: 'print' })
  assert.equal(await navigation(page).isVisible(), false, 'the menu stays off the paper')
  assert.equal(await page.getByRole('button', { name: '打印' }).isVisible(), false)
  assert.equal(await page.locator('.division-map > svg').isVisible(), true)
  assert.equal(await page.getByText('数据截至').isVisible(), true, 'figures without their time mislead')
  assert.ok((await page.getByText('人物均为虚构').filter({ visible: true }).count()) > 0, 'the paper says that its people are made up')
  const pdf = await page.pdf({ preferCSSPageSize: true })
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length
  assert.equal(pages, 1, 'one sheet')
}

async function fullScreen({ browsing }: Stage): Promise<void> {
  const { page } = await signIn(browsing, 'prefecture-office')
  await answerOf(page)
  await page.getByRole('button', { name: '全屏' }).click()
  await page.getByRole('button', { name: '退出全屏' }).waitFor()
  const shown = await page.evaluate(() => document.fullscreenElement?.className ?? '')
  assert.match(shown, /overview/)
  await page.getByRole('button', { name: '退出全屏' }).click()
  await page.getByRole('button', { name: '全屏', exact: true }).waitFor()
}

async function everyPage({ browsing }: Stage): Promise<void> {
  for (const userName of ['prefecture-office', 'system-admin', 'security-admin', 'audit-admin']) {
    const { page } = await signIn(browsing, userName)
    const links = navigation(page).getByRole('link')
    await links.first().waitFor()
    for (const link of await links.all()) await openFromMenu(link)
  }
}
