import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aHousehold, anEpisode, aPerson } from '../../../../test/builders/registry.ts'
import { codeOf, startRegistryApp, TODAY, VILLAGE, type Answer, type RegistryApp, type TestPerson } from '../../../../test/registry-app.ts'
import { firstRow, rows } from '../../../platform/db.ts'
import { openAllVillages } from '../cards.api.ts'

const MONTH = '2026-11'
type Outcome = { checkId: string; lineState: string; lineVersion: number; applied: boolean; late: boolean; notes: string[] }
type Line = { state: string; status: string | null; known_status: string | null; known_job: string | null; evidence_on: string | null; version: number; in_dispute: boolean; late: boolean | null }

let api: RegistryApp
let household: string
let worker: string
let job: string
let idle: string

beforeAll(async () => { api = await startRegistryApp() })
afterAll(() => api.close())
beforeEach(async () => {
  await api.asSystem(async (tx) => {
    household = await aHousehold(tx)
    worker = await aPerson(tx, household)
    idle = await aPerson(tx, household, { birth: '1990-02-01' })
    job = await anEpisode(tx, household, worker, { start: '2026-03-01', evidence: [['visit', '2026-11-01']] })
    // The day's opening is over: what follows joins it.
    await sql`update cards.village_month set completed_on = 'epoch' where division = ${VILLAGE}`.execute(tx)
  })
  await openAllVillages(api.services)
})

const form = (fields: Record<string, unknown> = {}) => ({
  month: MONTH, personId: worker, observedAt: `${TODAY}T10:00:00+08:00`, method: 'phone', status: '11', noChange: false, lineVersion: 1, ...fields,
})
const check = (fields: Record<string, unknown> = {}, who: TestPerson = 'village'): Promise<Answer> => api.command(who, 'POST', '/cards/checks', form(fields))
const saved = ({ status, body }: Answer): Outcome => {
  expect(status, JSON.stringify(body)).toBe(200)
  return body as Outcome
}
const lineOf = (person: string) => api.asSystem((tx) => firstRow(tx, sql<Line>`select * from cards.line where month = ${MONTH} and person_id = ${person}`))
const newJob = (fields: Record<string, unknown> = {}) => ({
  act: 'begin', episodeId: api.commandId(), episode: { startOn: '2026-11-10', employer: '东莞电子厂', placeCode: '441900', form: '1' }, ...fields,
})

describe('the month of a village', () => {
  it('S79 opens by itself with a line for every labourer, prefilled with what is known', async () => {
    expect(await lineOf(worker)).toMatchObject({ state: 'due', known_status: '11', known_job: job, evidence_on: '2026-11-01', version: 1 })
    expect(await lineOf(idle)).toMatchObject({ state: 'due', known_status: null, known_job: null })
    const month = await api.asSystem((tx) => firstRow(tx, sql`select as_of, due_on from cards.village_month where month = ${MONTH} and division = ${VILLAGE}`))
    expect(month).toEqual({ as_of: '2026-11-30', due_on: '2026-12-05' })
  })
})

