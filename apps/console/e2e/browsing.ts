import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { ROOT } from './processes.ts'

const MACHINE_CHROMIUM = '/usr/bin/chromium'
const ARGS = [
  // Tests may run as root, where the browser's own sandbox cannot start.
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
]
const PATIENCE_MS = 30_000
export const RESULTS = join(ROOT, 'test-results')

/** A person at a browser: a page, and what went wrong on it, and on any she opens beside it, that nobody sees. */
export type Seat = {
  page: Page
  context: BrowserContext
  /** Addresses of other hosts that a page asked for. */
  foreign: string[]
  /** What a page wrote to the console as an error, and uncaught exceptions. */
  faults: string[]
}

export type Browsing = {
  address: string
  /** Opens a browser of its own: no cookies of anybody else. */
  sit: () => Promise<Seat>
  /** Pictures of all open pages into test-results/, then closes them. */
  leave: (pictureName: string | undefined) => Promise<void>
  /** Faults of all seats since the last `leave`. */
  complaints: () => string[]
  close: () => Promise<void>
}

/** Starts the machine's Chromium, else the one that comes as a package. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = existsSync(MACHINE_CHROMIUM) ? MACHINE_CHROMIUM : await sparticuz.executablePath()
  // Without a UTF-8 locale Chromium calls every file with a Chinese name "download".
  return chromium.launch({ executablePath, args: ARGS, env: { ...process.env, LC_ALL: 'C.UTF-8' } })
}

/** Seats on one product at `address`. */
export async function openBrowsing(address: string): Promise<Browsing> {
  const browser = await openBrowser()
  let seats: Seat[] = []
  return {
    address,
    sit: async () => {
      const seat = await takeSeat(browser, address)
      seats.push(seat)
      return seat
    },
    leave: async (pictureName) => {
      await mkdir(RESULTS, { recursive: true })
      for (const [index, { context }] of seats.entries()) {
        for (const [place, page] of context.pages().entries()) {
          if (pictureName === undefined) continue
          await page.screenshot({ path: join(RESULTS, `${pictureName}-${index + 1}${place === 0 ? '' : `-${place + 1}`}.png`) }).catch(() => undefined)
        }
        await context.close()
      }
      seats = []
    },
    complaints: () => seats.flatMap(({ foreign, faults }) => [...foreign.map((url) => `asked another host: ${url}`), ...faults]),
    close: () => browser.close(),
  }
}

async function takeSeat(browser: Browser, address: string): Promise<Seat> {
  const context = await browser.newContext({
    baseURL: address, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1440, height: 900 },
    // A click that meets something still unfolding is lost, for people and for journeys.
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const [foreign, faults]: [string[], string[]] = [[], []]
  context.on('page', (page) => watch(page, address, { foreign, faults }))
  return { page: await context.newPage(), context, foreign, faults }
}

function watch(page: Page, address: string, { foreign, faults }: Pick<Seat, 'foreign' | 'faults'>): void {
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol !== 'data:' && protocol !== 'blob:' && origin !== address) foreign.push(request.url())
  })
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`))
  page.on('console', (message) => {
    // The browser itself reports every refused request; refusals are part of what journeys test.
    const isRefusal = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isRefusal) faults.push(`console: ${message.text()} (${page.url()})`)
  })
}
