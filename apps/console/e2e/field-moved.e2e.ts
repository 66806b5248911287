import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { askLines, tell, type Line } from './asking-cards.ts'
import { ask } from './asking.ts'
import { backToToday, checkSameJob, memberCard, openHousehold, openPhone, openTab } from './field-phone.ts'
import type { Journey, Stage } from './journey.ts'
import { see, until } from './look.ts'
import { signIn, villageAccount } from './people.ts'
import { UNITS } from './world.ts'

export const fieldMovedJourneys: readonly Journey[] = [
  { title: 'A village moves to another township while a phone is out: its work reaches whoever answers for the household now, with the author’s name, and the phone says so', walk: movedAway },
]

const WITHIN_MS = 60_000
const DAY_MS = 86_400_000
const Me = z.object({ name: z.string(), today: z.string() })
const Users = z.object({ rows: z.array(z.object({ userId: z.string(), userName: z.string() })) })
const LateWork = z.object({ rows: z.array(z.object({ author: z.string(), reason: z.string(), personName: z.string().nullable(), householdId: z.string() })) })

async function movedAway({ browsing, world }: Stage): Promise<void> {
  const village = (await villageAccount(world, UNITS.county)).replace('village-', '')
  const township = village.slice(0, 9)
  const { page, context } = await openPhone(browsing, `clerk-${township}`)
  const { name: author, today } = await ask(page, '/me', Me)
  const { page: county } = await signIn(browsing, `office-${UNITS.county}`)
  const person = await somebodyElsewhere(county, township, village)
  const goal = await villageOfAnotherTownship(county, township)

  await context.setOffline(true)
  await openHousehold(page, person.householdId)
  await checkSameJob(page, person.name)
  await see(memberCard(page, person.name), '待发送')
  await backToToday(page)
  await letClerk(browsing, village, goal.slice(0, 9))
  const { page: office } = await signIn(browsing, 'prefecture-office')
  await tell(office, `/divisions/${person.villageCode}/merge`, {
    successorCode: goal, lastDay: new Date(Date.parse(today) - DAY_MS).toISOString().slice(0, 10), reason: '撤并到邻近街道',
  }, z.object({ code: z.string() }))
  await until(() => askLines(county, goal), (lines) => lines.some(({ personId }) => personId === person.personId), WITHIN_MS)

  await context.setOffline(false)
  await see(page, '待发送 0')
  await openTab(page, '发件箱')
  await see(page, '已转接手人')
  await see(page, '这一户已划到别处')
  await openTab(page, '今日')
  await until(() => page.locator(`a.row[href$="/households/${person.householdId}"]`).count(), (count) => count === 0, WITHIN_MS)

  const { page: successor } = await signIn(browsing, `guide-${village}`)
  const { rows } = await ask(successor, '/cards/late-work', LateWork)
  assert.deepEqual(rows.filter(({ householdId }) => householdId === person.householdId), [
    { author, reason: 'not_found', personName: person.name, householdId: person.householdId },
  ])
}

/** Somebody at work in the smallest other village of the township. */
async function somebodyElsewhere(page: Page, township: string, village: string): Promise<Line> {
  const lines = (await askLines(page, township)).filter(({ villageCode }) => villageCode !== village)
  const sizes = Map.groupBy(lines, ({ villageCode }) => villageCode)
  const at = (line: Line) => sizes.get(line.villageCode)?.length ?? 0
  const [found] = lines.filter(({ knownStatus, jobId, state }) => knownStatus === '11' && jobId !== null && state !== 'closed').sort((a, b) => at(a) - at(b))
  assert.ok(found, 'somebody of another village works in another province')
  return found
}

async function villageOfAnotherTownship(page: Page, township: string): Promise<string> {
  const found = (await askLines(page, UNITS.county)).find(({ villageCode }) => !villageCode.startsWith(township))
  assert.ok(found, 'the county has people in two townships')
  return found.villageCode
}

/** The guide of the village becomes the clerk of the other township as well. */
async function letClerk(browsing: Stage['browsing'], village: string, township: string): Promise<void> {
  const { page: admin } = await signIn(browsing, 'security-admin')
  const { rows: [guide] } = await ask(admin, `/users?text=guide-${village}`, Users)
  assert.ok(guide)
  await tell(admin, `/users/${guide.userId}/roles`, { userId: guide.userId, role: 'township_clerk', place: township, validTo: null }, z.object({ role: z.string() }))
}
