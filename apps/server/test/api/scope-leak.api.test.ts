import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROLES, type Role } from '@anye/contract/access'
import type { Grant } from '../../src/platform/actor.ts'
import { firstRow } from '../../src/platform/db.ts'
import { startAppUnderTest, WHO, type AppUnderTest } from '../app-under-test.ts'
import { aNeighbour, NEIGHBOUR_COUNTY, NEIGHBOUR_TOKEN, NEIGHBOUR_VILLAGE, SECRET, type Neighbour } from '../builders/neighbour.ts'
import { aHousehold, aPerson, A_VILLAGE } from '../builders/registry.ts'
import { listEndpoints, type ListedEndpoint } from '../endpoints.ts'
import { requestOf, sampleInput } from '../sample-request.ts'

const HOME = '522326'
const TOWNSHIP = '522326001'
const LOCAL = new Set<string>(['unit', 'township', 'village'])
const heldBelowPrefecture = (permission: string) =>
  Object.values(ROLES).some((role) => LOCAL.has(role.scopeLevel) && (role.permissions as readonly string[]).includes(permission))

/** Every role of one county at once: whatever its people may do together, they may not do next door. */
function everyLocalRole(county: string, township: string, village: string): Grant[] {
  const scopes: Record<string, string> = { unit: county, township, village }
  return (Object.keys(ROLES) as Role[]).filter((role) => LOCAL.has(ROLES[role].scopeLevel)).map((role) => {
    const level = ROLES[role].scopeLevel
    return { role, scope: [scopes[level] ?? county], unitCode: level === 'unit' ? county : null }
  })
}

type Case = (their: Neighbour) => Record<string, unknown>
const theirPlace = { place: NEIGHBOUR_COUNTY }

