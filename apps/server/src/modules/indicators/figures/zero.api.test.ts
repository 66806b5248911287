import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aHousehold, anEpisode, aPerson } from '../../../../test/builders/registry.ts'
import { NEXT_VILLAGE, startRegistryApp, VILLAGE, type Answer, type RegistryApp } from '../../../../test/registry-app.ts'

let app: RegistryApp
const KINDS = { ordinary: '2026-01-05', poor: '2026-06-01', edge: '2026-03-01', resettled: '2026-02-01', monitored: '2026-08-01' } as const
const ORDER = ['poor', 'monitored', 'edge', 'resettled', 'ordinary']
const kindOf = new Map<string, string>()

beforeAll(async () => {
  app = await startRegistryApp()
  await app.asSystem(async (tx) => {
    for (const [kind, known] of Object.entries(KINDS)) {
      const household = await aHousehold(tx, { division: VILLAGE, segments: [[kind, '2020-01-01']] })
      kindOf.set(household, kind)
      await aPerson(tx, household, { division: VILLAGE })
      await sql`update registry.household set known_since = ${known} where id = ${household}`.execute(tx)
    }
    const covered = await aHousehold(tx, { division: VILLAGE })
    const worker = await aPerson(tx, covered, { division: VILLAGE })
    await anEpisode(tx, covered, worker, { division: VILLAGE, start: '2026-03-01', evidence: [['visit', '2026-11-20']] })
    await aPerson(tx, await aHousehold(tx, { division: NEXT_VILLAGE }), { division: NEXT_VILLAGE })
  })
  await app.recompute()
})
afterAll(() => app.close())

type Page = { rows: { householdId: string; since: string; daysLeft: number }[]; nextCursor: string | null }
const pageOf = ({ status, body }: Answer): Page => {
  expect(status).toBe(200)
  return body as Page // the endpoint's own schema was checked on the way out
}
const kinds = (page: Page) => page.rows.map(({ householdId }) => kindOf.get(householdId))

it('S30 lists poor and monitored households first, then edge and resettled ones, each the longest without work first', async () => {
  const page = pageOf(await app.get('village', '/indicators/zero-households', { place: VILLAGE, limit: 20 }))
  expect(kinds(page)).toEqual(ORDER)
})

it('S30 keeps the order from page to page and shows nobody twice', async () => {
  const seen: (string | undefined)[] = []
  let cursor: string | null = null
  do {
    const page: Page = pageOf(await app.get('village', '/indicators/zero-households', {
      place: VILLAGE, limit: 2, ...(cursor === null ? {} : { cursor }),
    }))
    seen.push(...kinds(page))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(seen).toEqual(ORDER)
})

it('S23 starts the clock on the day the household became known and counts twenty working days', async () => {
  const { rows } = pageOf(await app.get('village', '/indicators/zero-households', { place: VILLAGE, limit: 1 }))
  expect(rows[0]).toMatchObject({ since: '2026-06-01', daysLeft: expect.any(Number) })
  expect(rows[0]?.daysLeft).toBeLessThan(0)
})

it('S23 shows a village its own households and nobody else’s', async () => {
  const everywhere = pageOf(await app.get('village', '/indicators/zero-households', { limit: 50 }))
  expect(everywhere.rows).toHaveLength(ORDER.length)
  const township = pageOf(await app.get('clerk', '/indicators/zero-households', { limit: 50 }))
  expect(township.rows).toHaveLength(ORDER.length + 1)
})
