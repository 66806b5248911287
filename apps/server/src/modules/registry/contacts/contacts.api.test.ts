import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aHousehold, aPerson } from '../../../../test/builders/registry.ts'
import { codeOf, NEXT_VILLAGE, startRegistryApp, VILLAGE, type RegistryApp, type TestPerson } from '../../../../test/registry-app.ts'
import { rows } from '../../../platform/db.ts'

type Row = Record<string, unknown>
type Page = { rows: Row[]; nextCursor: string | null; total: number }
const TODAY = '2026-11-24'
let api: RegistryApp
let first: string
let second: string
let next: string

beforeAll(async () => { api = await startRegistryApp() })
afterAll(() => api.close())
beforeEach(() => api.asSystem(async (tx) => {
  // Earlier cases' households are no longer active, so the page shows those of this case alone.
  await sql`update registry.household set status = 'closed'`.execute(tx)
  first = await aHousehold(tx)
  second = await aHousehold(tx)
  next = await aHousehold(tx, { division: NEXT_VILLAGE })
  await sql`update registry.household set group_name = '1组' where id = ${first}`.execute(tx)
}))

const assign = (body: Row, who: TestPerson = 'clerk') => api.command(who, 'POST', '/registry/contacts', { fromOn: TODAY, name: '王包保', ...body })
const list = async (query: Record<string, string | number> = {}, who: TestPerson = 'clerk') => (await api.get(who, '/registry/contacts', query)).body as Page
const historyOf = async (id: string) => ((await api.get('clerk', `/registry/households/${id}`)).body as { contacts: Row[]; contactGap: string | null })
const end = (id: unknown, body: Row) => api.command('clerk', 'POST', `/registry/contacts/${String(id)}/end`, { lastDay: TODAY, version: 1, reason: '调离本村', ...body })

