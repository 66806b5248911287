import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aHousehold, anEpisode, aPerson } from '../../../../test/builders/registry.ts'
import { codeOf, startRegistryApp, TODAY, VILLAGE, type Answer, type RegistryApp, type TestPerson } from '../../../../test/registry-app.ts'
import { firstRow, rows } from '../../../platform/db.ts'
import { openAllVillages } from '../cards.api.ts'

const MONTH = '2026-11'
type Line = { state: string; status: string | null; known_job: string | null; check_id: string; version: number; in_dispute: boolean; review_note: string | null; reviewed_by: string | null }

let api: RegistryApp
let worker: string
let job: string
let idle: string

beforeAll(async () => { api = await startRegistryApp() })
afterAll(() => api.close())
beforeEach(async () => {
  await api.asSystem(async (tx) => {
    const household = await aHousehold(tx)
    worker = await aPerson(tx, household)
    idle = await aPerson(tx, household, { birth: '1990-02-01' })
    job = await anEpisode(tx, household, worker, { start: '2026-03-01', evidence: [['visit', '2026-11-01']] })
    await sql`update cards.village_month set completed_on = 'epoch' where division = ${VILLAGE}`.execute(tx)
  })
  await openAllVillages(api.services)
})

const check = async (who: TestPerson, fields: Record<string, unknown> = {}) => {
  const { status, body } = await api.command(who, 'POST', '/cards/checks', {
    month: MONTH, personId: worker, observedAt: `${TODAY}T10:00:00+08:00`, method: 'phone', status: '11', noChange: false, lineVersion: 1, ...fields,
  })
  expect(status, JSON.stringify(body)).toBe(200)
  return (body as { checkId: string }).checkId
}
const lineOf = async (person: string) => {
  const line = await api.asSystem((tx) => firstRow(tx, sql<Line>`select * from cards.line where month = ${MONTH} and person_id = ${person}`))
  if (line === undefined) throw new Error('no line')
  return line
}
const accept = (who: TestPerson, version: number, person = worker): Promise<Answer> =>
  api.command(who, 'POST', `/cards/lines/${MONTH}/accept`, { lines: [{ personId: person, version }] })
const sendBack = (who: TestPerson, version: number, reason: string): Promise<Answer> =>
  api.command(who, 'POST', `/cards/lines/${MONTH}/return`, { lines: [{ personId: worker, version }], reason })
const settle = (who: TestPerson, checkId: string, version: number): Promise<Answer> =>
  api.command(who, 'POST', `/cards/lines/${MONTH}/${worker}/settle`, { checkId, version })
const episodes = () => api.asSystem((tx) => rows(tx, sql<{ id: string; end_on: string | null; voided: boolean }>`
  select id, end_on, voided from registry.episode where person_id = ${worker} order by start_on`))

describe('a reviewer', () => {
  it('accepts a checked line, and a check after that asks for a review again', async () => {
    await check('village')
    expect(await accept('clerk', 2)).toMatchObject({ status: 200, body: { lines: [{ personId: worker, version: 3 }] } })
    expect(await lineOf(worker)).toMatchObject({ state: 'reviewed', reviewed_by: api.userIdOf('clerk'), version: 3 })
    await check('village', { lineVersion: 3, observedAt: `${TODAY}T11:00:00+08:00` })
    expect(await lineOf(worker)).toMatchObject({ state: 'checked', reviewed_by: null })
  })
  it('never reviews what he checked himself', async () => {
    await check('clerk')
    expect(codeOf(await accept('clerk', 2))).toBe('separation_of_duties')
    expect(codeOf(await sendBack('clerk', 2, '照片不清楚'))).toBe('separation_of_duties')
    expect((await accept('lead', 2)).status).toBe(200)
  })
  it('returns a line with a reason of four characters, which whoever checks it reads', async () => {
    await check('village')
    expect(codeOf(await sendBack('clerk', 2, '重查'))).toBe('request_invalid')
    expect((await sendBack('clerk', 2, '单位与上月不符，请再核')).status).toBe(200)
    expect(await lineOf(worker)).toMatchObject({ state: 'returned', review_note: '单位与上月不符，请再核', version: 3 })
    expect((await api.auditOf('cards.line.return'))[0]).toMatchObject({ outcome: 'ok', object_id: worker, reason: '单位与上月不符，请再核' })
  })
  it('is told when the line moved meanwhile, and accepts nothing that is not checked', async () => {
    expect(codeOf(await accept('clerk', 1))).toBe('wrong_state')
    await check('village')
    expect(codeOf(await accept('clerk', 1))).toBe('stale_version')
  })
  it('accepts all of a handful or none', async () => {
    await check('village')
    const both = { lines: [{ personId: worker, version: 2 }, { personId: idle, version: 1 }] }
    expect(codeOf(await api.command('clerk', 'POST', `/cards/lines/${MONTH}/accept`, both))).toBe('wrong_state')
    expect(await lineOf(worker)).toMatchObject({ state: 'checked', version: 2 })
  })
})

