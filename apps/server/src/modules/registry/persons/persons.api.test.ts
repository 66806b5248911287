import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildCitizenId, SYNTHETIC_AREA } from '@anye/codes/citizen-id'
import { aKnownPerson } from '../../../../test/builders/known-person.ts'
import { aHousehold } from '../../../../test/builders/registry.ts'
import { codeOf, NEXT_VILLAGE, startRegistryApp, TODAY, VILLAGE, type RegistryApp, type TestPerson } from '../../../../test/registry-app.ts'
import { actorOf } from '../../../platform/actor.ts'
import { rows } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { correctPerson } from './correct-person.ts'
import { REVEALS_A_DAY } from './reveal-person.ts'

const PHONE = '15400000041'
let api: RegistryApp
let household: string
let person: { id: string; idNo: string }

beforeAll(async () => { api = await startRegistryApp() })
afterAll(() => api.close())
let sequence = 100
beforeEach(() => api.asSystem(async (tx) => {
  household = await aHousehold(tx)
  sequence += 1
  person = await aKnownPerson(tx, api.services.cipher, household, { name: '韦测试', sequence, phone: PHONE, bankNo: '6217000000000000', isHead: true })
}))

const correct = (version: number, changes: Record<string, unknown>, who: TestPerson = 'village') =>
  api.command(who, 'PATCH', `/registry/persons/${person.id}`, { version, reason: '入户核实', changes })
const page = async (who: TestPerson = 'village') =>
  (await api.get(who, `/registry/persons/${person.id}`)).body as { person: Record<string, unknown>; household: Record<string, unknown>; versions: Record<string, unknown>[] }
const counters = async () => {
  await api.recompute()
  const found = await api.asSystem((tx) => rows(tx, sql<{ key: string; value: number }>`select key, value from indicators.village_counter where division = ${VILLAGE}`))
  return Object.fromEntries(found.map((row) => [row.key, row.value]))
}