/** What a person of 望谟县 sends when reaching for a record of 普安县. An endpoint that takes an id or a place must be here. */
const CASES: Record<string, Case> = {
  'access.session.revoke_own': () => ({}),
  'organization.post.list': () => theirPlace,
  'organization.post.appoint': ({ vacantPost }) => ({ postId: vacantPost }),
  'organization.post.end_term': ({ holder }) => ({ holderId: holder }),
  'organization.post.list_gaps': () => ({ under: NEIGHBOUR_COUNTY }),
  'organization.grid.list': () => ({ village: NEIGHBOUR_VILLAGE }),
  'organization.grid.add': () => ({ village: NEIGHBOUR_VILLAGE }),
  'organization.grid.offer': ({ grid }) => ({ gridId: grid }),
  'organization.grid.answer_offer': ({ handover }) => ({ id: handover }),
  'organization.grid.withdraw_offer': ({ handover }) => ({ id: handover }),
  'organization.weak_group.list': () => theirPlace,
  'organization.weak_group.get': ({ weakGroup }) => ({ id: weakGroup }),
  'organization.weak_group.enlist': () => ({ village: NEIGHBOUR_VILLAGE, groupName: '2组' }),
  'organization.weak_group.delist': ({ weakGroup }) => ({ id: weakGroup }),
  'organization.weak_group.add_party_group': ({ weakGroup }) => ({ id: weakGroup }),
  'organization.weak_group.end_party_group': ({ partyGroup }) => ({ id: partyGroup }),
  'organization.weak_group.send_cadre': ({ weakGroup }) => ({ id: weakGroup }),
  'organization.weak_group.close_cadre': ({ cadre }) => ({ id: cadre }),
  'organization.person.list_duty': () => ({ place: NEIGHBOUR_VILLAGE }),
  'registry.contact.list': () => theirPlace,
  'registry.contact.count': () => theirPlace,
  'registry.contact.assign': ({ household }) => ({ householdIds: [household], name: '包保干部' }),
  'registry.contact.end': ({ contact }) => ({ id: contact }),
  'registry.person.list': () => theirPlace,
  'registry.person.get': ({ person }) => ({ id: person }),
  'registry.person.reveal': ({ person }) => ({ id: person, field: 'health' }),
  'registry.person.correct': ({ person }) => ({ id: person, changes: { intent: '1' } }),
  'registry.exemption.ask': ({ person }) => ({ personId: person }),
  'registry.exemption.approve': ({ exemption }) => ({ id: exemption }),
  'registry.exemption.end': ({ exemption }) => ({ id: exemption }),
  'registry.exemption.list': () => theirPlace,
  'registry.household.list': () => theirPlace,
  'registry.household.get': ({ household }) => ({ id: household }),
  'registry.household.correct': ({ household }) => ({ id: household, changes: { groupName: '1组' } }),
  'registry.household.split': ({ household, person }) => ({ id: household, personIds: [person], headId: person }),
  'registry.household.merge': ({ household, otherHousehold }) => ({ id: household, otherId: otherHousehold }),
  'registry.episode.add': ({ person }) => ({ personId: person }),
  'registry.episode.correct': ({ episode }) => ({ id: episode }),
  'registry.episode.end': ({ episode }) => ({ id: episode }),
  'registry.episode.void': ({ episode }) => ({ id: episode }),
  'registry.evidence.add': ({ episode }) => ({ id: episode }),
  'registry.export.ask': () => ({ query: { what: 'persons', filter: theirPlace } }),
  'registry.export.decide': ({ export: id }) => ({ id }),
  'registry.import.start': ({ file }) => ({ fileId: file }),
  'registry.import.get': ({ import: id }) => ({ id }),
  'registry.import.issues': ({ import: id }) => ({ id }),
  'registry.import.map': ({ import: id }) => ({ id }),
  'registry.import.commit': ({ import: id }) => ({ id }),
  'registry.import.cancel': ({ import: id }) => ({ id }),
  'cards.check.record': ({ person }) => ({ personId: person, month: '2026-11' }),
  'cards.call.record_failed': ({ person }) => ({ personId: person, month: '2026-11' }),
  'cards.line.list': () => theirPlace,
  'cards.line.get': ({ person }) => ({ month: '2026-11', personId: person }),
  'cards.month.progress': () => theirPlace,
  'cards.late_work.list': () => ({ place: NEIGHBOUR_VILLAGE }),
  'cards.need.list': () => theirPlace,
  'cards.need.progress': () => theirPlace,
  'cards.need.owners': () => ({ village: NEIGHBOUR_VILLAGE }),
  'cards.need.open': ({ person }) => ({ personId: person }),
  'cards.need.hand_over': ({ need }) => ({ id: need }),
  'cards.need.serve': ({ need }) => ({ id: need }),
  'cards.need.close': ({ need }) => ({ id: need }),
  'cards.need.reopen': ({ need }) => ({ id: need }),
  'command.case.list': () => theirPlace,
  'command.case.get': ({ household }) => ({ householdId: household }),
  'command.case.assign': ({ household }) => ({ householdId: household }),
  'command.case.propose': ({ household }) => ({ householdId: household }),
  'command.case.approve': ({ household }) => ({ householdId: household }),
  'command.case.decline': ({ household }) => ({ householdId: household }),
  'command.task.list': () => ({ village: NEIGHBOUR_VILLAGE }),
  'cards.late_work.take_over': ({ lateWork }) => ({ id: lateWork }),
  'cards.late_work.discard': ({ lateWork }) => ({ id: lateWork }),
  'cards.line.accept': ({ person }) => ({ month: '2026-11', lines: [{ personId: person, version: 1 }] }),
  'cards.line.return': ({ person }) => ({ month: '2026-11', lines: [{ personId: person, version: 1 }] }),
  'cards.line.settle': ({ person, cardCheck }) => ({ month: '2026-11', personId: person, checkId: cardCheck }),
  'cards.review.start': () => ({ ...theirPlace, month: '2026-11' }),
  'cards.review.get': ({ cardReview }) => ({ id: cardReview }),
  'cards.review.cancel': ({ cardReview }) => ({ id: cardReview }),
  'cards.review.undo': ({ cardReview }) => ({ id: cardReview }),
  'cards.month.closing': () => ({ ...theirPlace, month: '2026-11' }),
  'cards.month.close': () => ({ ...theirPlace, month: '2026-11' }),
  'cards.month.reopen': () => ({ ...theirPlace, month: '2026-11' }),
  'cards.sample.draw': () => ({ ...theirPlace, month: '2026-11' }),
  'cards.sample.get': ({ cardSample }) => ({ id: cardSample }),
  'cards.recall.record': ({ cardSample, person }) => ({ sampleId: cardSample, personId: person }),
  'cards.village.list': () => theirPlace,
  'cards.village.get': () => ({ village: NEIGHBOUR_VILLAGE }),
  'cards.card.list': () => ({ village: NEIGHBOUR_VILLAGE }),
  'cards.card.find': () => ({ token: NEIGHBOUR_TOKEN }),
  'cards.card.issue': () => ({ village: NEIGHBOUR_VILLAGE }),
  'cards.card.replace': ({ card }) => ({ id: card }),
  'cards.bag.check': ({ card }) => ({ village: NEIGHBOUR_VILLAGE, marks: [{ cardId: card, inBag: false }] }),
  'cards.print.ask': () => ({ village: NEIGHBOUR_VILLAGE }),
  'indicators.overview.get': () => theirPlace,
  'indicators.coverage.list': () => theirPlace,
  'indicators.series.get': () => theirPlace,
  'indicators.member.list': () => theirPlace,
  'indicators.zero.list': () => theirPlace,
  'indicators.ledger.get': () => theirPlace,
  'reporting.report.list': () => ({ unit: NEIGHBOUR_COUNTY }),
  'reporting.report.get': ({ signedReport }) => ({ id: signedReport }),
  'reporting.report.compile': () => ({ unit: NEIGHBOUR_COUNTY, day: '2026-11-24' }),
  'reporting.report.annotate': ({ report }) => ({ id: report }),
  'reporting.report.sign': ({ report }) => ({ id: report }),
  'reporting.report.correct': ({ signedReport }) => ({ id: signedReport }),
  'reporting.report.download': ({ signedReport }) => ({ id: signedReport, format: 'docx' }),
  'platform.file.download': ({ file }) => ({ id: file }),
}