describe('two checks that disagree', () => {
  const away = () => check('village', { status: '20', job: { act: 'end', episodeId: job, endOn: '2026-11-20', endReason: '99' } })
  const third = () => check('village', { lineVersion: 1 })

  it('S82 cannot be accepted, and are decided by somebody who made neither', async () => {
    await check('clerk')
    const losing = await away()
    const { version } = await lineOf(worker)
    expect(codeOf(await accept('lead', version))).toBe('wrong_state')
    expect(codeOf(await settle('clerk', losing, version))).toBe('separation_of_duties')
    expect((await settle('lead', losing, version)).status).toBe(200)
  })
  it('S82 the chosen one ends the job, the line shows it reviewed, and the facts stay', async () => {
    const held = await check('clerk')
    const chosen = await away()
    expect((await episodes())[0]?.end_on).toBeNull()
    const { version } = await lineOf(worker)
    expect(await settle('lead', chosen, version)).toMatchObject({ status: 200, body: { lineState: 'reviewed' } })
    expect(await lineOf(worker)).toMatchObject({ state: 'reviewed', status: '20', check_id: chosen, in_dispute: false, known_job: null })
    expect((await episodes())[0]?.end_on).toBe('2026-11-20')
    const page = (await api.get('lead', `/cards/lines/${MONTH}/${worker}`)).body as { checks: { id: string; holds: boolean; applied: boolean; settledBy: string | null }[] }
    expect(page.checks).toEqual(expect.arrayContaining([
      expect.objectContaining({ id: chosen, holds: true, applied: true, settledBy: 'lead员' }), expect.objectContaining({ id: held, holds: false, applied: false, settledBy: null }),
    ]))
    expect(await api.asSystem((tx) => rows(tx, sql`select check_id, over_id from cards.settlement where person_id = ${worker}`)))
      .toEqual([{ check_id: chosen, over_id: held }])
  })
  it('S82 the chosen one may say that today was the last day', async () => {
    await check('clerk')
    const chosen = await check('village', { status: '20', job: { act: 'end', episodeId: job, endOn: TODAY, endReason: '99' } })
    expect((await settle('lead', chosen, (await lineOf(worker)).version)).status).toBe(200)
    expect(await lineOf(worker)).toMatchObject({ state: 'reviewed', status: '20', known_job: null })
    expect((await episodes())[0]?.end_on).toBe(TODAY)
  })
  it('S82 the job of the one that held is taken back when the other is chosen', async () => {
    const newJob = api.commandId()
    await check('clerk', {
      job: { act: 'begin', episodeId: newJob, episode: { startOn: '2026-11-10', employer: '东莞电子厂', placeCode: '441900', form: '1' }, ends: { episodeId: job, endOn: '2026-11-08', endReason: '01' } },
    })
    const chosen = await third()
    const { version } = await lineOf(worker)
    expect((await settle('lead', chosen, version)).status).toBe(200)
    expect(await episodes()).toEqual([{ id: job, end_on: null, voided: false }, { id: newJob, end_on: null, voided: true }])
    expect(await lineOf(worker)).toMatchObject({ known_job: job, status: '11', state: 'reviewed' })
  })
  it('S82 the one that held may be confirmed; nothing is written twice', async () => {
    const held = await check('clerk')
    await away()
    const { version } = await lineOf(worker)
    expect((await settle('lead', held, version)).status).toBe(200)
    expect((await episodes())[0]?.end_on).toBeNull()
    expect(codeOf(await settle('lead', held, (await lineOf(worker)).version))).toBe('wrong_state')
  })
  it('a check that leaves a job open beside no work cannot be chosen', async () => {
    await check('clerk')
    const odd = await check('village', { status: '40' })
    expect(codeOf(await settle('lead', odd, (await lineOf(worker)).version))).toBe('card_job_contradicts')
  })
})