describe('correcting a person', () => {
  it('keeps a version with reason, follows the name into search and household, and refuses a stale form', async () => {
    expect((await correct(1, { name: '韦改名', education: '70' })).body).toMatchObject({ version: 2 })
    const shown = await page()
    expect(shown.person).toMatchObject({ name: '韦改名', education: '70', version: 2 })
    expect(shown.household).toMatchObject({ headName: '韦改名' })
    expect(shown.versions[0]).toMatchObject({ version: 2, reason: '入户核实', by: 'village员' })
    const found = (await api.get('village', '/registry/persons', { search: 'weigaiming' })).body as { rows: { id: string }[] }
    expect(found.rows.map((row) => row.id)).toEqual([person.id])
    expect(codeOf(await correct(1, { name: '韦再改' }))).toBe('stale_version')
  })
  it('V07 leaves either an education or a state at school, never both or neither', async () => {
    const { version } = (await page()).person as { version: number }
    expect(codeOf(await correct(version, { education: '70', inSchool: '31' }))).toBe('schooling_conflict')
    expect(codeOf(await correct(version, { education: null, inSchool: null }))).toBe('schooling_conflict')
    expect((await correct(version, { education: '60', inSchool: null })).status).toBe(200)
  })
  it('takes the day of graduation, also one to come, and the student is no labourer until then', async () => {
    const before = (await counters())['p.labourers'] ?? 0
    const { version } = (await page()).person as { version: number }
    expect((await correct(version, { education: null, inSchool: '31', graduatesOn: '2027-06-30' })).status).toBe(200)
    expect((await page()).person).toMatchObject({ inSchool: '31', graduatesOn: '2027-06-30' })
    expect((await counters())['p.labourers'] ?? 0).toBe(before - 1)
    expect((await correct(version + 1, { graduatesOn: '2026-11-20' })).status).toBe(200)
    expect((await counters())['p.labourers'] ?? 0).toBe(before)
  })
  it('seals ID and phone: the version says only that they changed, the look-up finds the new ones', async () => {
    const idNo = buildCitizenId(SYNTHETIC_AREA, '1985-05-01', sequence + 400)
    expect((await correct(1, { idNo, phone: '15400000999' })).status).toBe(200)
    const told = JSON.stringify([(await page()).versions, (await api.auditOf('registry.person.correct'))[0]])
    expect(told).toContain('sealed')
    expect(told).not.toMatch(new RegExp(`${idNo}|${person.idNo}|15400000999|${PHONE}`))
    for (const search of [idNo, '15400000999']) {
      expect(((await api.get('village', '/registry/persons', { search })).body as { rows: { id: string }[] }).rows.map((row) => row.id)).toEqual([person.id])
    }
    expect(codeOf(await correct(2, { idNo: `${idNo.slice(0, -1)}${idNo.endsWith('0') ? '1' : '0'}` }))).toBe('request_invalid')
    expect(codeOf(await correct(2, { phone: '12345' }))).toBe('request_invalid')
  })
  it('takes a card number and a grade of disability, tells of neither, and counts grades one and two as no labour', async () => {
    const before = (await counters())['p.labourers'] ?? 0
    expect((await correct(1, { bankNo: '6217 0012 3456 7890 128', disabilityGrade: '2', marital: '20' })).status).toBe(200)
    const revealed = await api.command('village', 'POST', `/registry/persons/${person.id}/reveal`, { field: 'bankNo', reason: '核对社保卡号' })
    expect(revealed.body).toMatchObject({ value: '6217001234567890128' })
    const shown = await page()
    expect(shown.person).toMatchObject({ marital: '20', version: 2 })
    const told = JSON.stringify([shown.versions, (await api.auditOf('registry.person.correct'))[0]])
    expect(told).not.toMatch(/6217001234567890128|"disability_grade":"2"/)
    expect((await counters())['p.labourers'] ?? 0).toBe(before - 1)
    expect((await correct(2, { disabilityGrade: '3' })).status).toBe(200)
    expect((await counters())['p.labourers'] ?? 0).toBe(before)
    expect(codeOf(await correct(3, { bankNo: '123' }))).toBe('request_invalid')
  })
  it('takes health and the category of disability, tells of neither below F4, and refuses sets that contradict themselves', async () => {
    expect((await correct(1, { health: ['2', '4'], disabilityCategory: '4', disabilityGrade: '3' })).status).toBe(200)
    const revealed = await api.command('village', 'POST', `/registry/persons/${person.id}/reveal`, { field: 'health', reason: '核对健康状况' })
    expect(revealed.body).toMatchObject({ value: '2,4' })
    const shown = await page()
    expect(shown.person).toMatchObject({ healthNeed: true, version: 2 })
    expect(shown.versions[0]).toMatchObject({ version: 2, reason: '入户核实', changes: [] })
    expect(JSON.stringify([shown, (await api.auditOf('registry.person.correct'))[0]])).not.toMatch(/"disability_?[cC]ategory":"4"|\["2","4"\]/)
    expect((await correct(2, { disabilityCategory: null, disabilityGrade: null })).status).toBe(200)
    const [kept] = await api.asSystem((tx) => rows(tx, sql`select health, disability_category, disability_grade from registry.person where id = ${person.id}`))
    expect(kept).toEqual({ health: ['2', '4'], disability_category: null, disability_grade: null })
    for (const changes of [{ health: ['1', '2'] }, { health: ['2', '2'] }, { health: ['9'] }, { disabilityCategory: '8' }]) {
      expect(codeOf(await correct(3, changes)), JSON.stringify(changes)).toBe('request_invalid')
    }
  })
  it('lets nobody overwrite health or disability who may not open them, while the rest of the form is theirs', async () => {
    // Today every role that edits persons may reveal too; the use case does not rely on it.
    const asEditor = (changes: Record<string, unknown>, scope: string[]) => api.asSystem((tx) => correctPerson({
      tx, services: api.services, now: api.clock.now(), today: TODAY, fieldLevel: 'F3',
      actor: { ...actorOf({ userId: api.userIdOf('village'), userName: 'village', name: 'village员', mustChangePassword: false }, [{ role: 'village_post', scope, unitCode: null }]) },
      audit: { about: () => undefined, change: () => undefined, reason: () => undefined },
    } as unknown as Ctx, { commandId: person.id, id: person.id, version: 1, reason: '入户核实', changes }))
    for (const changes of [{ health: ['1'] }, { disabilityCategory: null }, { disabilityGrade: '4' }]) {
      await expect(asEditor(changes, [NEXT_VILLAGE]), JSON.stringify(changes)).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await asEditor({ marital: '20' }, [NEXT_VILLAGE])).toMatchObject({ version: 2 })
  })
  it('takes a hukou elsewhere: shown as a resident member, out of the base, in words in the history, and back', async () => {
    const before = (await counters())['p.labourers'] ?? 0
    await api.asSystem((tx) => sql`update registry.person set is_head = false where id = ${person.id}`.execute(tx))
    expect((await correct(1, { registerDivision: '451031' })).status).toBe(200)
    expect((await counters())['p.labourers'] ?? 0).toBe(before - 1)
    const shown = await page()
    expect(shown.person).toMatchObject({ registerDivision: '451031', registerName: '广西隆林各族自治县', hukouElsewhere: '广西隆林各族自治县', work: null })
    expect(shown.versions[0]).toMatchObject({ changes: [{ field: 'register_division', before: null, after: '广西隆林各族自治县' }] })
    const members = (await api.get('village', `/registry/households/${household}`)).body as { members: { hukouElsewhere: string | null }[] }
    expect(members.members.map((member) => member.hukouElsewhere)).toEqual(['广西隆林各族自治县'])
    expect((await correct(2, { registerDivision: VILLAGE })).status).toBe(200)
    expect((await page()).person).toMatchObject({ registerDivision: VILLAGE, hukouElsewhere: null })
    expect((await counters())['p.labourers'] ?? 0).toBe(before)
    for (const code of ['999999', '522326999', '5223']) expect(codeOf(await correct(3, { registerDivision: code })), code).toBe('request_invalid')
  })
  it('registers the household where its head is, so that a head from elsewhere is no resident member of the own household', async () => {
    expect((await correct(1, { registerDivision: '451031' })).status).toBe(200)
    expect((await page()).person).toMatchObject({ registerDivision: '451031', hukouElsewhere: null })
    const [home] = await api.asSystem((tx) => rows(tx, sql`select register_division from registry.household where id = ${household}`))
    expect(home).toEqual({ register_division: '451031' })
  })
  it('V14 takes the dead and those who moved away out of figures and household from that day on, and back', async () => {
    const before = await counters()
    expect((await correct(1, { status: 'dead' })).status).toBe(200)
    expect((await page()).person).toMatchObject({ status: 'dead', exitOn: TODAY })
    expect((await page()).household).toMatchObject({ members: 0 })
    expect((await counters())['p.labourers'] ?? 0).toBe((before['p.labourers'] ?? 0) - 1)
    expect((await correct(2, { status: 'active' })).status).toBe(200)
    expect((await page()).person).toMatchObject({ status: 'active', exitOn: null })
    expect((await counters())['p.labourers']).toBe(before['p.labourers'])
  })
  it('refuses codes that no list knows, days in the future, and people outside the scope', async () => {
    for (const changes of [{ labourSkill: '9' }, { relation: 'ZZ' }, { disabilityGrade: '9' }, { birth: '2026-11-25' }, { exitOn: '2026-12-01' }]) {
      expect(codeOf(await correct(1, changes)), JSON.stringify(changes)).toBe('request_invalid')
    }
    expect(codeOf(await correct(1, { name: '韦甲' }, 'far'))).toBe('not_found')
    expect(codeOf(await correct(1, { name: '韦甲' }, 'lead'))).toBe('forbidden')
    expect((await correct(1, {})).body).toMatchObject({ version: 1 })
  })
})

