/**
 * Takes the pictures of the READMEs anew: `node apps/console/e2e/screenshots.ts --from HOME`, where HOME is the ANYE_HOME of a
 * stopped installation with the demo prefecture at its normal scale; it is copied, not changed.
 */
import assert from 'node:assert/strict'
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { ask, askOverview, askPersons, askZeroHouseholds } from './asking.ts'
import { openBrowsing } from './browsing.ts'
import type { Browsing } from './browsing.ts'
import { buildFaces } from './build-faces.ts'
import { closeToday, orderReport } from './day.ts'
import { dirtyWorkbook } from './dirty-workbook.ts'
import { answerOf, rowsOf, see } from './look.ts'
import { signIn } from './people.ts'
import { ROOT } from './processes.ts'
import { openWorld, UNITS } from './world.ts'

const IMAGES = join(ROOT, 'docs', 'images')
const MOST_BYTES = 400_000
const VILLAGE = '522326001001'
const CANDIDATES = 24
const History = z.object({ episodes: z.array(z.object({ id: z.string() })), trainings: z.array(z.unknown()), wages: z.array(z.unknown()) })

const { values } = parseArgs({ options: { from: { type: 'string' } } })
if (values.from === undefined) throw new Error('Say where the demo lies: --from HOME')
await buildFaces()
await mkdir(IMAGES, { recursive: true })
const world = await openWorld(values.from, console.log)
try {
  const browsing = await openBrowsing(world.address)
  try {
    await picturesOfFigures(browsing)
    await picturesOfRecords(browsing)
  } finally {
    await browsing.close()
  }
} finally {
  await world.stop()
}

async function picturesOfFigures(browsing: Browsing): Promise<void> {
  const { page } = await signIn(browsing, 'prefecture-office', '/overview')
  await rowsOf(page).first().waitFor()
  await picture(page, 'overview')
  await page.goto('/coverage')
  await rowsOf(page).first().waitFor()
  await picture(page, 'coverage')
  await page.goto('/reports')
  await closeToday(page)
  await orderReport(page, '黔西南')
  await page.locator('.report-sheet').waitFor()
  await picture(page, 'report')
}

async function picturesOfRecords(browsing: Browsing): Promise<void> {
  const { page } = await signIn(browsing, `office-${UNITS.county}`)
  const [household] = await askZeroHouseholds(page, UNITS.county)
  assert.ok(household)
  await page.goto(`/households/${household.householdId}`)
  await picture(page, 'household')
  await page.goto(`/persons/${await richestLife(page)}`)
  await see(page, '就业记录与依据')
  await picture(page, 'person')
  const { place, path } = await askOverview(page, VILLAGE)
  const home = { county: '望谟县', township: path.find(({ code }) => code.length === 9)?.name ?? '', village: place.name }
  await page.goto('/imports/new')
  await page.locator('input[type=file]').setInputFiles({
    name: `${place.name}花名册.xlsx`, mimeType: 'application/octet-stream', buffer: await dirtyWorkbook(home),
  })
  const preview = page.locator('.level-counts')
  const toPreview = page.getByRole('button', { name: /^(确认对应并检查|查看预览)$/ })
  await preview.or(toPreview).first().waitFor()
  if (await toPreview.isVisible()) await toPreview.click()
  await preview.waitFor()
  await see(page.getByRole('region', { name: '逐行问题' }), /无法恢复/)
  await picture(page, 'import')
}

/** Of some people in stable work the one about whom most is known: the timeline has four strands to show. */
async function richestLife(page: Page): Promise<string> {
  const people = (await askPersons(page, `place=${UNITS.county}&work=stable`)).slice(0, CANDIDATES)
  let [best, most] = ['', -1]
  for (const { id } of people) {
    const { episodes, trainings, wages } = await ask(page, `/registry/persons/${id}`, History)
    const known = episodes.length * 3 + trainings.length * 4 + wages.length
    if (known > most) [best, most] = [id, known]
  }
  return best
}

async function picture(page: Page, name: string): Promise<void> {
  await answerOf(page)
  await page.waitForLoadState('networkidle')
  const path = join(IMAGES, `${name}.png`)
  await page.screenshot({ path })
  const { size } = await stat(path)
  console.log(`${name}.png ${Math.round(size / 1000)} kB`)
  assert.ok(size < MOST_BYTES, `${name}.png is too large for a README`)
}
