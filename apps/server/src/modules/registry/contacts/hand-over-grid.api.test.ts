import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aHousehold } from '../../../../test/builders/registry.ts'
import { codeOf, startRegistryApp, VILLAGE, type Answer, type RegistryApp, type TestPerson } from '../../../../test/registry-app.ts'
import { rows } from '../../../platform/db.ts'
import { listGridsOf } from '../../organization/organization.api.ts'

type Offer = { id: string; gridId: string; state: string; toMe: boolean; onBehalf: boolean; beginsOn: string | null; fromName: string; toName: string; place: string }
type Grid = { id: string; postId: string; holder: { id: string; name: string; userId: string; termFrom: string; termTo: string | null; version: number } | null; offer: Offer | null }
const TODAY = '2026-11-24'
const DAY_MS = 86_400_000
let api: RegistryApp
let gridId: string
let made = 0

beforeAll(async () => {
  api = await startRegistryApp()
  await api.asSystem(async (tx) => {
    for (const [person, role, scope] of [['member', 'grid_member', VILLAGE], ['otherMember', 'grid_member', VILLAGE], ['farChief', 'county_chief', '522323']] as const) {
      await sql`insert into organization.role_grant (id, user_id, role, scope, valid_from, granted_at)
        values (gen_random_uuid(), ${api.userIdOf(person)}, ${role}, ${[scope]}, '2026-01-01', now())`.execute(tx)
    }
  })
})
afterAll(() => api.close())
beforeEach(async () => {
  made += 1
  const group = `${made}组`
  const grid = (await api.command('clerk', 'POST', `/villages/${VILLAGE}/grids`, { village: VILLAGE, name: `第${made}网格`, groups: [group] })).body as Grid
  gridId = grid.id
  const holder = { name: 'member员', userId: api.userIdOf('member'), from: '2026-03-01', to: '2027-12-31' }
  await api.command('clerk', 'POST', `/posts/${grid.postId}/holders`, holder)
})

const offer = (who: TestPerson = 'member', body: Record<string, unknown> = {}) =>
  api.command(who, 'POST', `/grids/${gridId}/handovers`, { toUserId: api.userIdOf('otherMember'), fromOn: '2026-12-01', note: '产假', ...body })
const answer = (answered: Answer, accept: boolean, who: TestPerson = 'otherMember') =>
  api.command(who, 'POST', `/handovers/${(answered.body as Offer).id}/answer`, { accept })
const grid = async (on = TODAY) => ((await api.get('village', `/villages/${VILLAGE}/grids`, { on })).body as Grid[]).find(({ id }) => id === gridId)
const own = async (who: TestPerson) => (await api.get(who, '/my-grids')).body as { grids: Grid[]; offers: Offer[] }
// All offers of a case are of one moment, so they are told apart by their grid.
const offerTo = async (who: TestPerson) => (await own(who)).offers.find((each) => each.gridId === gridId)
const aHouseholdOf = (contact: { userId?: string; name: string }, group = `${made}组`) => api.asSystem(async (tx) => {
  const household = await aHousehold(tx)
  await sql`update registry.household set group_name = ${group} where id = ${household}`.execute(tx)
  await sql`insert into registry.contact (household_id, division, user_id, name, from_on, source)
    values (${household}, ${VILLAGE}, ${contact.userId ?? null}, ${contact.name}, '2026-03-01', 'form')`.execute(tx)
  return household
})
const contactsOf = (household: string) => api.asSystem((tx) => rows(tx, sql<{ name: string; from_on: string; to_on: string | null }>`
  select name, from_on, to_on from registry.pub_contact where household_id = ${household} order by from_on`))