describe('exemptions', () => {
  const ask = (fields: Record<string, unknown> = {}, who: TestPerson = 'village') => api.command(who, 'POST', '/registry/exemptions', {
    personId: person.id, reason: 'illness', fromOn: '2026-11-01', untilOn: '2027-04-30', ...fields,
  })
  const approve = (id: unknown, who: TestPerson) => api.command(who, 'POST', `/registry/exemptions/${String(id)}/approve`)

  it('count only when the township approved them, and the household then is special, not zero-employment', async () => {
    const before = await counters()
    const { id } = (await ask()).body as { id: string }
    expect((await counters())['p.exempt']).toBe(before['p.exempt'])
    const waiting = (await api.get('lead', '/registry/exemptions', { state: 'asked', place: VILLAGE })).body as { rows: Record<string, unknown>[] }
    expect(waiting.rows).toMatchObject([{ id, personName: '韦测试', askedBy: 'village员', approvedBy: null }])
    expect((await approve(id, 'lead')).status).toBe(200)
    const after = await counters()
    expect([after['p.exempt'], after['hh.special'], (after['hh.zero'] ?? 0)])
      .toEqual([(before['p.exempt'] ?? 0) + 1, (before['hh.special'] ?? 0) + 1, (before['hh.zero'] ?? 0) - 1])
    expect(codeOf(await approve(id, 'lead'))).toBe('already_done')
  })
  it('are not approved by who asked, nor by a role without the power, nor from elsewhere', async () => {
    const { id } = (await ask()).body as { id: string }
    await api.asSystem((tx) => sql`update registry.exemption set asked_by = ${api.userIdOf('lead')} where id = ${id}`.execute(tx))
    expect(codeOf(await approve(id, 'lead'))).toBe('separation_of_duties')
    expect(codeOf(await approve(id, 'village'))).toBe('forbidden')
    expect(codeOf(await ask({}, 'far'))).toBe('not_found')
  })
  it('end early with a reason, and the person counts again from the day after; a request may be declined', async () => {
    const end = (id: unknown, who: TestPerson, fields: Record<string, unknown> = {}) =>
      api.command(who, 'POST', `/registry/exemptions/${String(id)}/end`, { reason: '伤愈可以务工', ...fields })
    const before = await counters()
    const { id } = (await ask()).body as { id: string }
    await approve(id, 'lead')
    expect(codeOf(await end(id, 'village'))).toBe('forbidden')
    expect(codeOf(await end(id, 'lead', { lastDay: '2027-05-01' }))).toBe('exemption_dates_invalid')
    expect(codeOf(await end(id, 'lead', { lastDay: '2026-10-31' }))).toBe('exemption_dates_invalid')
    expect(codeOf(await end(id, 'lead', { reason: '好' }))).toBe('request_invalid')
    expect((await end(id, 'lead', { lastDay: '2026-11-23' })).status).toBe(200)
    expect((await counters())['p.exempt']).toBe(before['p.exempt'])
    expect(codeOf(await end(id, 'lead'))).toBe('already_done')
    const asked = (await ask()).body as { id: string }
    expect((await end(asked.id, 'lead', { reason: '家中另有照料人' })).status).toBe(200)
    expect(codeOf(await approve(asked.id, 'lead'))).toBe('already_done')
    const page = (await api.get('lead', `/registry/persons/${person.id}`)).body as { exemptions: { id: string; state: string; untilOn: string }[] }
    expect(page.exemptions).toEqual(expect.arrayContaining([
      expect.objectContaining({ id, state: 'approved', untilOn: '2026-11-23' }), expect.objectContaining({ id: asked.id, state: 'declined' }),
    ]))
  })
  it('last six months at most, nursing twelve', async () => {
    expect(codeOf(await ask({ untilOn: '2027-05-02' }))).toBe('exemption_dates_invalid')
    expect(codeOf(await ask({ untilOn: '2026-10-31' }))).toBe('exemption_dates_invalid')
    expect((await ask({ untilOn: '2027-11-01', reason: 'nursing' })).status).toBe(200)
  })
})

