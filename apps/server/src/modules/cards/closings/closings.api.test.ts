import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkedLines } from '../../../../test/builders/card-lines.ts'
import { codeOf, NEXT_VILLAGE, startRegistryApp, TODAY, VILLAGE, type Answer, type RegistryApp, type TestPerson } from '../../../../test/registry-app.ts'
import { rows } from '../../../platform/db.ts'

const TOWNSHIP = VILLAGE.slice(0, 9)
const COUNTY = VILLAGE.slice(0, 6)
const MONTH = '2026-10'
type Line = { person_id: string; state: string; exception: string | null; review_note: string | null; version: number }

let api: RegistryApp
beforeAll(async () => {
  api = await startRegistryApp()
  await api.asSystem((tx) => checkedLines(tx, { month: MONTH, villages: [VILLAGE, NEXT_VILLAGE], lines: 8, by: api.userIdOf('village') }))
})
afterAll(() => api.close())

const linesOf = (village: string) => api.asSystem((tx) => rows(tx, sql<Line>`
  select person_id, state, exception, review_note, version from cards.line where month = ${MONTH} and division = ${village} order by person_id`))
const setState = (village: string, state: string, most = 99) => api.asSystem((tx) => sql`
  update cards.line set state = ${state}, reviewed_by = ${api.userIdOf('clerk')}, reviewed_at = now() where month = ${MONTH} and person_id in (
    select person_id from cards.line where month = ${MONTH} and division = ${village} order by person_id limit ${most})`.execute(tx))
const close = (who: TestPerson, place: string, exceptions: object[] = []): Promise<Answer> =>
  api.command(who, 'POST', `/cards/months/${MONTH}/close`, { place, exceptions })
const reopen = (who: TestPerson, place: string, personIds: string[] = []): Promise<Answer> =>
  api.command(who, 'POST', `/cards/months/${MONTH}/reopen`, { place, reason: '县级抽查发现差错', personIds })
const closingOf = async (who: TestPerson, place: string) => (await api.get(who, `/cards/months/${MONTH}/closing`, { place })).body as {
  closed: boolean; blockers: { kind: string; count: number }[]; open: { code: string }[]; history: { act: string; level: string; place: string; reason: string | null }[]
}

// One month walks through its life, so these run in their order.
describe('the month of a village', () => {
  it('is not closed while lines wait, and says how many for what', async () => {
    await setState(VILLAGE, 'reviewed')
    await setState(VILLAGE, 'due', 2)
    const { blockers } = await closingOf('village', VILLAGE)
    expect(blockers).toEqual([{ kind: 'due', count: 2 }])
    expect(codeOf(await close('village', VILLAGE))).toBe('card_month_blocked')
    await setState(VILLAGE, 'checked', 1)
    expect((await closingOf('village', VILLAGE)).blockers).toEqual([{ kind: 'due', count: 1 }, { kind: 'checked', count: 1 }])
    const [checked, due] = await linesOf(VILLAGE)
    expect(codeOf(await close('village', VILLAGE, [{ personId: due?.person_id, reason: '全家外出，电话停机' }]))).toBe('card_month_blocked')
    expect(checked?.state).toBe('checked')
    await setState(VILLAGE, 'due', 1)
  })
  it('closes reviewed lines, and who could not be checked as an exception with a reason', async () => {
    const [one, other] = await linesOf(VILLAGE)
    const except = (personId: string | undefined) => ({ personId, reason: '全家外出，电话停机' })
    expect(codeOf(await close('village', VILLAGE, [except(one?.person_id)]))).toBe('card_month_blocked')
    expect(codeOf(await close('village', VILLAGE, [except(one?.person_id), except(api.commandId())]))).toBe('card_month_blocked')
    expect(await close('village', VILLAGE, [except(one?.person_id), except(other?.person_id)]))
      .toMatchObject({ status: 200, body: { level: 'village', lines: 4, exceptions: 2, villages: 1 } })
    expect((await linesOf(VILLAGE)).map(({ state, exception }) => [state, exception])).toEqual([
      ['closed', '全家外出，电话停机'], ['closed', '全家外出，电话停机'], ['closed', null], ['closed', null],
    ])
    expect(codeOf(await close('village', VILLAGE))).toBe('already_done')
  })
  it('is locked: a check after that is kept and not applied', async () => {
    const [line] = await linesOf(VILLAGE)
    const answer = await api.command('village', 'POST', '/cards/checks', {
      month: MONTH, personId: line?.person_id, observedAt: `${TODAY}T10:00:00+08:00`, method: 'phone', status: '20', noChange: false, lineVersion: line?.version,
    })
    expect(answer).toMatchObject({ status: 200, body: { applied: false, notes: ['month_closed'], lineState: 'closed' } })
  })
})

