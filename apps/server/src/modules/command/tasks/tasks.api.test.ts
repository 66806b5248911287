import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Task } from '@anye/contract/command/tasks/task'
import { aHousehold, anEpisode, aPerson } from '../../../../test/builders/registry.ts'
import { codeOf, FAR_VILLAGE, startRegistryApp, TODAY, VILLAGE, type RegistryApp, type TestPerson } from '../../../../test/registry-app.ts'
import { openAllVillages } from '../../cards/cards.api.ts'
import { settleZeroCases, takeMorningsEverywhere } from '../command.api.ts'

type List = { day: string; isToday: boolean; village: { code: string } | null; takenAt: string | null; rows: Task[] }
const TOMORROW = '2026-11-25'
let api: RegistryApp
/** A household in which nobody works, and one whose worker's evidence, contract and neighbour's exemption run out. */
let idle: { household: string; person: string }
let busy: { household: string; person: string; job: string; exempt: string }
let need: string

const morning = async () => {
  await api.recompute()
  await settleZeroCases(api.services)
  await openAllVillages(api.services)
  await takeMorningsEverywhere(api.services)
}
const list = async (who: TestPerson = 'village', query: Record<string, string> = { village: VILLAGE }) =>
  (await api.get(who, '/command/tasks', query)).body as List
const found = (tasks: List, kind: Task['kind']) => tasks.rows.find((task) => task.kind === kind)
const statesOf = (tasks: List, household: string) => Object.fromEntries(
  tasks.rows.filter((task) => task.householdId === household).map((task) => [task.kind, task.state]))

beforeAll(async () => {
  api = await startRegistryApp()
  need = api.commandId()
  await api.asSystem(async (tx) => {
    const empty = await aHousehold(tx)
    idle = { household: empty, person: await aPerson(tx, empty) }
    const household = await aHousehold(tx)
    const [person, exempt] = [await aPerson(tx, household), await aPerson(tx, household)]
    busy = { household, person, exempt, job: await anEpisode(tx, household, person, { start: '2026-03-01', evidence: [['visit', '2026-10-12']], contract: ['1', '2026-03-01', '2026-12-08'] }) }
    await sql`insert into registry.exemption (id, person_id, division, reason, from_on, until_on, approved_at)
      values (${api.commandId()}, ${exempt}, ${VILLAGE}, 'carer', '2026-06-01', ${TODAY}, now())`.execute(tx)
    await sql`insert into cards.need (id, person_id, household_id, division, kind, raised_on, raised_by, owner_name, due_on)
      values (${need}, ${idle.person}, ${empty}, ${VILLAGE}, 'near', '2026-11-10', ${api.userIdOf('clerk')}, '韦支书', '2026-11-20')`.execute(tx)
  })
  await morning()
}, 240_000)
afterAll(() => api.close())

describe('the task list of today', () => {
  it('S17 is made of facts: who, what, why, by when and through whom', async () => {
    const tasks = await list()
    expect(tasks).toMatchObject({ day: TODAY, isToday: true, village: { code: VILLAGE } })
    expect(found(tasks, 'need')).toMatchObject({ subjectId: need, dueOn: '2026-11-20', overdue: true, ownerName: '韦支书', detail: { code: 'near' }, state: 'open' })
    expect(found(tasks, 'zero')).toMatchObject({ householdId: idle.household, personId: null })
    expect(tasks.rows.filter(({ kind, householdId }) => kind === 'check' && householdId === busy.household))
      .toMatchObject([{ dueOn: '2026-12-05', detail: { lines: 2, returned: 0 } }])
    expect(found(tasks, 'evidence')).toMatchObject({ subjectId: busy.job, dueOn: '2026-11-26', detail: { employer: '测试厂', since: '2026-10-12' } })
    expect(found(tasks, 'exemption')).toMatchObject({ personId: busy.exempt, dueOn: TODAY, detail: { code: 'carer' } })
    expect(found(tasks, 'contract')).toMatchObject({ subjectId: busy.job, dueOn: '2026-12-08' })
    expect(tasks.rows[0]?.overdue).toBe(true)
  })
  it('asks an area of several villages to choose one, and stays within the area', async () => {
    expect(await list('lead', {})).toMatchObject({ village: null, rows: [] })
    expect(codeOf(await api.get('village', '/command/tasks', { village: FAR_VILLAGE }))).toBe('not_found')
  })
  it('S17 marks as done what the facts no longer ask for, and as new what came up since the morning', async () => {
    await api.command('village', 'POST', `/cards/needs/${need}/service`, { version: 1, service: 'offer', servedOn: TODAY })
    const proof = { kind: 'payslip', onDate: TODAY, amount: 3000, note: null }
    expect((await api.command('village', 'POST', `/registry/episodes/${busy.job}/evidence`, { evidence: proof })).status).toBe(200)
    const tasks = await list()
    expect(statesOf(tasks, idle.household)).toMatchObject({ need: 'done', need_close: 'open', zero: 'open' })
    expect(found(tasks, 'need_close')?.isNew).toBe(true)
    expect(statesOf(tasks, busy.household)).toMatchObject({ evidence: 'done', exemption: 'open', contract: 'open' })
  })
})

describe('the record of a past day', () => {
  it('S17 is the morning’s list with what was done by the evening, and what ran out of time', async () => {
    api.clock.set(Date.parse(`${TOMORROW}T07:00:00+08:00`))
    await morning()
    const past = await list('village', { village: VILLAGE, day: TODAY })
    expect(past).toMatchObject({ isToday: false, takenAt: expect.any(String) })
    expect(statesOf(past, idle.household)).toEqual({ need: 'done', zero: 'open', check: 'open' })
    expect(statesOf(past, busy.household)).toEqual({ evidence: 'done', exemption: 'over', contract: 'open', check: 'open' })
    const now = await list()
    expect(now.day).toBe(TOMORROW)
    expect(statesOf(now, idle.household)).toEqual({ need_close: 'open', zero: 'open', check: 'open' })
  })
  it('of a day nobody took down says so', async () => {
    expect(await list('village', { village: VILLAGE, day: '2026-11-01' })).toMatchObject({ takenAt: null, rows: [] })
  })
  it('taking a morning twice changes nothing', async () => {
    const count = () => api.asSystem(async (tx) => (await sql<{ n: number }>`select count(*)::int as n from command.task`.execute(tx)).rows[0]?.n)
    const before = await count()
    await takeMorningsEverywhere(api.services)
    expect(await count()).toBe(before)
  })
})
