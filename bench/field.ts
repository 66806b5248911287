import type { BrowserContext, Page } from 'playwright-core'
import { openBrowsing, type Browsing } from '../apps/console/e2e/browsing.ts'
import { buildFaces } from '../apps/console/e2e/build-faces.ts'
import { openPhone, PHONE, PIN, press } from '../apps/console/e2e/field-phone.ts'
import { villageAccount } from '../apps/console/e2e/people.ts'
import { openWorld, UNITS } from '../apps/console/e2e/world.ts'
import type { BenchRow } from './bench-row.ts'

const ROUNDS = 5
/** How much slower a phone of 2019 is than this machine, roughly; holds for the page's own thread, which key stretching is not on. */
const SLOWER = 4
const SAW = '__benchSaw'

/**
 * The field app's start without a network on a throttled processor, seconds from the navigation until the number pad takes a digit, and
 * from the PIN's last digit until the list stands, against the first load of the same page with a network (until the log-in can be
 * typed). Medians. `ANYE_BENCH_HOME` names a loaded home to copy; without it a small demo is loaded.
 */
export async function bench(): Promise<BenchRow[]> {
  await buildFaces()
  const world = await openWorld(process.env['ANYE_BENCH_HOME'], console.error)
  try {
    const browsing = await openBrowsing(world.address)
    try {
      const account = await villageAccount(world, UNITS.county)
      return rowsOf(await firstLoads(browsing), await coldStarts(browsing, account.replace('village-', 'clerk-').slice(0, -3)))
    } finally {
      await browsing.close()
    }
  } finally {
    await world.stop()
  }
}

function rowsOf(baselineValue: number, { pad, list }: { pad: number; list: number }): BenchRow[] {
  const row = (name: string, value: number): BenchRow => ({
    name: `field: ${name}`, value, unit: 's', baseline: 'the first load of the page with a network', baselineValue, ratio: value / baselineValue,
  })
  return [row('start without a network until the PIN can be typed', pad), row('from the last digit of the PIN to the list', list)]
}

async function firstLoads(browsing: Browsing): Promise<number> {
  return medianOf(async () => {
    const { page, context } = await browsing.sit()
    await slowDown(page, context)
    await page.goto('/field/')
    const seconds = await seen(page, 'input[type=password]')
    await context.close()
    return seconds
  })
}

async function coldStarts(browsing: Browsing, account: string): Promise<{ pad: number; list: number }> {
  const { page: first, context } = await openPhone(browsing, account)
  await first.close()
  await context.setOffline(true)
  const lists: number[] = []
  const pad = await medianOf(async () => {
    const page = await context.newPage()
    await slowDown(page, context)
    await page.goto('/field/')
    const padAt = await seen(page, '.number-pad button:not([disabled])')
    await press(page, PIN.slice(0, -1))
    const last = page.getByRole('button', { name: PIN.slice(-1), exact: true })
    const tappedAt = await last.evaluate((button: HTMLButtonElement) => {
      const at = performance.now()
      button.click()
      return at / 1000
    })
    lists.push((await seen(page, 'a.row')) - tappedAt)
    await page.close()
    return padAt
  })
  return { pad, list: middle(lists) }
}

/** A phone's screen and processor; from the next load on the page notes when what is asked for is first drawn. */
async function slowDown(page: Page, context: BrowserContext): Promise<void> {
  await page.setViewportSize(PHONE)
  await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.addInitScript((saw) => {
    const seenAt: Record<string, number> = {}
    Reflect.set(window, saw, seenAt)
    const look = () => {
      for (const selector of ['input[type=password]', '.number-pad button:not([disabled])', 'a.row']) {
        // Noted with the frame that shows it, not with the change that leads to it.
        if (seenAt[selector] === undefined && document.querySelector(selector) !== null) requestAnimationFrame((at) => { seenAt[selector] ??= at })
      }
    }
    new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true })
  }, SAW)
}

/** Seconds from the navigation until something stood on the page. */
async function seen(page: Page, selector: string): Promise<number> {
  const at = await page.waitForFunction(([saw, wanted]) => (Reflect.get(window, saw) as Record<string, number>)[wanted], [SAW, selector] as const)
  return Number(await at.jsonValue()) / 1000
}

async function medianOf(measure: () => Promise<number>): Promise<number> {
  const values: number[] = []
  for (let round = 0; round < ROUNDS; round++) values.push(await measure())
  return middle(values)
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
