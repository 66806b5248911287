import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { HouseholdDoc } from '@anye/pack/documents'
import { aHousehold, anEpisode, aPerson } from '../../../../test/builders/registry.ts'
import { aPhone } from '../../../../test/phone.ts'
import { codeOf, startRegistryApp, TODAY, VILLAGE, type RegistryApp } from '../../../../test/registry-app.ts'
import { rows } from '../../../platform/db.ts'
import { openAllVillages } from '../cards.api.ts'

const MONTH = '2026-11'
const CALL = 'cards.call.record_failed'
let api: RegistryApp
let household: string
let worker: string

beforeAll(async () => { api = await startRegistryApp() })
afterAll(() => api.close())
beforeEach(async () => {
  await api.asSystem(async (tx) => {
    household = await aHousehold(tx)
    worker = await aPerson(tx, household)
    await anEpisode(tx, household, worker, { start: '2026-03-01', evidence: [['visit', '2026-11-01']] })
    await sql`update cards.village_month set completed_on = 'epoch' where division = ${VILLAGE}`.execute(tx)
  })
  await openAllVillages(api.services)
})

const call = (at = '09:00:00', fields: Record<string, unknown> = {}) =>
  api.command('village', 'POST', '/cards/failed-calls', { month: MONTH, personId: worker, calledAt: `${TODAY}T${at}+08:00`, ...fields })
const check = (at: string, fields: Record<string, unknown>) => api.command('village', 'POST', '/cards/checks', {
  month: MONTH, personId: worker, observedAt: `${TODAY}T${at}+08:00`, method: 'phone', status: '11', noChange: true, ...fields,
})
const calls = () => api.asSystem((tx) => rows(tx, sql<{ called_by: string; division: string; device_id: string | null; skew_seconds: number | null }>`
  select called_by, division, device_id, skew_seconds from cards.failed_call where person_id = ${worker}`))
const phoneOf = () => aPhone({ fetch: api.fetch, headers: api.headersOf('village'), now: () => api.clock.now(), newId: api.commandId })
/** The document of the household as a phone of the village pulls it. */
async function pulled(): Promise<HouseholdDoc> {
  const phone = phoneOf()
  await phone.sync.run()
  return (await phone.storage.readHousehold(household))?.doc as HouseholdDoc
}

describe('a call that nobody answered', () => {
  it('is kept as a fact and counted in a row, without touching the line', async () => {
    expect((await call('08:00:00')).body).toMatchObject({ inARow: 1 })
    expect((await call('09:00:00')).body).toMatchObject({ inARow: 2 })
    expect(await calls()).toMatchObject([{ called_by: api.userIdOf('village'), division: VILLAGE }, { division: VILLAGE }])
    expect((await pulled()).members).toMatchObject([{ line: { state: 'due', version: 1 } }])
  })

  it('reaches the phones of the village with its day and number, and is gone once somebody spoke to the person', async () => {
    await call('08:00:00')
    await call('09:00:00')
    expect((await pulled()).reasons).toEqual([{ kind: 'call_failed', personId: worker, dueOn: TODAY, count: 2 }])
    expect((await check('10:00:00', {})).status).toBe(200)
    expect((await pulled()).reasons).toEqual([])
    expect((await call('11:00:00')).body).toMatchObject({ inARow: 1 })
  })

  it('still counts after a check that says that nobody was reached', async () => {
    await call('08:00:00')
    expect((await check('09:00:00', { noChange: false, status: '90' })).status).toBe(200)
    expect((await call('10:00:00')).body).toMatchObject({ inARow: 2 })
  })

  it('queued on a phone is stored once with the phone and its clock', async () => {
    const phone = phoneOf()
    await phone.queue(CALL, household, { month: MONTH, personId: worker, calledAt: `${TODAY}T09:00:00+08:00` })
    expect(await phone.sync.run()).toMatchObject({ push: { stored: 1 } })
    expect(await calls()).toMatchObject([{ device_id: phone.deviceId, skew_seconds: 0 }])
  })

  it('is refused for a month to come, and for somebody who has no line', async () => {
    expect(codeOf(await call('09:00:00', { month: '2027-01' }))).toBe('card_month_invalid')
    expect(codeOf(await call('09:00:00', { month: '2026-09' }))).toBe('card_line_missing')
  })

  it('can be changed and removed by nobody', async () => {
    await call()
    const grants = await api.asSystem((tx) => rows(tx, sql<{ privilege: string }>`
      select privilege_type as privilege from information_schema.role_table_grants where grantee = 'anye_app' and table_schema = 'cards' and table_name = 'failed_call' order by 1`))
    expect(grants.map(({ privilege }) => privilege)).toEqual(['INSERT', 'SELECT'])
  })
})
