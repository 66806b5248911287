import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, NEXT_VILLAGE, startRegistryApp, VILLAGE, type RegistryApp } from '../../../../test/registry-app.ts'
import { checkedLines } from '../../../../test/builders/card-lines.ts'
import { firstRow, inScope } from '../../../platform/db.ts'
import { EVERYWHERE } from '../../../platform/scope.ts'
import { workReviews } from './work-reviews.ts'

const LINES = 2400
const BATCH = 500
const FEW = 300
const FEW_A_BATCH = 100
/** Thousands of lines on a machine that does other things. */
const LONG = { timeout: 180_000 }
type Review = { id: string; state: string; total: number; done: number; skipped: Record<string, number>; undone: number }

let api: RegistryApp
beforeAll(async () => { api = await startRegistryApp() })
afterAll(() => api.close())

/** Lines of a month of this test's own, half in each village, checked by the village post. */
let months = 0
const aMonth = async (lines = FEW) => {
  months += 1
  const month = `20${String(60 + months)}-01`
  await api.asSystem((tx) => checkedLines(tx, { month, villages: [VILLAGE, NEXT_VILLAGE], lines, by: api.userIdOf('village') }))
  return month
}
const change = (month: string, what: string, most: number) => api.asSystem((tx) => sql`
  update cards.line set ${sql.raw(what)} where month = ${month} and person_id in (
    select person_id from cards.line where month = ${month} order by person_id desc limit ${most})`.execute(tx))
const start = async (month: string, filter: Record<string, unknown> = {}) => {
  const { status, body } = await api.command('clerk', 'POST', '/cards/reviews', { month, ...filter })
  expect(status, JSON.stringify(body)).toBe(200)
  return body as { id: string; total: number }
}
const get = async (id: string) => (await api.get('clerk', `/cards/reviews/${id}`)).body as Review
const workAll = async (most = FEW_A_BATCH) => { while ((await workReviews(api.services, most)) > 0); }
const states = (month: string) => api.asSystem((tx) => firstRow(tx, sql<Record<string, number>>`
  select count(*) filter (where state = 'checked')::int as checked, count(*) filter (where state = 'reviewed')::int as reviewed,
    count(distinct version) filter (where state = 'reviewed')::int as versions from cards.line where month = ${month}`))

describe('a review in bulk', () => {
  it('accepts every one of some thousand lines exactly once, in batches, and tells its owner', LONG, async () => {
    const month = await aMonth(LINES)
    const { id, total } = await start(month)
    expect(total).toBe(LINES)
    expect(await workReviews(api.services, BATCH)).toBe(1)
    expect(await get(id)).toMatchObject({ state: 'running', done: BATCH, total: LINES })
    await workAll(BATCH)
    expect(await get(id)).toMatchObject({ state: 'done', done: LINES, skipped: {} })
    expect(await states(month)).toEqual({ checked: 0, reviewed: LINES, versions: 1 })
    expect(api.events).toContainEqual({ type: 'task', taskId: id, ownerId: api.userIdOf('clerk') })
  })
  it('V20 leaves to a person what the reviewer checked, what is in dispute and what three months did not change', async () => {
    const month = await aMonth()
    await change(month, 'no_change = true, months_unchanged = 2', 30)
    await change(month, 'in_dispute = true', 20)
    await change(month, `checked_by = '${api.userIdOf('clerk')}'`, 10)
    const { id } = await start(month)
    await workAll()
    expect(await get(id)).toMatchObject({ state: 'done', total: 300, done: 270, skipped: { own: 10, dispute: 10, unchanged: 10 } })
    expect(await states(month)).toMatchObject({ checked: 30, reviewed: 270 })
  })
  it('takes the filter of the list and stays within it', async () => {
    const month = await aMonth()
    await change(month, `status = '20'`, 40)
    const { id, total } = await start(month, { status: '20', place: NEXT_VILLAGE })
    await workAll()
    const expected = await api.asSystem((tx) => firstRow(tx, sql<{ count: number }>`
      select count(*)::int as count from cards.line where month = ${month} and status = '20' and division = ${NEXT_VILLAGE}`))
    expect(total).toBe(expected?.count)
    expect(await get(id)).toMatchObject({ done: total })
    expect(await states(month)).toMatchObject({ reviewed: total })
  })
  it('goes on where a process that was killed in the middle of a batch had come to', LONG, async () => {
    const month = await aMonth(LINES)
    const { id } = await start(month)
    await workReviews(api.services, BATCH)
    // The end of the process is the end of its transaction: what a killed batch did is gone.
    const killed = inScope(api.services.database.db, EVERYWHERE, async (tx) => {
      await sql`update cards.line set state = 'reviewed', version = version + 1 where month = ${month} and state = 'checked'`.execute(tx)
      await sql`update cards.review set done = 9999, cursor_division = '9' where id = ${id}`.execute(tx)
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx)
    })
    await expect(killed).rejects.toThrow(/terminat/)
    expect(await get(id)).toMatchObject({ state: 'running', done: BATCH })
    await workAll(BATCH)
    expect(await get(id)).toMatchObject({ state: 'done', done: LINES, skipped: {} })
    expect(await states(month)).toEqual({ checked: 0, reviewed: LINES, versions: 1 })
  })
  it('is done once by two processes that work at the same time', async () => {
    const month = await aMonth()
    const { id } = await start(month)
    await Promise.all([workAll(), workAll()])
    expect(await get(id)).toMatchObject({ state: 'done', done: FEW })
    expect(await states(month)).toEqual({ checked: 0, reviewed: FEW, versions: 1 })
  })
  it('counts as changed what somebody touched before its turn', async () => {
    const month = await aMonth()
    const { id } = await start(month)
    await change(month, `state = 'returned'`, 7)
    await workAll()
    expect(await get(id)).toMatchObject({ state: 'done', done: 293, skipped: { changed: 7 } })
  })
  it('does not accept a check that arrived after it began', async () => {
    const month = await aMonth(50)
    const { id } = await start(month)
    await api.asSystem((tx) => sql`insert into cards.check select gen_random_uuid(), month, person_id, household_id, division, observed_at, device_at,
      '2099-01-01', skew_seconds, clock_wrong, late, method, place, status, no_change, job, applied, services, note, checked_by, device_id, on_behalf
      from cards.check where month = ${month} limit 1`.execute(tx))
    await api.asSystem((tx) => sql`update cards.line l set check_id = c.id from cards.check c
      where c.month = ${month} and c.received_at = '2099-01-01' and l.month = c.month and l.person_id = c.person_id`.execute(tx))
    await workAll()
    expect(await get(id)).toMatchObject({ done: 49, skipped: { changed: 1 } })
  })
})