/** Divisions and units are public facts: every signed-in role reads them all. */
const PUBLIC = /^organization\.(division|unit)\./
const REACHES = /(^id|Id|Ids|^place|^unit|^under|^village|^code|^division|^query)$/
const reaches = ({ input, path }: ListedEndpoint) =>
  path.includes('{') || Object.keys(input?.shape ?? {}).some((key) => key !== 'commandId' && REACHES.test(key))

const ENDPOINTS = listEndpoints().filter(({ id }) => id !== 'platform.live.subscribe')
const OPEN = ENDPOINTS.filter(({ permission }) => permission === 'signed_in' || heldBelowPrefecture(permission))
const REACHING = OPEN.filter((endpoint) => reaches(endpoint) && !PUBLIC.test(endpoint.id))

let app: AppUnderTest
let their: Neighbour
let before: string

beforeAll(async () => {
  app = await startAppUnderTest({
    insider: { grants: everyLocalRole(HOME, TOWNSHIP, A_VILLAGE) },
    neighbour: { grants: everyLocalRole(NEIGHBOUR_COUNTY, NEIGHBOUR_VILLAGE.slice(0, 9), NEIGHBOUR_VILLAGE) },
  })
  their = await aNeighbour(app)
  await app.asSystem(async (tx) => aPerson(tx, await aHousehold(tx)))
  before = await fingerprint()
})
afterAll(() => app.close())

const ask = (person: string, endpoint: ListedEndpoint, input: Record<string, unknown> = {}) => app.send(
  person, requestOf(endpoint, { ...sampleInput(endpoint, input), ...(endpoint.kind === 'command' ? { commandId: app.id() } : {}) }),
)

/** Digest of all records of the neighbouring county. */
const fingerprint = () => app.asSystem(async (tx) => {
  const like = `${NEIGHBOUR_COUNTY}%`
  const digest = await firstRow(tx, sql<{ md5: string }>`select md5(string_agg(line, E'\n' order by line)) as md5 from (
    select t::text as line from registry.household t where division like ${like} union all select t::text from registry.person t where division like ${like}
    union all select t::text from registry.episode t where division like ${like} union all select t::text from registry.evidence t where division like ${like}
    union all select t::text from registry.exemption t where division like ${like} union all select t::text from registry.version t where division like ${like}
    union all select t::text from registry.contact t where division like ${like} union all select t::text from organization.handover t where division like ${like}
    union all select t::text from organization.weak_group t where division like ${like} union all select t::text from organization.party_group t where division like ${like}
    union all select t::text from organization.weak_group_cadre t where division like ${like}
    union all select t::text from registry.import t where probe like ${like} union all select t::text from reporting.report t
    union all select t::text from reporting.correction t union all select t::text from reporting.export_request t where probe like ${like}
    union all select t::text from cards.parked t where division like ${like}
    union all select h::text from organization.holder h join organization.post p on p.id = h.post_id where p.division like ${like}
    union all select t::text from cards.line t where division like ${like} union all select t::text from cards.check t where division like ${like}
    union all select t::text from cards.review t where probe like ${like} union all select t::text from cards.sample t where probe like ${like}
    union all select t::text from cards.recall t where division like ${like} union all select t::text from cards.closing t where division like ${like}
    union all select t::text from cards.card t where division like ${like} union all select t::text from cards.print t where division like ${like}
    union all select t::text from organization.grid t where division like ${like}
    union all select t::text from cards.need t where division like ${like}
    union all select t::text from command.zero_case t where division like ${like}) records`)
  return digest?.md5 ?? ''
})