describe('revealing a sealed field', () => {
  const reveal = (fields: Record<string, unknown> = {}, who: TestPerson = 'county') =>
    api.command(who, 'POST', `/registry/persons/${person.id}/reveal`, { field: 'idNo', reason: '核对身份证', ...fields })

  it('shows the value with a reason, and leaves it in no row of audit or kept answers', async () => {
    const commandId = api.commandId()
    const shown = await reveal({ commandId })
    expect(shown.body).toEqual({ value: person.idNo, leftToday: REVEALS_A_DAY - 1 })
    const [row] = await api.auditOf('registry.person.reveal')
    expect(row).toMatchObject({ outcome: 'ok', object_id: person.id, reason: '核对身份证', after: { revealed: 'idNo' } })
    const kept = await api.asSystem((tx) => rows(tx, sql`select 1 from platform.command_claim where response::text like ${`%${person.idNo}%`}`))
    expect(kept).toEqual([])
    expect(JSON.stringify(row)).not.toContain(person.idNo)
    expect((await reveal({ field: 'phone' })).body).toMatchObject({ value: PHONE })
    expect((await reveal({ field: 'bankNo' })).body).toMatchObject({ value: '6217000000000000' })
  })
  it('wants a reason, the power and the place', async () => {
    expect((await reveal({ reason: '看' })).status).toBe(400)
    expect(codeOf(await reveal({}, 'lead'))).toBe('forbidden')
    expect(codeOf(await reveal({}, 'far'))).toBe('not_found')
  })
  it('ends with the day’s quota and begins again the next day', async () => {
    for (let left = REVEALS_A_DAY - 1; left >= 0; left -= 1) expect((await reveal({}, 'clerk')).body).toMatchObject({ leftToday: left })
    expect(codeOf(await reveal({}, 'clerk'))).toBe('quota_exceeded')
    expect((await api.auditOf('registry.person.reveal'))[0]).toMatchObject({ outcome: 'refused', after: { code: 'quota_exceeded' } })
    const now = api.clock.now()
    api.clock.set(now + 86_400_000)
    expect((await reveal({}, 'clerk')).body).toMatchObject({ leftToday: REVEALS_A_DAY - 1 })
    api.clock.set(now)
  })
})