describe('a review that is stopped or taken back', () => {
  it('keeps what it accepted when it is cancelled, and accepts no more', async () => {
    const month = await aMonth()
    const { id } = await start(month)
    await workReviews(api.services, FEW_A_BATCH)
    expect((await api.command('clerk', 'POST', `/cards/reviews/${id}/cancel`)).status).toBe(200)
    await workAll()
    expect(await get(id)).toMatchObject({ state: 'cancelled', done: FEW_A_BATCH })
    expect(await states(month)).toMatchObject({ checked: FEW - FEW_A_BATCH, reviewed: FEW_A_BATCH })
    expect(codeOf(await api.command('clerk', 'POST', `/cards/reviews/${id}/cancel`))).toBe('wrong_state')
  })
  it('gives back the lines nobody touched since, and no closed or otherwise accepted one', async () => {
    const month = await aMonth()
    const { id } = await start(month)
    await workAll()
    await change(month, `state = 'closed'`, 100)
    await change(month, `state = 'returned'`, 50)
    expect((await api.command('lead', 'POST', `/cards/reviews/${id}/undo`)).status).toBe(200)
    await workAll()
    expect(await get(id)).toMatchObject({ state: 'undone', undone: FEW - 100, done: FEW })
    expect(await states(month)).toMatchObject({ checked: FEW - 100, reviewed: 0 })
    expect(codeOf(await api.command('lead', 'POST', `/cards/reviews/${id}/undo`))).toBe('wrong_state')
  })
  it('says so when nothing waits, and is hidden from other counties', async () => {
    const month = await aMonth(10)
    const { id } = await start(month)
    await workAll()
    expect(codeOf(await api.command('clerk', 'POST', '/cards/reviews', { month }))).toBe('card_nothing_to_review')
    expect(codeOf(await api.get('far', `/cards/reviews/${id}`))).toBe('forbidden')
  })
})

describe('the list of lines', () => {
  const walk = async (month: string, sort: string, direction: string) => {
    const seen: { personId: string; noChange: boolean }[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = (await api.get('clerk', '/cards/lines', { month, sort, direction, limit: 10, ...(cursor === '' ? {} : { cursor }) })).body as
        { rows: typeof seen; nextCursor: string | null }
      seen.push(...page.rows)
      cursor = page.nextCursor
    }
    return seen
  }
  it('goes page by page in the wanted order and shows every line once', async () => {
    const month = await aMonth(25)
    await change(month, `no_change = true, months_unchanged = 3, checked_at = '2026-11-01'`, 7)
    for (const sort of ['place', 'checkedAt', 'unchanged']) {
      const [up, down] = [await walk(month, sort, 'ascending'), await walk(month, sort, 'descending')]
      expect(new Set(up.map(({ personId }) => personId)).size).toBe(25)
      expect(up.map(({ personId }) => personId)).toEqual(down.map(({ personId }) => personId).reverse())
    }
    const longest = (await walk(month, 'unchanged', 'descending')).slice(0, 7)
    expect(longest.every(({ noChange }) => noChange)).toBe(true)
  })
})
