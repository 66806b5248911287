import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PushResult } from '@anye/contract/cards/sync/endpoints'
import { ERRORS } from '@anye/contract/errors'
import { readIndexRows } from '@anye/pack/today/index-row'
import { aHousehold, anEpisode, aPerson } from '../../../../test/builders/registry.ts'
import { aPhone, type Phone } from '../../../../test/phone.ts'
import { codeOf, FAR_VILLAGE, NEXT_VILLAGE, startRegistryApp, TODAY, VILLAGE, type RegistryApp, type TestPerson } from '../../../../test/registry-app.ts'
import { router } from '../../../app.ts'
import { firstRow, rows } from '../../../platform/db.ts'
import { offlineCommandsOf } from '../../../platform/http/offline-commands.ts'
import { openAllVillages } from '../cards.api.ts'

const CHECK = 'cards.check.record'
let api: RegistryApp
let household: string
let worker: string
let phone: Phone

beforeAll(async () => { api = await startRegistryApp() })
afterAll(() => api.close())
beforeEach(async () => {
  ({ household, worker } = await aWorker())
  phone = phoneOf('village')
})

async function aWorker(division = VILLAGE) {
  const made = await api.asSystem(async (tx) => {
    // A household in each village keeps its month open.
    for (const village of [NEXT_VILLAGE, FAR_VILLAGE]) await aPerson(tx, await aHousehold(tx, { division: village }), { division: village })
    const id = await aHousehold(tx, { division })
    const person = await aPerson(tx, id, { division })
    await anEpisode(tx, id, person, { division, start: '2026-03-01', evidence: [['visit', '2026-11-01']] })
    await sql`update cards.village_month set completed_on = 'epoch'`.execute(tx)
    return { household: id, worker: person }
  })
  await openAllVillages(api.services)
  return made
}
const phoneOf = (who: TestPerson, now = () => api.clock.now()) => aPhone({ fetch: api.fetch, headers: api.headersOf(who), now, newId: api.commandId })
const form = (fields: Record<string, unknown> = {}) => ({
  month: '2026-11', personId: worker, observedAt: `${TODAY}T10:00:00+08:00`, method: 'phone', status: '11', noChange: true, lineVersion: 1, ...fields,
})
const checksOf = (person: string) => api.asSystem((tx) => rows(tx, sql<{ checked_by: string; on_behalf: string | null; skew_seconds: number; status: string; division: string }>`
  select checked_by, on_behalf, skew_seconds, status, division from cards.check where person_id = ${person}`))
const move = (to: string) => api.asSystem(async (tx) => {
  for (const [table, key] of [['household', 'id'], ['segment', 'household_id'], ['episode', 'household_id'], ['person', 'household_id']] as const) {
    await sql`update ${sql.table(`registry.${table}`)} set division = ${to} where ${sql.ref(key)} = ${household}`.execute(tx)
  }
})
const push = async (who: TestPerson, ...entries: object[]): Promise<PushResult[]> => {
  const { status, body } = await api.command(who, 'POST', '/sync/push', { device: { id: phone.deviceId, now: new Date(api.clock.now()).toISOString() }, entries })
  expect(status, JSON.stringify(body)).toBe(200)
  return (body as { results: PushResult[] }).results
}
const entryOf = (input: Record<string, unknown>, changes: Record<string, unknown> = {}) => ({
  commandId: api.commandId(), endpoint: CHECK, input, contractVersion: 1, deviceTime: `${TODAY}T10:00:00+08:00`, householdId: household, ...changes,
})
const inbox = async (who: TestPerson, state = 'open') => ((await api.get(who, '/cards/late-work', { state })).body as {
  rows: { id: string; author: string; reason: string; householdId: string; personName: string | null; input: Record<string, unknown> }[]
}).rows.filter((row) => row.householdId === household)

