import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { askLines, askProgress } from './asking-cards.ts'
import { backToToday, byMethod, householdRow, openHousehold, openPhone, openTab, reopenPhone } from './field-phone.ts'
import type { Journey, Stage } from './journey.ts'
import { numberIn, see, until } from './look.ts'
import { signIn, villageAccount } from './people.ts'
import { UNITS } from './world.ts'

export const fieldJourneys: readonly Journey[] = [
  { title: 'A phone checks twenty households without a network, is closed, shows them checked when it opens again by PIN, and gets a receipt for each check', walk: checkWithoutNetwork },
]

const HOUSEHOLDS = 20
const WITHIN_MS = 30_000

async function checkWithoutNetwork({ browsing, world }: Stage): Promise<void> {
  const village = (await villageAccount(world, UNITS.county)).replace('village-', '')
  const township = village.slice(0, 9)
  const { page, context } = await openPhone(browsing, `clerk-${township}`)
  const { page: desk } = await signIn(browsing, `lead-${township}`)
  // The village's own people check the village itself, in other journeys.
  const due = (await askLines(desk, township, '&state=due')).filter(({ villageCode }) => villageCode !== village)
  const before = await askProgress(desk, township)

  await context.setOffline(true)
  const done = await confirmUnchanged(page, [...new Set(due.map(({ householdId }) => householdId))].slice(0, HOUSEHOLDS))
  const checks = [...done.values()].reduce((sum, each) => sum + each, 0)
  assert.ok(done.size >= HOUSEHOLDS / 2, `${done.size} households can be confirmed with a tap`)
  await see(page, `待发送 ${checks}`)
  await page.close()

  const again = await reopenPhone(context)
  await see(again, `待发送 ${checks}`)
  for (const [household, members] of done) await see(await householdRow(again, household), `${members} 条待发送`)
  assert.equal((await askProgress(desk, township)).due, before.due, 'nothing reached the server without a network')

  await context.setOffline(false)
  await see(again, `已确认 ${checks} · 待发送 0`)
  const after = await until(() => askProgress(desk, township), ({ due: left }) => left === before.due - checks, WITHIN_MS)
  assert.equal(after.checked, before.checked + checks, 'every check is stored once')
  await openTab(again, '发件箱')
  assert.equal(numberIn(await again.getByRole('heading', { name: /^已确认 / }).innerText(), /已确认 (\d+)/), checks)
  await see(again, /回执编号/)
}

/** Says “no change” by telephone of everybody of some households for whom one tap is allowed; answers how many by household, without those where nobody was. */
async function confirmUnchanged(page: Page, households: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const done = new Map<string, number>()
  for (const household of households) {
    await openHousehold(page, household)
    await byMethod(page, '电话')
    const unchanged = page.getByRole('button', { name: '无变化', exact: true })
    const members = await unchanged.count()
    for (let left = members; left > 0; left--) {
      await unchanged.first().click()
      await until(() => unchanged.count(), (now) => now < left, WITHIN_MS)
    }
    if (members > 0) done.set(household, members)
    await backToToday(page)
  }
  return done
}
