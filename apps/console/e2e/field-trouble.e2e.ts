import assert from 'node:assert/strict'
import type { BrowserContext, Download, Page } from 'playwright-core'
import { askChecks, askLines, type Line } from './asking-cards.ts'
import { backToToday, checkSameJob, householdRow, householdRows, logInOnPhone, memberCard, openHousehold, openPhone, openTab, PIN, press } from './field-phone.ts'
import type { Journey, Stage } from './journey.ts'
import { see, until } from './look.ts'
import { signIn, villageAccount } from './people.ts'
import { UNITS } from './world.ts'

export const fieldTroubleJourneys: readonly Journey[] = [
  { title: 'A full phone says what to do, shows nothing as saved that is not, and keeps what was', walk: fullDisk },
  { title: 'A phone whose system cleared its data says so and how much was unsent; after the log-in the households are back, and what was confirmed is on the server', walk: eviction },
  { title: 'Nobody logs out over unsent work; saved to a file it goes out from another phone of the same person, once', walk: leaveWithWork },
]

const WITHIN_MS = 30_000
const FULL = '手机存储已满，这一步没有保存'

/** A phone of the township's clerk, and people in work of other villages than the one that other journeys check. */
async function aPhoneWithPeople({ browsing, world }: Stage): Promise<{ page: Page; context: BrowserContext; account: string; people: Line[] }> {
  const village = (await villageAccount(world, UNITS.county)).replace('village-', '')
  const account = `clerk-${village.slice(0, 9)}`
  const { page, context } = await openPhone(browsing, account)
  const lines = await askLines(page, village.slice(0, 9), '&state=checked')
  const people = lines.filter(({ villageCode, knownStatus, jobId }) => villageCode !== village && knownStatus === '11' && jobId !== null)
  return { page, context, account, people: onePerHousehold(people) }
}

function onePerHousehold(lines: readonly Line[]): Line[] {
  return [...new Map(lines.map((line) => [line.householdId, line])).values()]
}

async function fullDisk(stage: Stage): Promise<void> {
  const { page, context, people: [first, second] } = await aPhoneWithPeople(stage)
  assert.ok(first && second)
  await withDisk(page)
  await context.setOffline(true)
  await checkAsBefore(page, first)
  await see(page, '待发送 1')
  await fillDisk(page, true)
  await openHousehold(page, second.householdId)
  await checkSameJob(page, second.name)
  await see(page.getByRole('alert'), FULL)
  assert.equal(await page.getByRole('radio', { name: /^还是原来的工作/ }).getAttribute('aria-checked'), 'true', 'what was chosen is still there')
  await see(page, '待发送 1')
  await page.getByRole('button', { name: '返回' }).click()
  assert.equal(await memberCard(page, second.name).getByText('待发送').count(), 0, 'what was not saved is not shown as saved')
  await backToToday(page)
  await see(await householdRow(page, first.householdId), '1 条待发送')

  await page.reload()
  await press(page, PIN)
  await see(page.getByRole('alert'), FULL)
  await fillDisk(page, false)
  await press(page, PIN)
  await see(await householdRow(page, first.householdId), '1 条待发送')
  await checkAsBefore(page, second)
  await see(page, '待发送 2')
  await context.setOffline(false)
  await see(page, '已确认 2 · 待发送 0')
}

const DISK = 'test.disk'

/** From the next load on, a page writes to its database only while its disk has room. */
async function withDisk(page: Page): Promise<void> {
  await page.addInitScript((disk) => {
    for (const act of ['put', 'add'] as const) {
      const real = IDBObjectStore.prototype[act]
      IDBObjectStore.prototype[act] = function write(this: IDBObjectStore, ...row: [unknown, IDBValidKey?]) {
        if (localStorage.getItem(disk) === 'full') throw new DOMException('The disk is full', 'QuotaExceededError')
        return real.apply(this, row)
      }
    }
  }, DISK)
  await page.reload()
  await press(page, PIN)
}

const fillDisk = (page: Page, isFull: boolean): Promise<void> => page.evaluate(([disk, state]) => localStorage.setItem(disk, state), [DISK, isFull ? 'full' : ''] as const)

/** From the list of today and back to it. */
async function checkAsBefore(page: Page, { householdId, name }: Line): Promise<void> {
  await openHousehold(page, householdId)
  await checkSameJob(page, name)
  await memberCard(page, name).waitFor()
  await backToToday(page)
}

async function eviction(stage: Stage): Promise<void> {
  const { page, context, account, people: [confirmed, lost] } = await aPhoneWithPeople(stage)
  assert.ok(confirmed && lost)
  const before = (await askChecks(page, confirmed)).checks.length
  await checkAsBefore(page, confirmed)
  await see(page, '已确认 1 · 待发送 0')
  await context.setOffline(true)
  await checkAsBefore(page, lost)
  await see(page, '待发送 1')
  await context.setOffline(false)
  await page.goto('about:blank')
  // What a browser short of room takes: databases, kept files and the worker, neither cookies nor settings.
  const system = await context.newCDPSession(page)
  await system.send('Storage.clearDataForOrigin', { origin: stage.browsing.address, storageTypes: 'indexeddb,cache_storage,service_workers' })

  await page.goto('/field/')
  await see(page, '系统清理了本应用保存的数据')
  await see(page, '清理前还有 1 条没有发送')
  await logInOnPhone(page, account)
  assert.equal(await householdRows(page).count() > 0, true)
  assert.equal((await askChecks(page, confirmed)).checks.length, before + 1, 'what the phone showed as confirmed is on the server')
  await openTab(page, '发件箱')
  await see(page, '没有待发送的工作')
}

async function leaveWithWork(stage: Stage): Promise<void> {
  const { page, context, account, people: [person] } = await aPhoneWithPeople(stage)
  assert.ok(person)
  const { page: desk } = await signIn(stage.browsing, account)
  const before = (await askChecks(desk, person)).checks.length
  await context.setOffline(true)
  await checkAsBefore(page, person)
  await openTab(page, '我的')
  await logOut(page)
  await see(page.getByRole('alert'), '还有 1 条没有发送')
  await page.getByRole('button', { name: '取消' }).last().click()
  const file = await saveWork(page)
  await logOut(page)
  await see(page, '已退出登录，本机档案已清除')

  const other = await openPhone(stage.browsing, account)
  await takeIn(other.page, file)
  await see(other.page, '已导入 1 条')
  await see(other.page, '已确认 1 · 待发送 0')
  assert.equal((await until(() => askChecks(desk, person), ({ checks }) => checks.length > before, WITHIN_MS)).checks.length, before + 1)
  await other.page.getByRole('button', { name: '关闭' }).last().click()
  await takeIn(other.page, file)
  await see(other.page, '另有 1 条本机已有')
  // The first phone comes back, opens its own work and sends it: the server has it already.
  await context.setOffline(false)
  await logInOnPhone(page, account)
  await see(page, '已确认 1 · 待发送 0')
  assert.equal((await askChecks(desk, person)).checks.length, before + 1, 'sent by two phones it is stored once')
}

async function logOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: '退出登录', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '退出登录', exact: true }).click()
}

async function saveWork(page: Page): Promise<string> {
  await page.getByRole('button', { name: '把未发送的工作存成文件' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '存成文件' }).last().click()]) as [Download, void]
  return download.path()
}

async function takeIn(page: Page, file: string): Promise<void> {
  await openTab(page, '我的')
  await page.getByRole('button', { name: '导入另一台手机存的文件' }).click()
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file)
}
