import { sql } from 'kysely'
import { DEFAULT_CARD_PARAMETERS } from '@anye/contract/cards/card-parameters'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkedLines } from '../../../../test/builders/card-lines.ts'
import { startRegistryApp, VILLAGE, type RegistryApp } from '../../../../test/registry-app.ts'
import { rows } from '../../../platform/db.ts'
import { getPlace } from '../../organization/organization.api.ts'
import { monthRatesOf } from '../cards.api.ts'

const TOWNSHIP = VILLAGE.slice(0, 9)
const MONTH = '2026-10'
const AT_CLOSE = '2026-11-24T22:00:00+08:00'
/** When a line was reviewed, and why it was closed without a check. */
const REVIEWS: readonly [string, string | null][] = [
  ['2026-11-04T10:00:00+08:00', null], ['2026-11-05T23:59:00+08:00', null], ['2026-11-06T00:01:00+08:00', null], ['2026-11-03T10:00:00+08:00', '长期失联'],
]

let api: RegistryApp
beforeAll(async () => {
  api = await startRegistryApp()
  await api.asSystem(async (tx) => {
    await checkedLines(tx, { month: MONTH, villages: [VILLAGE], lines: 10, by: api.userIdOf('village') })
    const people = await rows(tx, sql<{ id: string }>`select person_id as id from cards.line where month = ${MONTH} order by person_id`)
    for (const [index, [at, exception]] of REVIEWS.entries()) {
      await sql`update cards.line set state = 'reviewed', reviewed_at = ${at}, exception = ${exception} where month = ${MONTH} and person_id = ${people[index]?.id ?? ''}`.execute(tx)
    }
  })
})
afterAll(() => api.close())

const ratesOn = (day: string, until: string) => api.asSystem(async (tx) => monthRatesOf(tx, await getPlace(tx, TOWNSHIP, 'unit'), day, new Date(until)))

describe('rates of a month of service cards', () => {
  it('count as in time what was reviewed by the end of the due day, and no line that was closed without a check', async () => {
    const { due } = await ratesOn('2026-11-24', AT_CLOSE)
    expect(due).toMatchObject({ month: MONTH, dueOn: '2026-11-05', lines: 10, checked: 10, reviewed: 4, onTime: 2 })
    const { body } = await api.get('county', '/cards/months/progress', { month: MONTH, place: TOWNSHIP })
    expect(body).toMatchObject({ total: { lines: due.lines, onTime: due.onTime } })
  })

  it('know nothing of what was done after the instant they are asked for', async () => {
    expect((await ratesOn('2026-11-24', '2026-11-04T12:00:00+08:00')).due).toMatchObject({ lines: 10, reviewed: 2, onTime: 1 })
  })

  it('are of the last month whose due day is over, be its successor open already or not', async () => {
    expect(await ratesOn('2026-11-05', AT_CLOSE)).toMatchObject({ running: { month: MONTH }, due: { month: '2026-09' } })
    expect(await ratesOn('2026-11-06', AT_CLOSE)).toMatchObject({ running: { month: '2026-11' }, due: { month: MONTH } })
    await api.asSystem((tx) => sql`insert into platform.setting (key, valid_from, value)
      values ('cards.parameters', '2026-11-01', ${JSON.stringify({ ...DEFAULT_CARD_PARAMETERS, opensDay: 8 })}::jsonb)`.execute(tx))
    expect(await ratesOn('2026-11-06', AT_CLOSE)).toMatchObject({ running: { month: MONTH }, due: { month: MONTH } })
  })

  it('take re-calls of samples of everybody, the answer that reached somebody before one that did not', async () => {
    const drawn = await api.command('county', 'POST', '/cards/samples', { month: MONTH, place: TOWNSHIP, size: 3, seed: 'rates' })
    const { id } = drawn.body as { id: string }
    const { rows: members } = (await api.get('county', `/cards/samples/${id}`)).body as { rows: { personId: string }[] }
    for (const [index, found] of ['11', '20', '90'].entries()) {
      const { status } = await api.command('county', 'POST', `/cards/samples/${id}/recalls`, { personId: members[index]?.personId, method: 'phone', found })
      expect(status).toBe(200)
    }
    expect((await ratesOn('2026-11-24', '2026-12-31T00:00:00+08:00')).due).toMatchObject({ reached: 2, agreed: 1 })
  })
})