describe('what a phone queued', () => {
  it('is stored once with the phone and its skew, leaves the outbox with a receipt, and comes back confirmed with the next pull', async () => {
    const slow = phoneOf('village', () => api.clock.now() - 3 * 3600_000)
    const commandId = await slow.queue(CHECK, household, form())
    const round = await slow.sync.run()
    expect(round).toMatchObject({ push: { stored: 1, failure: null }, pull: { end: 'done' }, isSignedOut: false, nextTryMs: undefined })
    expect(await checksOf(worker)).toMatchObject([{ checked_by: api.userIdOf('village'), on_behalf: null, skew_seconds: -10_800 }])
    expect(await slow.storage.listEntries()).toEqual([])
    expect(await slow.storage.listReceipts()).toMatchObject([{ commandId, receipt: { status: 'stored', response: { applied: true, lineState: 'checked' } } }])
    const row = readIndexRows(await slow.storage.readIndex()).find(({ id }) => id === household)
    expect(row?.members).toMatchObject([{ id: worker, line: 'checked' }])
  })

  it('answers a repeated sending with the first result', async () => {
    const entry = entryOf(form())
    const [first] = await push('village', entry)
    expect(first).toMatchObject({ status: 'stored' })
    expect(await push('village', entry, entry)).toEqual([first, first])
    expect(await checksOf(worker)).toHaveLength(1)
  })

  it('is judged entry by entry: a refused one in the middle costs the others nothing', async () => {
    const second = await aWorker()
    const results = await push('village', entryOf(form()), entryOf(form({ noChange: false, method: 'none' })),
      entryOf({ ...form(), personId: second.worker }, { householdId: second.household }))
    expect(results).toMatchObject([{ status: 'stored' }, { status: 'refused', code: 'card_method_required' }, { status: 'stored' }])
    expect(ERRORS.card_method_required.retry).toBe('ask-person')
  })

  it('stands beside what another phone found on the same line: both checks are kept', async () => {
    const clerk = phoneOf('clerk')
    await phone.queue(CHECK, household, form())
    await clerk.queue(CHECK, household, form({ noChange: false, status: '90', observedAt: `${TODAY}T11:00:00+08:00` }))
    await phone.sync.run()
    expect(await clerk.sync.run()).toMatchObject({ push: { stored: 1 } })
    expect((await clerk.storage.listReceipts())[0]).toMatchObject({ receipt: { response: { notes: ['in_dispute'], applied: false } } })
    expect((await checksOf(worker)).map(({ status }) => status).sort()).toEqual(['11', '90'])
  })

  it('O8 sent from a file by a colleague is stored under her name with the author’s, and its own phone hears that it is stored', async () => {
    const entry = entryOf(form())
    expect(await push('clerk', { ...entry, author: '王小丽' })).toMatchObject([{ status: 'stored', response: { applied: true } }])
    expect(await checksOf(worker)).toMatchObject([{ checked_by: api.userIdOf('clerk'), on_behalf: '王小丽' }])
    expect(await push('village', entry)).toEqual([{ commandId: entry.commandId, status: 'stored', response: null }])
    expect(await push('village', { ...entry, input: form({ noChange: false, status: '90' }) })).toMatchObject([{ status: 'refused', code: 'command_mismatch' }])
    expect(await checksOf(worker)).toHaveLength(1)
    const [audited] = await api.asSystem((tx) => rows(tx, sql<{ after: { author?: string } }>`
      select after from platform.audit_entry where action = ${CHECK} and outcome = 'ok' and actor_id = ${api.userIdOf('clerk')} order by id desc limit 1`))
    expect(audited?.after.author).toBe('王小丽')
  })

  it('of an app one version behind arrives: fields that were added since have a default', async () => {
    const { month, personId, observedAt, method, status, noChange } = form()
    expect(await push('village', entryOf({ month, personId, observedAt, method, status, noChange }))).toMatchObject([{ status: 'stored' }])
  })

  it('of an app ahead of the server waits instead of losing what the server does not know yet', async () => {
    expect(await push('village', entryOf(form(), { contractVersion: 99 }))).toMatchObject([{ status: 'refused', code: 'busy' }])
    expect(await checksOf(worker)).toEqual([])
  })

  it('may be every offline command of the contract, and nothing else', async () => {
    expect([...offlineCommandsOf(router).keys()]).toContain(CHECK)
    expect(await push('village', entryOf({ personId: worker }, { endpoint: 'registry.person.correct' }))).toMatchObject([{ status: 'parked', reason: 'endpoint_unknown' }])
  })
})