describe('a check', () => {
  it('S79 "no change" is one tap, keeps the job, and makes evidence of the contact', async () => {
    const outcome = saved(await check({ noChange: true }))
    expect(outcome).toMatchObject({ lineState: 'checked', lineVersion: 2, applied: true, late: false, notes: [] })
    expect(await lineOf(worker)).toMatchObject({ state: 'checked', status: '11', evidence_on: TODAY, late: false })
    const proofs = await api.asSystem((tx) => rows(tx, sql<{ kind: string }>`select kind from registry.evidence where episode_id = ${job} and on_date = ${TODAY}`))
    expect(proofs).toEqual([{ kind: 'phone' }])
  })
  it('S79 refuses "no change" for stale evidence, for another status and where nothing is known', async () => {
    const old = await api.asSystem(async (tx) => {
      const person = await aPerson(tx, household)
      await anEpisode(tx, household, person, { start: '2026-03-01', evidence: [['visit', '2026-09-01']] })
      return person
    })
    expect(codeOf(await check({ noChange: true, personId: old }))).toBe('card_no_change_refused')
    expect(codeOf(await check({ noChange: true, personId: idle, status: '20' }))).toBe('card_no_change_refused')
    expect(codeOf(await check({ noChange: true, status: '14' }))).toBe('card_no_change_refused')
    saved(await check({ personId: old }))
  })
  it('S82 refuses a third month without a contact, until the person is spoken to', async () => {
    await api.asSystem((tx) => sql`update cards.line set months_without_contact = 2 where person_id = ${worker}`.execute(tx))
    expect(codeOf(await check({ noChange: true, method: 'none' }))).toBe('card_no_change_refused')
    saved(await check({ noChange: true, method: 'video' }))
  })
  it('S82 a home visit tells where it was, and only "no change" does without a method', async () => {
    expect(codeOf(await check({ method: 'visit' }))).toBe('card_place_required')
    expect(codeOf(await check({ method: 'none' }))).toBe('card_method_required')
    saved(await check({ method: 'visit', place: { latitude: 25.17, longitude: 106.09, accuracy: 30, text: null } }))
  })
  it('a new job opens an episode under the id the phone gave it, ends the one before and moves the figures', async () => {
    const before = await api.asSystem((tx) => rows(tx, sql`select 1 from registry.episode where person_id = ${worker}`))
    const job2 = newJob({ ends: { episodeId: job, endOn: '2026-11-08', endReason: '01' } })
    saved(await check({ job: job2 }))
    const after = await api.asSystem((tx) => rows(tx, sql<{ id: string; end_on: string | null; end_reason: string | null }>`
      select id, end_on, end_reason from registry.episode where person_id = ${worker} order by start_on`))
    expect(after).toHaveLength(before.length + 1)
    expect(after).toMatchObject([{ id: job, end_on: '2026-11-08', end_reason: '01' }, { id: job2.episodeId, end_on: null }])
    expect(await lineOf(worker)).toMatchObject({ status: '11', known_job: job2.episodeId, evidence_on: TODAY })
    await api.recompute()
    const figure = await api.asSystem((tx) => firstRow(tx, sql<{ value: number }>`select value from indicators.village_counter where division = ${VILLAGE} and key = 'p.dest.4419'`))
    expect(figure?.value).toBeGreaterThan(0)
  })
  it('a job that ended is ended, and the person looks for work', async () => {
    saved(await check({ status: '20', job: { act: 'end', episodeId: job, endOn: '2026-11-20', endReason: '07' } }))
    expect(await lineOf(worker)).toMatchObject({ status: '20', known_status: '20', known_job: null })
  })
  it('who came home today is at home for the next check of the same day', async () => {
    saved(await check({ status: '20', job: { act: 'end', episodeId: job, endOn: TODAY, endReason: '07' } }))
    saved(await check({ status: '20', observedAt: `${TODAY}T11:30:00+08:00`, note: '想在县内找工作' }))
    expect(await lineOf(worker)).toMatchObject({ status: '20', known_status: '20', known_job: null })
  })
  it.each([
    ['at work without a job', () => ({ personId: idle, status: '11' })],
    ['looking for work beside an open job', () => ({ status: '20' })],
    ['a second job beside the open one', () => ({ job: newJob() })],
  ])('refuses %s', async (_what, fields) => {
    expect(codeOf(await check(fields()))).toBe('card_job_contradicts')
  })
  it('keeps the rules of a job recorded by form: V12 dates, V13 wage', async () => {
    const begin = (fields: Record<string, unknown>) => check({ personId: idle, job: { ...newJob(), episode: { ...newJob().episode, ...fields } } })
    expect(codeOf(await begin({ startOn: '2026-11-25' }))).toBe('episode_dates_invalid')
    expect(codeOf(await begin({ wageMonthly: 60_000 }))).toBe('wage_out_of_range')
    expect(await lineOf(idle)).toMatchObject({ state: 'due', version: 1 })
  })
  it('V20 refuses a month that has not begun, and a person without a line', async () => {
    expect(codeOf(await check({ month: '2026-12' }))).toBe('card_month_invalid')
    expect(codeOf(await check({ month: '2026-06' }))).toBe('card_line_missing')
    expect(codeOf(await check({ personId: api.commandId() }))).toBe('not_found')
  })
  it('answers a repeated command with the first result', async () => {
    const commandId = api.commandId()
    const first = saved(await check({ commandId }))
    expect(saved(await check({ commandId }))).toEqual(first)
    expect(await api.asSystem((tx) => rows(tx, sql`select 1 from cards.check where person_id = ${worker}`))).toHaveLength(1)
  })
  it('S80 what is asked for becomes a named task with a due date, and a later service answers it', async () => {
    saved(await check({ personId: idle, status: '20', needs: [{ kind: 'training', note: '想学电工' }] }))
    const need = await api.asSystem((tx) => firstRow(tx, sql<{ id: string; state: string; due_on: string; owner_name: string }>`
      select id, state, due_on, owner_name from cards.need where person_id = ${idle}`))
    expect(need).toMatchObject({ state: 'open', due_on: '2026-12-14', owner_name: 'village员' })
    saved(await check({ personId: idle, status: '20', lineVersion: 2, services: [{ kind: 'training', needId: need?.id }] }))
    expect(await api.asSystem((tx) => firstRow(tx, sql`select state, served_on from cards.need where id = ${need?.id ?? ''}`)))
      .toEqual({ state: 'served', served_on: TODAY })
  })
  it('counts as late by the day it was seen, not by its arrival', async () => {
    api.clock.set(Date.parse('2026-12-07T09:00:00+08:00'))
    expect(saved(await check({ observedAt: '2026-12-05T23:00:00+08:00' })).late).toBe(false)
    expect(saved(await check({ observedAt: '2026-12-06T00:10:00+08:00', lineVersion: 2 })).late).toBe(true)
    api.clock.set(Date.parse(`${TODAY}T12:00:00+08:00`))
  })
})

