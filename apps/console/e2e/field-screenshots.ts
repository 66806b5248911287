/**
 * Takes the pictures of the handbook of the field app anew: `node apps/console/e2e/field-screenshots.ts --from HOME`, where HOME is the
 * ANYE_HOME of a stopped installation with the demo prefecture; it is copied, not changed. `--all FOLDER` takes every screen in both
 * languages, two sizes of type and two screens into a folder instead, to look at.
 */
import assert from 'node:assert/strict'
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { openBrowsing } from './browsing.ts'
import { buildFaces } from './build-faces.ts'
import { withChineseType } from './chinese-type.ts'
import { fieldPictures, type Look } from './field-pictures.ts'
import { villageAccount } from './people.ts'
import { ROOT } from './processes.ts'
import { openWorld, UNITS } from './world.ts'

const IMAGES = join(ROOT, 'docs', 'images')
const MOST_BYTES = 100_000
const SMALL = { width: 360, height: 640 }
const LARGE = { width: 412, height: 915 }
const HANDBOOK: readonly Look[] = (['zh-CN', 'en'] as const).map((locale) => ({ locale, size: 'normal', screen: { width: 360, height: 720 } }))
const EVERY: readonly Look[] = [SMALL, LARGE].flatMap((screen) =>
  (['zh-CN', 'en'] as const).flatMap((locale) => (['normal', 'large'] as const).map((size) => ({ locale, size, screen }))))

const { values } = parseArgs({ options: { from: { type: 'string' }, all: { type: 'string' } } })
if (values.from === undefined) throw new Error('Say where the demo lies: --from HOME')
const folder = values.all
Object.assign(process.env, withChineseType())
await buildFaces()
await mkdir(folder ?? IMAGES, { recursive: true })
const world = await openWorld(values.from, console.log)
try {
  const browsing = await openBrowsing(world.address)
  try {
    const account = await villageAccount(world, UNITS.county)
    if (folder === undefined) await fieldPictures(browsing, account, HANDBOOK, toHandbook)
    else await fieldPictures(browsing, account, EVERY, (page, screen, look) => toFolder(page, folder, screen, look))
  } finally {
    await browsing.close()
  }
} finally {
  await world.stop()
}

async function toHandbook(page: Page, screen: string, { locale }: Look): Promise<void> {
  const name = `field-${screen}${locale === 'en' ? '-en' : ''}.png`
  const path = join(IMAGES, name)
  await page.screenshot({ path })
  const { size } = await stat(path)
  console.log(`${name} ${Math.round(size / 1000)} kB`)
  assert.ok(size < MOST_BYTES, `${name} is too large for a handbook`)
}

async function toFolder(page: Page, to: string, screen: string, { locale, size, screen: { width } }: Look): Promise<void> {
  await page.screenshot({ path: join(to, `${screen}-${width}-${locale}-${size}.png`) })
}
