import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { readXlsx } from 'hucre/xlsx'
import { z } from 'zod'
import { ask, statusOf } from './asking.ts'
import type { Journey, Stage } from './journey.ts'
import { answerOf, numberIn, rowsOf, see } from './look.ts'
import { signIn } from './people.ts'
import { UNITS } from './world.ts'

export const exportJourneys: readonly Journey[] = [
  { title: 'A list of more than 200 rows leaves only with another person’s approval, and carries the name of who took it', walk: approvedExport },
  { title: 'A short list is made at once', walk: shortExport },
]

const Exports = z.object({ rows: z.array(z.object({ fileId: z.string().nullable() })) })
const FREE_ROWS = 200
const MAKING_MS = 60_000

async function approvedExport({ browsing }: Stage): Promise<void> {
  const reason = '核对全县名单（演练）'
  const { page: office } = await signIn(browsing, `office-${UNITS.county}`, '/persons')
  const total = await askFor(office, reason)
  assert.ok(total > FREE_ROWS, `${total} rows need an approval`)
  const mine = rowsOf(office).filter({ hasText: reason })
  await see(mine, '等待批准')
  assert.equal(await mine.getByRole('button').count(), 0, 'who asked neither approves nor downloads yet')

  const { page: chief } = await signIn(browsing, `chief1-${UNITS.county}`, '/persons')
  await chief.getByRole('link', { name: '导出审批' }).click()
  await see(chief.locator('.page-answer'), '1 份申请等您批准')
  await rowsOf(chief).filter({ hasText: reason }).getByRole('button', { name: '批准', exact: true }).click()
  await see(chief.locator('.page-answer'), '没有等您批准的申请')
  assert.equal(await rowsOf(chief).getByRole('button', { name: '下载' }).count(), 0, 'who approves does not get the list')

  // Nobody reloads: the list announces itself to who asked for it.
  await downloadAndCount(office, reason, total)
  const { rows: [made] } = await ask(office, '/registry/exports', Exports)
  assert.ok(made?.fileId)
  const { page: stranger } = await signIn(browsing, `office-${UNITS.newArea.toLowerCase()}`)
  const statuses = await Promise.all([office, chief, stranger].map((page) => statusOf(page, `/files/${made.fileId}`)))
  assert.deepEqual(statuses, [200, 404, 404], 'the file is for who asked for it alone')
}

async function shortExport({ browsing }: Stage): Promise<void> {
  const reason = '逐户走访零就业人员（演练）'
  const { page } = await signIn(browsing, `office-${UNITS.county}`, `/persons?place=${UNITS.county}001001&work=unemployed`)
  const total = await askFor(page, reason)
  assert.ok(total <= FREE_ROWS, `${total} rows need no approval`)
  await downloadAndCount(page, reason, total)
}

/** On a list of the register. @returns how many rows it has */
async function askFor(page: Page, reason: string): Promise<number> {
  await see(page.locator('.page-answer'), /共 [\d,]+ 人/)
  const total = numberIn(await answerOf(page), /共 ([\d,]+) 人/)
  await page.getByRole('button', { name: '导出' }).click()
  const dialog = page.getByRole('dialog')
  await see(dialog, `按当前条件共 ${total.toLocaleString('en-US')} 行`)
  await dialog.getByLabel('理由').fill(reason)
  await dialog.getByRole('button', { name: total > FREE_ROWS ? '提交申请' : '生成' }).click()
  await page.waitForURL('**/exports')
  return total
}

async function downloadAndCount(page: Page, reason: string, total: number): Promise<void> {
  const row = rowsOf(page).filter({ hasText: reason })
  await row.getByText('可下载').waitFor({ timeout: MAKING_MS })
  const [download] = await Promise.all([page.waitForEvent('download'), row.getByRole('button', { name: '下载' }).click()])
  assert.match(download.suggestedFilename(), /\p{Script=Han}.*\.xlsx$/u, 'the file has a name that its reader understands')
  const { sheets: [sheet] } = await readXlsx(await readFile(await download.path()))
  assert.ok(sheet)
  const text = sheet.rows.map((cells) => Array.from(cells, (cell) => String(cell ?? '')))
  const header = text.findIndex((cells) => cells.includes('姓名'))
  const people = text.slice(header + 1).filter((cells) => cells.filter((cell) => cell !== '').length > 3)
  assert.equal(people.length, total, 'as many rows as were on the page')
  const around = text.filter((_, index) => index < header || index > header + total).join('')
  assert.ok(around.includes('望谟县指挥部办公室') && around.includes(reason), `the sheet says who took it and why: ${around}`)
  assert.doesNotMatch(text.join(), /522399\d{11}[\dX]/, 'no ID in full')
}