describe('the levels above', () => {
  it('S79 close in their order: the township after its villages, the county after its townships', async () => {
    expect(codeOf(await close('lead', TOWNSHIP))).toBe('card_month_blocked')
    expect((await closingOf('lead', TOWNSHIP)).blockers).toEqual([{ kind: 'villages', count: 1 }])
    expect((await closingOf('lead', TOWNSHIP)).open.map(({ code }) => code)).toEqual([NEXT_VILLAGE])
    expect(codeOf(await close('county', COUNTY))).toBe('card_month_blocked')
    await setState(NEXT_VILLAGE, 'reviewed')
    expect((await close('lead', NEXT_VILLAGE)).status).toBe(200)
    expect(await close('lead', TOWNSHIP)).toMatchObject({ status: 200, body: { level: 'township', villages: 2, lines: 0 } })
    expect((await close('county', COUNTY)).status).toBe(200)
    expect((await closingOf('county', COUNTY)).closed).toBe(true)
  })
  it('are closed by their own posts or those right above', async () => {
    expect(codeOf(await close('village', TOWNSHIP))).toBe('not_found')
    expect(codeOf(await close('county', VILLAGE))).toBe('forbidden')
    expect(codeOf(await close('far', COUNTY))).toBe('not_found')
  })
})

describe('a closed month', () => {
  it('once the county closed it, is opened again by the county alone', async () => {
    expect(codeOf(await reopen('lead', VILLAGE))).toBe('forbidden')
    const [line] = await linesOf(VILLAGE)
    expect(await reopen('county', VILLAGE, [line?.person_id ?? ''])).toMatchObject({ status: 200, body: { level: 'village', lines: 1 } })
    expect((await linesOf(VILLAGE)).map(({ state }) => state)).toEqual(['reopened', 'closed', 'closed', 'closed'])
    expect((await linesOf(VILLAGE))[0]).toMatchObject({ review_note: '县级抽查发现差错', exception: null })
    expect((await closingOf('county', COUNTY)).closed).toBe(false)
    expect((await closingOf('lead', TOWNSHIP)).closed).toBe(false)
    expect((await closingOf('lead', NEXT_VILLAGE)).closed).toBe(true)
  })
  it('keeps the history of its closings and reopenings', async () => {
    const { history } = await closingOf('county', VILLAGE)
    expect(history.map(({ act, level }) => `${act} ${level}`).sort()).toEqual([
      'close township', 'close unit', 'close village', 'reopen township', 'reopen unit', 'reopen village',
    ])
    expect(history.filter(({ act }) => act === 'reopen').every(({ reason }) => reason === '县级抽查发现差错')).toBe(true)
  })
  it('of a township is opened by its lead, all lines of a village at once, and not twice', async () => {
    expect(await reopen('lead', NEXT_VILLAGE)).toMatchObject({ status: 200, body: { lines: 4 } })
    expect((await linesOf(NEXT_VILLAGE)).every(({ state }) => state === 'reopened')).toBe(true)
    expect(codeOf(await reopen('lead', NEXT_VILLAGE))).toBe('wrong_state')
    expect((await api.auditOf('cards.month.reopen'))[0]).toMatchObject({ outcome: 'refused' })
  })
})