/** The rows of a list or a page; a thing that is neither has none. */
const rowsIn = (body: unknown): unknown => (typeof body === 'object' && body !== null && 'rows' in body ? body.rows : body)

describe('scope leak', () => {
  it('has a case for every endpoint that takes an id or a place, and no other', () => {
    expect(REACHING.map(({ id }) => id).sort()).toEqual(Object.keys(CASES).sort())
  })

  it.each(REACHING.map((endpoint) => [endpoint.id, endpoint] as const))('%s finds nothing next door', async (id, endpoint) => {
    const answer = await ask('insider', endpoint, CASES[id]?.(their))
    expect(answer.text).not.toContain(SECRET)
    expect(answer.status === 200 ? rowsIn(answer.body) : answer.code).toEqual(answer.status === 200 ? [] : 'not_found')
  })

  it.each(OPEN.filter(({ kind }) => kind === 'query').map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s without a word about the place stays at home', async (_id, endpoint) => {
      expect((await ask('insider', endpoint)).text).not.toContain(SECRET)
    })

  it('the records were there: people of that county read them', async () => {
    for (const id of ['registry.person.get', 'registry.household.get', 'registry.import.get', 'organization.grid.list', 'organization.post.list', 'registry.contact.list', 'cards.late_work.list']) {
      const endpoint = ENDPOINTS.find((each) => each.id === id)
      if (endpoint === undefined) throw new Error(`${id} is gone`)
      const answer = await ask('neighbour', endpoint, CASES[id]?.(their))
      expect(answer.status, `${id} ${answer.text}`).toBe(200)
    }
  })

  it('what belongs to the prefecture is refused to a county altogether', async () => {
    const above = ENDPOINTS.filter((endpoint) => !OPEN.includes(endpoint))
    expect(above.length).toBeGreaterThan(10)
    for (const endpoint of above) expect((await ask('insider', endpoint)).code, endpoint.id).toBe('forbidden')
  })

  it('a phone hears of no household next door, and what it queued about one is not done there', async () => {
    const queued = { commandId: app.id(), endpoint: 'cards.check.record', contractVersion: 1, deviceTime: '2026-11-24T10:00:00+08:00', householdId: null }
    const input = { month: '2026-11', personId: their.person, observedAt: '2026-11-24T10:00:00+08:00', method: 'phone', status: '20', noChange: false }
    const answer = await app.send('insider', {
      method: 'POST', path: '/sync/push', payload: { device: { id: app.id(), now: '2026-11-24T12:00:00+08:00' }, entries: [{ ...queued, input }] },
    })
    expect(answer.body).toMatchObject({ results: [{ status: 'refused', code: 'not_found' }] })
    const pack = await app.send('insider', { method: 'GET', path: '/sync/pull' })
    expect(pack.text).toContain(A_VILLAGE)
    expect(pack.text).not.toContain(NEIGHBOUR_VILLAGE)
  })

  it('live messages name villages of one’s own area only', async () => {
    const address = await app.listen()
    const stop = new AbortController()
    const response = await fetch(`${address}/api/live`, { headers: { [WHO]: 'insider' }, signal: stop.signal })
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    await reader?.read()
    app.services.live.publish({ type: 'figures', villages: [NEIGHBOUR_VILLAGE], at: 1 })
    app.services.live.publish({ type: 'figures', villages: [NEIGHBOUR_VILLAGE, A_VILLAGE], at: 2 })
    const message = (await reader?.read())?.value ?? ''
    stop.abort()
    expect(JSON.parse(message.replace('data: ', ''))).toEqual({ type: 'figures', villages: [A_VILLAGE], at: 2 })
  })

  it('and changed nothing there', async () => {
    expect(await fingerprint()).toBe(before)
  })
})
