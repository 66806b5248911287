import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { statusOf } from './asking.ts'
import { closeToday, orderReport } from './day.ts'
import type { Journey, Stage } from './journey.ts'
import { rowsOf, see, until } from './look.ts'
import { pdfTexts } from './pdf-text.ts'
import { signIn } from './people.ts'
import { UNITS } from './world.ts'
import { zipEntry } from './zip-entry.ts'

export const reportJourneys: readonly Journey[] = [
  { title: 'The day is closed, the county’s report compiled, signed by one of its two chiefs, corrected by number and closed to another unit', walk: closeSignCorrect },
]

const COUNTY = '望谟县'
const CORRECTION = '第一部分“零就业家庭”以附件名单为准。'

async function closeSignCorrect({ browsing }: Stage): Promise<void> {
  const { page: office } = await signIn(browsing, 'prefecture-office', '/reports')
  await closeToday(office)
  const address = await compileReport(office)
  assert.equal(await office.getByRole('button', { name: '签发' }).count(), 0, 'the office does not sign')

  const { page: chief } = await signIn(browsing, `chief2-${UNITS.county}`, '/reports')
  await rowsOf(chief).filter({ hasText: COUNTY }).first().getByRole('link').first().click()
  await chief.waitForURL(`**${address}`)
  await chief.getByRole('button', { name: '签发' }).click()
  assert.equal(await chief.getByRole('dialog').getByRole('list', { name: '在任指挥长' }).getByRole('listitem').count(), 2, 'both chiefs stand on it')
  await chief.getByRole('dialog').getByRole('button', { name: '签发' }).click()
  await see(chief.locator('.page-answer'), /于 .* 签发/)

  await cannotChange(office, address)
  await downloadsSay(chief, await headlineOf(chief))

  const { page: otherChief } = await signIn(browsing, `chief1-${UNITS.county}`, address)
  await see(otherChief.locator('.page-answer'), /于 .* 签发/)
  assert.equal(await otherChief.getByRole('button', { name: '签发', exact: true }).count(), 0, 'one signature is enough')
  await otherChief.getByRole('button', { name: '发布更正' }).click()
  await otherChief.getByLabel('更正内容').fill(CORRECTION)
  await otherChief.getByRole('button', { name: '发布', exact: true }).click()
  await see(otherChief.locator('.report-sheet'), new RegExp(`更正第1号.*${CORRECTION}`))
  await downloadsSay(otherChief, CORRECTION)

  const { page: stranger } = await signIn(browsing, `office-${UNITS.newArea.toLowerCase()}`, address)
  await see(stranger.locator('main'), '没有找到')
  assert.ok(!(await stranger.locator('main').innerText()).includes('望谟'), 'another unit learns nothing of the report')
  const api = `/reporting${address}`
  for (const path of [api, `${api}/document?format=docx`, `${api}/document?format=pdf`]) {
    assert.deepEqual([await statusOf(otherChief, path), await statusOf(stranger, path)], [200, 404], path)
  }
}

/** @returns the report's address */
async function compileReport(page: Page): Promise<string> {
  await orderReport(page, COUNTY)
  await page.waitForURL(/\/reports\/[0-9a-f-]{36}/)
  await see(page, /草稿，等待签发/)
  return new URL(page.url()).pathname
}

/** Neither by a remark nor by making it anew. */
async function cannotChange(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await see(page.locator('.page-answer'), /签发/)
  const before = await page.locator('.report-sheet').innerText()
  assert.equal(await page.getByRole('button', { name: '批注' }).first().isDisabled(), true)
  await page.goto('/reports')
  await orderReport(page, COUNTY)
  await see(page.getByRole('dialog').getByRole('alert'), '战报已签发，不能修改；请另发更正。')
  await page.goto(address)
  await until(() => page.locator('.report-sheet').innerText(), (now) => now === before, 5_000)
}

async function headlineOf(page: Page): Promise<string> {
  const headline = await page.locator('.report-part').first().locator('p').first().innerText()
  assert.match(headline, /\d/, 'the headline has numbers')
  return headline
}

/** Word and PDF are what they claim to be, and both say this word for word, below the name of the unit. */
async function downloadsSay(page: Page, sentence: string): Promise<void> {
  const word = await download(page, 'Word')
  assert.equal(word.subarray(0, 2).toString(), 'PK')
  const wordText = zipEntry(word, 'word/document.xml').replaceAll(/<[^>]+>/g, '')
  const pdf = await download(page, 'PDF')
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
  assert.ok(pdf.includes('%%EOF'), 'the PDF is whole')
  for (const [name, texts] of [['Word', [wordText]], ['PDF', pdfTexts(pdf)]] as const) {
    for (const expected of [sentence, COUNTY]) {
      assert.ok(texts.some((text) => withoutSpaces(text).includes(withoutSpaces(expected))), `${name} says “${expected}”`)
    }
  }
}

async function download(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return readFile(await download.path())
}

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s+/g, '')
}
