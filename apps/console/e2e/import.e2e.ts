import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { askOverview } from './asking.ts'
import { dirtyWorkbook, FAULTS, mendedWorkbook, readAnnotated } from './dirty-workbook.ts'
import type { Home } from './dirty-workbook.ts'
import type { Journey, Stage } from './journey.ts'
import { answerOf, see } from './look.ts'
import { signIn } from './people.ts'
import { UNITS } from './world.ts'

export const importJourneys: readonly Journey[] = [
  { title: 'A village’s dirty workbook is checked, written, sent back with reasons, mended and uploaded again', walk: mendAndUploadAgain },
  { title: 'A file that is no workbook gets a sentence, and nothing is written', walk: notAWorkbook },
]

const CHECKING_MS = 60_000
const VILLAGE = '522326001001'
type Counts = { accepted: string; warned: string; queried: string; rejected: string }

async function mendAndUploadAgain({ browsing }: Stage): Promise<void> {
  const { page } = await signIn(browsing, `office-${UNITS.county}`, '/imports')
  const dirty = await dirtyWorkbook(await homeOf(page))
  assert.equal(await upload(page, '新屯花名册.xlsx', dirty), true, 'a column that nobody knows is asked about')
  assert.deepEqual(await previewedCounts(page), { accepted: '1', warned: '1', queried: '1', rejected: '2' } satisfies Counts)
  await see(page.getByRole('region', { name: '逐行问题' }), /被表格软件当作数字.后几位已丢失.无法恢复/)
  assert.deepEqual(await difference(page, '人'), ['3', '0', '0'])
  await commit(page)
  assert.match(await answerOf(page), /5 行中 2 行未导入，其余已写入 1 个村/)

  const annotated = await downloadAnnotated(page)
  const { reasons } = await readAnnotated(annotated)
  assert.match(reasons.get(FAULTS.lossy) ?? '', /无法恢复/, 'a lossy ID is told, never repaired')
  assert.match(reasons.get(FAULTS.wrongCheckDigit) ?? '', /校验不通过/)
  assert.match(reasons.get(FAULTS.otherBirth) ?? '', /1979-01-20/)
  assert.match(reasons.get(FAULTS.otherSex) ?? '', /性别/)
  assert.equal(reasons.get('贺春生'), undefined, 'nothing is wrong with this row')

  const mended = await mendedWorkbook(annotated)
  assert.equal(await upload(page, '新屯花名册（改）.xlsx', mended), false, 'what was answered once is remembered')
  assert.equal((await previewedCounts(page)).rejected, '0')
  // Two people are new, one wage differs; everybody else stays as they are.
  assert.deepEqual(await difference(page, '人'), ['2', '0', '3'])
  assert.deepEqual(await difference(page, '就业记录'), ['0', '1', '0'])
  await commit(page)
  assert.match(await answerOf(page), /5 行中 0 行未导入/)

  await upload(page, '又是这份.xlsx', mended)
  await see(page, '同一份文件已经导入过，不会再次写入。')
  assert.equal(await page.getByRole('button', { name: /^写入/ }).isDisabled(), true)
  await page.getByRole('link', { name: '查看上次导入' }).click()
  await see(page, /“新屯花名册（改）.xlsx”/)
}

async function notAWorkbook({ browsing }: Stage): Promise<void> {
  const { page } = await signIn(browsing, `office-${UNITS.county}`, '/imports/new')
  await page.locator('input[type=file]').setInputFiles({
    name: '花名册.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('%PDF-1.4 没有表格的文件'),
  })
  await see(page.getByRole('alert'), /PDF|不是|读不出来/)
  await page.goto('/imports')
  await page.locator('main h1').waitFor()
}

/** The names of the village and of what lies above it, as its clerk would write them. */
async function homeOf(page: Page): Promise<Home> {
  const { place, path } = await askOverview(page, VILLAGE)
  const [county, township] = [6, 9].map((digits) => path.find(({ code }) => code.length === digits)?.name)
  assert.ok(county && township)
  return { county, township, village: place.name }
}

/** From the list of imports to the preview, by way of the columns. @returns whether the columns had to be confirmed */
async function upload(page: Page, name: string, buffer: Buffer): Promise<boolean> {
  await page.goto('/imports/new')
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  await see(page, `“${name}”里有什么，能写入多少？`)
  const steps = page.getByRole('button', { name: /^(确认对应并检查|查看预览)$/ })
  const preview = page.locator('.level-counts')
  // A process of its own reads the file; on a busy machine it takes its time.
  await steps.or(preview).first().waitFor({ timeout: CHECKING_MS })
  const isAsked = !(await preview.isVisible())
  if (!isAsked) {
    await page.getByRole('button', { name: '调整列对应' }).click()
    await steps.waitFor()
  }
  await mappedColumns(page)
  // An answer to “which column is which” is final: the next thing seen is the preview.
  await steps.click()
  await preview.waitFor()
  return isAsked
}

/** The columns of the workbook were understood by their titles, the two-row ones too. */
async function mappedColumns(page: Page): Promise<void> {
  const row = (title: string) => page.locator('table.data-table tbody tr').filter({ hasText: title })
  await see(row('家庭成员信息 / 身份证号'), '证件号码')
  await see(row('务工情况 / 地点'), '务工地点')
}

async function previewedCounts(page: Page): Promise<Counts> {
  const shown = await page.locator('.level-counts button').allInnerTexts()
  const [accepted, warned, queried, rejected] = shown.map((text) => /(\d+)\s*行/.exec(text)?.[1] ?? '?')
  return { accepted, warned, queried, rejected } as Counts
}

/** New, changed and same of households, persons or jobs. */
function difference(page: Page, what: string): Promise<string[]> {
  return page.locator('table.difference tbody tr').filter({ has: page.getByRole('rowheader', { name: what, exact: true }) }).locator('td').allInnerTexts()
}

async function commit(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^写入 \d+ 行$/ }).click()
  await page.locator('.ant-popconfirm').getByRole('button', { name: /^写入/ }).click()
  await page.getByText(/写入完成/).waitFor({ timeout: CHECKING_MS })
}

async function downloadAnnotated(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载标注后的原表' }).click(),
  ])
  return readFile(await download.path())
}