describe('S10 a grid changes hands by offer and acceptance', () => {
  it('the acceptance ends one term the day before, begins the other, and takes the households along', async () => {
    const [byAccount, byName, others, elsewhere] = [
      await aHouseholdOf({ userId: api.userIdOf('member'), name: 'member员' }), await aHouseholdOf({ name: 'member员' }),
      await aHouseholdOf({ name: '别的干部' }), await aHouseholdOf({ name: 'member员' }, '白鸡组'),
    ]
    const offered = await offer()
    expect(offered.body).toMatchObject({ state: 'offered', fromName: 'member员', toName: 'otherMember员', onBehalf: false, toMe: false, place: expect.stringContaining('街道') })
    expect((await grid())?.offer).toMatchObject({ state: 'offered' })
    expect(await offerTo('otherMember')).toMatchObject({ state: 'offered', toMe: true })
    const accepted = await answer(offered, true)
    expect(accepted.body).toMatchObject({ households: 2, handover: { state: 'accepted', beginsOn: '2026-12-01' } })
    expect((await grid())?.holder).toMatchObject({ name: 'member员', termTo: '2026-11-30' })
    expect((await grid('2026-12-01'))?.holder).toMatchObject({ userId: api.userIdOf('otherMember'), termFrom: '2026-12-01', termTo: '2027-12-31' })
    for (const household of [byAccount, byName]) {
      expect(await contactsOf(household)).toEqual([
        { name: 'member员', from_on: '2026-03-01', to_on: '2026-11-30' }, { name: 'otherMember员', from_on: '2026-12-01', to_on: null },
      ])
    }
    for (const household of [others, elsewhere]) expect(await contactsOf(household)).toMatchObject([{ to_on: null }])
    expect((await grid())?.offer).toBeNull()
    expect(await offerTo('member')).toMatchObject({ state: 'accepted', toMe: false })
    expect((await api.auditOf('organization.grid.answer_offer'))[0]).toMatchObject({ actor_id: api.userIdOf('otherMember'), after: { state: 'accepted', households: 2 } })
  })

  it('tells which grids somebody holds on a day', async () => {
    await answer(await offer(), true)
    const held = async (who: TestPerson, day: string) => (await api.asSystem((tx) => listGridsOf(tx, api.userIdOf(who), day))).filter(({ id }) => id === gridId)
    expect(await held('member', '2026-11-30')).toMatchObject([{ division: VILLAGE, groups: [`${made}组`] }])
    expect([await held('member', '2026-12-01'), await held('otherMember', '2026-11-30')]).toEqual([[], []])
    expect(await held('otherMember', '2026-12-01')).toHaveLength(1)
    expect((await own('member')).grids.map(({ id }) => id)).toContain(gridId)
  })

  it('declined or withdrawn, the holder stays and another offer may follow', async () => {
    expect((await answer(await offer(), false)).body).toMatchObject({ households: 0, handover: { state: 'declined' } })
    const again = await offer()
    expect(codeOf(await offer())).toBe('offer_open')
    const { id } = again.body as Offer
    expect(codeOf(await api.command('otherMember', 'POST', `/handovers/${id}/withdraw`))).toBe('forbidden')
    expect((await api.command('member', 'POST', `/handovers/${id}/withdraw`)).body).toMatchObject({ state: 'withdrawn' })
    expect(codeOf(await answer(again, true))).toBe('offer_closed')
    expect((await grid('2026-12-01'))?.holder).toMatchObject({ name: 'member员', termTo: '2027-12-31' })
  })

  it('runs out after seven days and makes room for a new one', async () => {
    const offered = await offer()
    const now = api.clock.now()
    api.clock.set(now + 7 * DAY_MS)
    expect(await offerTo('otherMember')).toMatchObject({ state: 'expired' })
    expect(codeOf(await answer(offered, true))).toBe('offer_closed')
    expect((await offer()).status).toBe(200)
    api.clock.set(now)
  })

  it('accepted after its day begins on the day of acceptance', async () => {
    const offered = await offer('member', { fromOn: '2026-11-25' })
    const now = api.clock.now()
    api.clock.set(now + 3 * DAY_MS)
    expect((await answer(offered, true)).body).toMatchObject({ handover: { beginsOn: '2026-11-27' } })
    api.clock.set(now)
  })

  it('is offered on the holder’s behalf by village and township, recorded; never by another grid member', async () => {
    expect(codeOf(await offer('otherMember', { toUserId: api.userIdOf('village') }))).toBe('forbidden')
    expect(codeOf(await offer('lead'))).toBe('forbidden')
    expect(codeOf(await offer('far'))).toBe('not_found')
    expect((await offer('village')).body).toMatchObject({ onBehalf: true })
    expect((await api.auditOf('organization.grid.offer'))[0]).toMatchObject({ after: { onBehalf: true, to: 'otherMember员' } })
  })

  it('goes to another person with an account of that village only, from today on', async () => {
    for (const toUserId of [api.userIdOf('member'), api.userIdOf('farChief'), api.commandId()]) {
      expect(codeOf(await offer('member', { toUserId }))).toBe('offer_person_unfit')
    }
    expect(codeOf(await offer('member', { fromOn: '2026-11-23' }))).toBe('handover_dates_invalid')
    expect(codeOf(await offer('member', { fromOn: '2028-02-01' }))).toBe('grid_not_held')
    const people = (await api.get('member', '/duty-people', { place: VILLAGE, forGrid: 'true' })).body as { userId: string; place: string }[]
    expect(people.map(({ userId }) => userId).sort()).toEqual([api.userIdOf('member'), api.userIdOf('otherMember')].sort())
    expect((await api.get('far', '/duty-people', { place: VILLAGE })).body).toEqual([])
  })

  it('is answered by who it was made to, and not when the term ended meanwhile', async () => {
    const offered = await offer()
    expect(codeOf(await answer(offered, true, 'village'))).toBe('not_found')
    const holder = (await grid())?.holder
    await api.command('clerk', 'POST', `/holders/${holder?.id}/end`, { version: holder?.version, lastDay: '2026-11-26', reason: '调离' })
    expect(codeOf(await answer(offered, true))).toBe('grid_not_held')
    expect((await answer(offered, false)).status).toBe(200)
  })
})
