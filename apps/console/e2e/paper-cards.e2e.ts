import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { ask, statusOf } from './asking.ts'
import type { Journey, Stage } from './journey.ts'
import { answerOf, numberIn, panel, see, until } from './look.ts'
import { navigation, openFromMenu, signIn, villageAccount } from './people.ts'
import { pdfTexts } from './pdf-text.ts'
import { UNITS } from './world.ts'

export const paperCardJourneys: readonly Journey[] = [
  { title: 'A village issues its service cards, prints them, and keys in which bags have theirs without touching the mouse', walk: cardsOfAVillage },
]

const DRAWING_MS = 90_000
const Cards = z.object({ rows: z.array(z.object({ cardNo: z.string(), householdId: z.string(), headName: z.string() })) })

async function cardsOfAVillage({ world, browsing }: Stage): Promise<void> {
  const account = await villageAccount(world, UNITS.county)
  const { page } = await signIn(browsing, account)
  await openFromMenu(navigation(page).getByRole('link', { name: '服务卡（纸质）' }))
  await page.waitForURL(`**/cards/paper/${account.slice('village-'.length)}`)
  await see(page.locator('.page-answer'), /户中 0 户有卡/)
  const households = numberIn(await answerOf(page), /([\d,]+) 户中/)
  await page.getByRole('button', { name: '建卡' }).click()
  await see(page.getByRole('dialog'), `将给 ${households} 户建卡`)
  await page.getByRole('dialog').getByRole('button', { name: '建卡' }).click()
  await see(page.locator('.page-answer'), new RegExp(`${households.toLocaleString('en-US')} 户有卡`))
  await printed(page, households)
  await checked(page)
  await strangersStayOut({ browsing, village: account.slice('village-'.length) })
}

/** Makes the cards and reads in the file that every household of the village is there, and no number in full. */
async function printed(page: Page, households: number): Promise<void> {
  await page.getByRole('button', { name: '生成 PDF：服务卡' }).click()
  const row = panel(page, '打印（A4）').getByRole('row').filter({ hasText: '服务卡' }).first()
  await row.getByText('可打印').waitFor({ timeout: DRAWING_MS })
  await see(row, new RegExp(`${households} 户，\\d+ 页`))
  const [download] = await Promise.all([page.waitForEvent('download'), row.getByRole('button', { name: '下载' }).click()])
  assert.match(download.suggestedFilename(), /^就业服务卡-.*\.pdf$/)
  const text = pdfTexts(await readFile(await download.path())).join('\n')
  const village = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const { rows: cards } = await ask(page, `/cards/cards?village=${village}&limit=200`, Cards)
  for (const { cardNo } of cards) assert.ok(text.includes(`${cardNo.slice(0, 8)}-${cardNo.slice(8, 12)}-${cardNo.slice(12)}`), `card ${cardNo} is printed`)
  assert.doesNotMatch(text, /522399\d{11}[\dX]/, 'no ID in full')
}

/** The first bag has its card, the second has not: two keys, and one to send. */
async function checked(page: Page): Promise<void> {
  const bags = panel(page, '连心袋核对')
  await bags.locator('tbody tr').first().focus()
  await page.keyboard.press('1')
  await page.keyboard.press('0')
  await page.keyboard.press('1')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Backspace')
  await see(bags, /未提交/)
  const send = bags.getByRole('button', { name: /提交核对/ })
  await until(() => send.innerText(), (text) => text.includes('（2）'), 5_000)
  await send.focus()
  await page.keyboard.press('Enter')
  await see(page.locator('.page-answer'), /不在袋 1/)
}

async function strangersStayOut({ browsing, village }: { browsing: Stage['browsing']; village: string }): Promise<void> {
  const { page } = await signIn(browsing, `office-${UNITS.newArea.toLowerCase()}`)
  assert.equal(await statusOf(page, `/cards/cards?village=${village}`), 404)
}