describe('S77 contacts of households', () => {
  it('every household without a contact is a gap, listed by place, group and ground with paging', async () => {
    expect((await list({ gap: 'any' })).rows.map((row) => [row['householdId'], row['gap']])).toEqual([...[first, second].sort(), next].map((id) => [id, 'none']))
    expect((await list({ place: VILLAGE, group: '1组' })).rows).toMatchObject([{ householdId: first, headName: '韦测试', contactName: null }])
    const page = await list({ limit: 2 })
    expect([page.rows.length, page.total]).toEqual([2, 3])
    expect((await list({ limit: 2, cursor: page.nextCursor ?? '' })).rows.map((row) => row['householdId'])).toEqual([next])
    expect(await list({ gap: 'any' }, 'far')).toEqual({ rows: [], nextCursor: null, total: 0 })
  })

  it('a contact ends who held before the day before, and both stay in the history of the household page', async () => {
    expect((await assign({ householdIds: [first], fromOn: '2026-11-01', phone: '15400000041' })).body).toEqual({ households: 1 })
    expect((await assign({ householdIds: [first], name: '李包保', toOn: '2026-12-31' })).status).toBe(200)
    const { contacts, contactGap } = await historyOf(first)
    expect(contacts).toMatchObject([
      { name: '李包保', fromOn: TODAY, toOn: '2026-12-31', isCurrent: true, source: 'form' },
      { name: '王包保', fromOn: '2026-11-01', toOn: '2026-11-23', isCurrent: false, phoneMasked: '15400000041' },
    ])
    expect(contactGap).toBeNull()
    const shown = (await api.get('clerk', '/registry/households', { place: VILLAGE })).body as Page
    expect(shown.rows.find((row) => row['id'] === first)?.['contactName']).toBe('李包保')
    expect((await api.auditOf('registry.contact.assign'))[0]).toMatchObject({ object_id: first, after: { contact: '李包保', households: 1 } })
  })

  it('a second choice of the same day voids the first instead of leaving a term of no day', async () => {
    await assign({ householdIds: [first] })
    await assign({ householdIds: [first], name: '李包保' })
    expect((await historyOf(first)).contacts.map((contact) => contact['name'])).toEqual(['李包保'])
  })

  it('a term that lies ahead of a later one leaves the later one alone', async () => {
    await assign({ householdIds: [first], fromOn: '2027-01-01', name: '来年的' })
    await assign({ householdIds: [first], toOn: '2026-12-31' })
    expect((await historyOf(first)).contacts.map((contact) => [contact['name'], contact['toOn']])).toEqual([['来年的', null], ['王包保', '2026-12-31']])
  })

  it('all households of a filter are given in one command, those of other places are not', async () => {
    expect((await assign({ filter: { place: VILLAGE, gap: 'any' } })).body).toEqual({ households: 2 })
    expect((await list({ gap: 'any' })).rows.map((row) => row['householdId'])).toEqual([next])
    expect((await list({ contact: '王' })).total).toBe(2)
    expect(codeOf(await assign({ filter: { place: VILLAGE, gap: 'any' } }))).toBe('not_found')
  })

  it('a term over, an account disabled and a post ended alert with their ground', async () => {
    const account = api.userIdOf('village')
    await assign({ householdIds: [first], toOn: TODAY })
    await assign({ householdIds: [second], name: undefined, userId: account })
    await api.asSystem((tx) => sql`update registry.contact set from_on = '2026-11-01', to_on = '2026-11-20' where household_id = ${first}`.execute(tx))
    const gapOf = async (id: string) => (await list({})).rows.find((row) => row['householdId'] === id)?.['gap']
    expect([await gapOf(first), await gapOf(second)]).toEqual(['term_over', null])
    await api.asSystem((tx) => sql`insert into organization.holder (id, post_id, user_id, name, term_from, term_to)
      select gen_random_uuid(), id, ${account}, '村员', '2026-01-01', '2026-11-23' from organization.post where kind = 'village_director' and division = ${VILLAGE}`.execute(tx))
    expect(await gapOf(second)).toBe('post_ended')
    await api.asSystem((tx) => sql`update organization.user_account set state = 'disabled' where id = ${account}`.execute(tx))
    expect(await gapOf(second)).toBe('account_disabled')
    const count = async (place: string) => ((await api.get('county', '/registry/contacts/counts', { place })).body as Page).rows
    expect(await count('522326001')).toMatchObject([{ code: VILLAGE, households: 2, none: 0, termOver: 1, accountDisabled: 1, postEnded: 0 }, { code: NEXT_VILLAGE, none: 1 }])
    expect(await count('522326')).toMatchObject([{ code: '522326001', households: 3, none: 1, termOver: 1 }])
    expect(await count('5223')).toMatchObject([{ code: '522326', households: 3 }])
    expect(await count(VILLAGE)).toMatchObject([{ name: '', households: 1 }, { name: '1组', households: 1, termOver: 1 }])
    expect(((await api.get('county', '/registry/households', { contact: 'account_disabled' })).body as Page).rows.map((row) => row['id'])).toEqual([second])
    await api.asSystem((tx) => sql`update organization.user_account set state = 'active' where id = ${account}`.execute(tx))
  })

  it('is ended with a reason on a day, once, at the version that was read', async () => {
    await assign({ householdIds: [first], fromOn: '2026-11-01' })
    const [contact] = (await historyOf(first)).contacts
    expect(codeOf(await end(contact?.['id'], { version: 9 }))).toBe('stale_version')
    expect(codeOf(await end(contact?.['id'], { lastDay: '2026-10-01' }))).toBe('contact_dates_invalid')
    expect((await end(contact?.['id'], { lastDay: '2026-11-23' })).status).toBe(200)
    expect((await historyOf(first)).contactGap).toBe('term_over')
    expect(codeOf(await end(contact?.['id'], { version: 2 }))).toBe('already_done')
    expect((await api.auditOf('registry.contact.end')).filter(({ outcome }) => outcome === 'ok')).toMatchObject([{ object_id: first, reason: '调离本村' }])
  })

  it('refuses half a list, nobody, both ways at once, a day far back, a disabled account and who may not', async () => {
    expect(codeOf(await assign({ householdIds: [first, next] }, 'village'))).toBe('not_found')
    expect((await historyOf(first)).contacts).toEqual([])
    expect(codeOf(await assign({ householdIds: [first], name: undefined }))).toBe('request_invalid')
    expect(codeOf(await assign({ householdIds: [first], filter: {} }))).toBe('request_invalid')
    expect(codeOf(await assign({ householdIds: [first], fromOn: '2016-11-24' }))).toBe('contact_dates_invalid')
    expect(codeOf(await assign({ householdIds: [first], userId: api.commandId() }))).toBe('not_found')
    expect(codeOf(await assign({ householdIds: [first] }, 'lead'))).toBe('forbidden')
    expect(codeOf(await assign({ householdIds: [first] }, 'far'))).toBe('not_found')
  })

  it('moves no village: the indicators do not read it', async () => {
    await api.recompute()
    await assign({ householdIds: [first, second] })
    expect(await api.asSystem((tx) => rows(tx, sql`select 1 from registry.village_touch`))).toEqual([])
  })

  it('a household split off keeps the contact; one merged away has none any more', async () => {
    const [head, son] = await api.asSystem(async (tx) => [await aPerson(tx, first), await aPerson(tx, first), await aPerson(tx, second)])
    await assign({ householdIds: [first, second], fromOn: '2026-11-01' })
    const split = await api.command('clerk', 'POST', `/registry/households/${first}/split`, { version: 1, personIds: [son], headId: son, reason: '儿子成家分户' })
    const { newHouseholdId } = split.body as { newHouseholdId: string }
    expect((await historyOf(newHouseholdId)).contacts).toMatchObject([{ name: '王包保', fromOn: TODAY, toOn: null }])
    const merged = await api.command('clerk', 'POST', `/registry/households/${first}/merge`, { version: 2, otherId: second, reason: '同住一处' })
    expect([merged.status, head === undefined]).toEqual([200, false])
    expect((await historyOf(second)).contacts).toMatchObject([{ name: '王包保', toOn: '2026-11-23' }])
    expect((await historyOf(first)).contacts).toMatchObject([{ name: '王包保', toOn: null }])
  })
})