describe('late work', () => {
  it('of a household that moved goes to the successor’s inbox with the author’s name, and runs once in the successor’s name', async () => {
    const commandId = await phone.queue(CHECK, household, form())
    await move(NEXT_VILLAGE)
    expect(await phone.sync.run()).toMatchObject({ push: { parked: 1, stored: 0 } })
    expect(await phone.storage.listReceipts()).toMatchObject([{ commandId, receipt: { status: 'parked', reason: 'not_found' } }])
    expect(await inbox('village')).toEqual([])
    const [late] = await inbox('clerk')
    expect(late).toMatchObject({ author: 'village员', reason: 'not_found', personName: '韦测试', input: { personId: worker, status: '11' } })
    expect((await api.command('clerk', 'POST', `/cards/late-work/${late?.id}/take-over`)).body).toMatchObject({ state: 'taken_over', response: { applied: true } })
    expect((await api.command('clerk', 'POST', `/cards/late-work/${late?.id}/take-over`)).status).toBe(200)
    expect(await checksOf(worker)).toMatchObject([{ checked_by: api.userIdOf('clerk'), on_behalf: 'village员', division: NEXT_VILLAGE }])
    expect(await inbox('clerk')).toEqual([])
    // Moved back: the author's phone sends again and hears the same; nothing runs twice.
    await move(VILLAGE)
    expect(await push('village', entryOf(form(), { commandId }))).toEqual([{ commandId, status: 'parked', reason: 'not_found' }])
    expect(await checksOf(worker)).toHaveLength(1)
  })

  it('of somebody who may not check any more is parked, sealed in the database', async () => {
    expect(await push('lead', entryOf(form({ note: '家中有病人' })))).toMatchObject([{ status: 'parked', reason: 'forbidden' }])
    expect(await inbox('village')).toMatchObject([{ reason: 'forbidden', author: 'lead员', input: { note: '家中有病人' } }])
    const row = await api.asSystem((tx) => firstRow(tx, sql<{ payload: Buffer }>`select payload_sealed as payload from cards.parked where household_id = ${household}`))
    expect(row?.payload.includes(Buffer.from('病人'))).toBe(false)
  })

  it('is not what was stored while its author still might: asked again, it answers the first result', async () => {
    const entry = entryOf(form())
    const [first] = await push('village', entry)
    api.regrant('village', 'inspector')
    try {
      expect(await push('village', entry)).toEqual([first])
    } finally {
      api.regrant('village', 'village_post')
    }
    expect(await checksOf(worker)).toMatchObject([{ checked_by: api.userIdOf('village') }])
    expect(await inbox('clerk')).toEqual([])
  })

  it('with a code that left its list is parked with the reason, and discarded with another; nothing is deleted', async () => {
    expect(await push('village', entryOf(form({ status: '77' })))).toMatchObject([{ status: 'parked', reason: 'request_invalid' }])
    const [late] = await inbox('village')
    expect(codeOf(await api.command('village', 'POST', `/cards/late-work/${late?.id}/take-over`))).toBe('request_invalid')
    expect((await api.command('village', 'POST', `/cards/late-work/${late?.id}/discard`, { reason: '已当面重新核查' })).body).toEqual({ state: 'discarded' })
    expect(codeOf(await api.command('village', 'POST', `/cards/late-work/${late?.id}/take-over`))).toBe('already_done')
    expect(await inbox('village', 'discarded')).toMatchObject([{ input: { status: '77' }, decisionNote: '已当面重新核查' }])
  })

  it('without a household that anybody knows stays with its author', async () => {
    expect(await push('lead', entryOf(form(), { householdId: null }), entryOf(form(), { householdId: api.commandId() })))
      .toMatchObject([{ status: 'refused', code: 'forbidden' }, { status: 'refused', code: 'forbidden' }])
  })

  it('is open to nobody outside of the household’s area', async () => {
    await push('lead', entryOf(form()))
    const [late] = await inbox('village')
    expect(codeOf(await api.get('far', '/cards/late-work'))).toBe('forbidden')
    expect(codeOf(await api.command('far', 'POST', `/cards/late-work/${late?.id}/take-over`))).toBe('forbidden')
  })
})

describe('a phone whose scope shrinks', () => {
  it('forgets the households that left it, one by one or all at once, and keeps its unsent work', async () => {
    const clerk = phoneOf('clerk')
    await clerk.sync.run()
    const held = async () => new Set((await clerk.storage.listHouseholds()).map(({ id }) => id))
    expect(await held()).toContain(household)
    await move(FAR_VILLAGE)
    await clerk.sync.run()
    expect(await held()).not.toContain(household)
    const narrower = aPhone({ fetch: api.fetch, headers: api.headersOf('village'), now: clerk.now, newId: api.commandId, storage: clerk.storage })
    await narrower.sync.run()
    const divisions = readIndexRows(await clerk.storage.readIndex()).map(({ division }) => division)
    expect([...new Set(divisions)]).toEqual([VILLAGE])
    expect((await clerk.storage.listHouseholds()).length).toBe(divisions.length)
    await clerk.queue(CHECK, household, form())
    const none = aPhone({ fetch: api.fetch, headers: api.headersOf('chief'), now: clerk.now, newId: api.commandId, storage: clerk.storage })
    expect(await none.sync.run()).toMatchObject({ push: { parked: 1 }, pull: { end: 'wiped' } })
    expect(await clerk.storage.listHouseholds()).toEqual([])
  })
})