describe('two people who check one line without knowing of each other', () => {
  it('keep both checks; the later observation holds where they agree', async () => {
    saved(await check({ observedAt: `${TODAY}T11:00:00+08:00` }))
    const other = saved(await check({ observedAt: `${TODAY}T09:00:00+08:00` }, 'clerk'))
    expect(other).toMatchObject({ applied: false, notes: ['superseded'] })
    expect(await api.asSystem((tx) => rows(tx, sql`select 1 from cards.check where person_id = ${worker}`))).toHaveLength(2)
    expect(await lineOf(worker)).toMatchObject({ in_dispute: false, version: 2 })
  })
  it('stand side by side where they do not: no job is touched until the reviewer decides', async () => {
    saved(await check())
    const other = saved(await check({ status: '20', job: { act: 'end', episodeId: job, endOn: '2026-11-20', endReason: '99' } }, 'clerk'))
    expect(other).toMatchObject({ applied: false, notes: ['in_dispute'], lineState: 'checked' })
    expect(await lineOf(worker)).toMatchObject({ in_dispute: true, status: '11', known_job: job })
    const page = (await api.get('clerk', `/cards/lines/${MONTH}/${worker}`)).body as { checks: { status: string; holds: boolean; applied: boolean }[] }
    expect(page.checks.map(({ status, holds, applied }) => ({ status, holds, applied }))).toEqual(expect.arrayContaining([
      { status: '11', holds: true, applied: true }, { status: '20', holds: false, applied: false },
    ]))
  })
})

describe('lists of lines', () => {
  it('S81 count what the server holds, at every level, and open to the lines', async () => {
    saved(await check())
    const progress = (await api.get('county', '/cards/months/progress')).body as { month: string; total: Record<string, number>; rows: { code: string; checked: number }[] }
    expect(progress.month).toBe(MONTH)
    const listed = (await api.get('county', '/cards/lines', { state: 'checked', limit: 200 })).body as { rows: { personId: string }[]; total: number }
    expect(listed.total).toBe(progress.total['checked'])
    expect(listed.rows.map((row) => row.personId)).toContain(worker)
    expect(progress.rows.reduce((sum, row) => sum + row.checked, 0)).toBe(progress.total['checked'])
  })
  it('are closed to another county', async () => {
    expect(codeOf(await api.get('far', `/cards/lines/${MONTH}/${worker}`))).toBe('not_found')
    expect(codeOf(await check({}, 'far'))).toBe('forbidden')
    const listed = (await api.get('far', '/cards/lines', { limit: 200 })).body as { rows: unknown[] }
    expect(listed.rows).toEqual([])
  })
})
