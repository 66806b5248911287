import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkedLines } from '../../../../test/builders/card-lines.ts'
import { codeOf, NEXT_VILLAGE, startRegistryApp, VILLAGE, type Answer, type RegistryApp, type TestPerson } from '../../../../test/registry-app.ts'
import { firstRow } from '../../../platform/db.ts'
import { outcomeOf } from './record-recall.ts'

const TOWNSHIP = VILLAGE.slice(0, 9)
const MONTH = '2026-10'
type Sample = { id: string; size: number; population: number; digest: string; agrees: number; differs: number; unreached: number; agreement: { rate: number; low: number; high: number } | null }
type Member = { personId: string; place: string; phone: string | null; stated: string; outcome: string | null }

let api: RegistryApp
beforeAll(async () => {
  api = await startRegistryApp()
  await api.asSystem((tx) => checkedLines(tx, { month: MONTH, villages: [VILLAGE, VILLAGE, NEXT_VILLAGE], lines: 90, by: api.userIdOf('village') }))
})
afterAll(() => api.close())

const draw = async (seed: string, fields: Record<string, unknown> = {}): Promise<Sample> => {
  const { status, body } = await api.command('county', 'POST', '/cards/samples', { month: MONTH, place: TOWNSHIP, size: 12, seed, ...fields })
  expect(status, JSON.stringify(body)).toBe(200)
  return body as Sample
}
const pageOf = async (id: string, who: TestPerson = 'county') => (await api.get(who, `/cards/samples/${id}`, { limit: 200 })).body as { sample: Sample; rows: Member[] }
const membersOf = async (id: string) => (await pageOf(id)).rows.map(({ personId }) => personId)
const recall = (who: TestPerson, sampleId: string, personId: string | undefined, found: string): Promise<Answer> =>
  api.command(who, 'POST', `/cards/samples/${sampleId}/recalls`, { personId, method: 'phone', found })
const lineOf = (person: string) => api.asSystem((tx) => firstRow(tx, sql<{ state: string; review_note: string | null }>`
  select state, review_note from cards.line where month = ${MONTH} and person_id = ${person}`))

describe('a sample', () => {
  it('V20 is the same for the same seed and population, and another for another seed', async () => {
    const [one, same, other] = [await draw('2026-A'), await draw('2026-A'), await draw('2026-B')]
    expect(one).toMatchObject({ size: 12, population: 90, agreement: null })
    expect(same.digest).toBe(one.digest)
    expect(await membersOf(same.id)).toEqual(await membersOf(one.id))
    expect(await membersOf(other.id)).not.toEqual(await membersOf(one.id))
  })
  it('S82 is drawn from every village in proportion', async () => {
    const { rows } = await pageOf((await draw('S')).id)
    const places = Map.groupBy(rows, ({ place }) => place)
    expect([...places.values()].map((members) => members.length).sort()).toEqual([4, 8])
  })
  it('is frozen: what changes later changes neither its members nor their word, and the digest tells', async () => {
    const before = await draw('frozen')
    const members = await pageOf(before.id)
    await api.asSystem((tx) => sql`update cards.line set status = '20' where month = ${MONTH} and person_id = ${members.rows[0]?.personId ?? ''}`.execute(tx))
    expect((await pageOf(before.id)).rows).toEqual(members.rows)
    const after = await draw('frozen')
    expect(after.digest).not.toBe(before.digest)
    await api.asSystem((tx) => sql`update cards.line set status = '11' where month = ${MONTH}`.execute(tx))
  })
  it('V20 takes those alone whom three months did not change, where it is asked to', async () => {
    await api.asSystem((tx) => sql`update cards.line set no_change = true, months_unchanged = 2 where month = ${MONTH} and person_id in (
      select person_id from cards.line where month = ${MONTH} order by person_id limit 5)`.execute(tx))
    expect(await draw('U', { of: 'unchanged' })).toMatchObject({ size: 5, population: 5 })
    expect(codeOf(await api.command('county', 'POST', '/cards/samples', { month: '2025-01', place: TOWNSHIP, size: 5, seed: 'x' }))).toBe('card_nothing_to_sample')
  })
  it('is shown where the whole of its place is in scope, and nowhere else', async () => {
    const { id } = await draw('scope', { place: '522326' })
    expect(codeOf(await api.get('far', `/cards/samples/${id}`))).toBe('not_found')
    expect(codeOf(await api.get('clerk', `/cards/samples/${id}`))).toBe('not_found')
    expect((await pageOf(id, 'office')).sample.size).toBe(12)
  })
})

describe('a re-call', () => {
  it('says that the check holds, or sends the line back, or that nobody was reached', async () => {
    expect([outcomeOf('11', '11'), outcomeOf('11', '20'), outcomeOf('11', '90')]).toEqual(['agrees', 'differs', 'unreached'])
    const { id } = await draw('recall')
    const [agreed, differed, away] = await membersOf(id)
    expect(await recall('county', id, agreed, '11')).toMatchObject({ status: 200, body: { outcome: 'agrees', returned: false } })
    expect(await recall('county', id, differed, '20')).toMatchObject({ status: 200, body: { outcome: 'differs', returned: true } })
    expect(await recall('county', id, away, '90')).toMatchObject({ status: 200, body: { outcome: 'unreached', returned: false } })
    expect(await lineOf(differed ?? '')).toEqual({ state: 'returned', review_note: '抽样回访与核查不一致，请重新核查。' })
    expect(await lineOf(away ?? '')).toMatchObject({ state: 'checked' })
    expect((await pageOf(id)).sample).toMatchObject({ agrees: 1, differs: 1, unreached: 1, agreement: { rate: 0.5 } })
    expect(codeOf(await recall('county', id, agreed, '11'))).toBe('already_done')
    expect((await recall('county', id, away, '11')).status).toBe(200)
    expect((await pageOf(id)).sample).toMatchObject({ agrees: 2, differs: 1, unreached: 0 })
  })
  it('S82 is made by somebody who neither checked nor reviewed', async () => {
    const { id } = await draw('duties')
    const [checked, reviewed] = await membersOf(id)
    await api.asSystem(async (tx) => {
      await sql`update cards.line set reviewed_by = ${api.userIdOf('clerk')}, state = 'reviewed' where month = ${MONTH} and person_id = ${reviewed ?? ''}`.execute(tx)
      await sql`insert into cards.check (id, month, person_id, household_id, division, observed_at, device_at, received_at, late, method, status, no_change, job, applied, checked_by)
        select gen_random_uuid(), month, person_id, household_id, division, observed_at, device_at, received_at, late, method, status, no_change, job, false, ${api.userIdOf('clerk')}
        from cards.check where month = ${MONTH} and person_id = ${checked ?? ''} limit 1`.execute(tx)
    })
    expect(codeOf(await recall('clerk', id, checked, '11'))).toBe('separation_of_duties')
    expect(codeOf(await recall('clerk', id, reviewed, '11'))).toBe('separation_of_duties')
    expect((await recall('county', id, checked, '11')).status).toBe(200)
  })
  it('leaves a locked line closed, and the disagreement on record', async () => {
    const { id } = await draw('locked')
    const [person] = await membersOf(id)
    await api.asSystem((tx) => sql`update cards.line set state = 'closed' where month = ${MONTH} and person_id = ${person ?? ''}`.execute(tx))
    expect(await recall('county', id, person, '40')).toMatchObject({ status: 200, body: { outcome: 'differs', returned: false } })
    expect(await lineOf(person ?? '')).toMatchObject({ state: 'closed' })
  })
})
