import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCardNumber } from '@anye/codes/card-number'
import type { CardPrint, ServiceCardRow } from '@anye/contract/cards/paper/endpoints'
import { pdfTexts } from '../../../../../console/e2e/pdf-text.ts'
import { aKnownPerson } from '../../../../test/builders/known-person.ts'
import { aContact, aHousehold, anEpisode, aPerson } from '../../../../test/builders/registry.ts'
import { pdfCodes } from '../../../../test/pdf-codes.ts'
import { codeOf, FAR_VILLAGE, NEXT_VILLAGE, startRegistryApp, VILLAGE, type Answer, type RegistryApp, type TestPerson } from '../../../../test/registry-app.ts'
import { resumePrints } from './make-print.ts'

const OTHERS = 5
let api: RegistryApp
let known = ''
let idNo = ''

beforeAll(async () => {
  api = await startRegistryApp()
  await api.asSystem(async (tx) => {
    known = await aHousehold(tx)
    await sql`update registry.household set group_name = '2组' where id = ${known}`.execute(tx)
    await aContact(tx, known, '岑联系')
    const head = await aKnownPerson(tx, api.services.cipher, known, { name: '覃测试', sequence: 11, phone: '15400000011', isHead: true })
    idNo = head.idNo
    await anEpisode(tx, known, head.id, { start: '2026-03-01', evidence: [['payslip', '2026-11-20']] })
    for (let at = 0; at < OTHERS; at += 1) {
      const household = await aHousehold(tx)
      await sql`update registry.household set group_name = '1组' where id = ${household}`.execute(tx)
      for (let person = 0; person <= at; person += 1) await aPerson(tx, household)
    }
    await aPerson(tx, await aHousehold(tx, { division: FAR_VILLAGE }), { division: FAR_VILLAGE })
  })
  await api.recompute()
})
afterAll(() => api.close())

const issue = (person: TestPerson, village = VILLAGE) => api.command(person, 'POST', `/cards/villages/${village}/issue`)
const cardsOf = async (person: TestPerson, query: Record<string, string> = {}) =>
  ((await api.get(person, '/cards/cards', { village: VILLAGE, ...query })).body as { rows: ServiceCardRow[] }).rows
const print = (person: TestPerson, paper: string, rest: Record<string, unknown> = {}) =>
  api.command(person, 'POST', '/cards/prints', { village: VILLAGE, paper, year: 2027, ...rest })
const printOf = ({ body }: Answer) => body as CardPrint
const printsOf = async (person: TestPerson) => ((await api.get(person, '/cards/prints')).body as { rows: CardPrint[] }).rows
const made = async (person: TestPerson, asked: CardPrint) => {
  await expect.poll(async () => (await printsOf(person)).find(({ id }) => id === asked.id)?.state, { timeout: 60_000 }).toMatch(/ready|failed/)
  const found = (await printsOf(person)).find(({ id }) => id === asked.id)
  if (found === undefined) throw new Error('The print is gone')
  return found
}
const pdfOf = async (person: TestPerson, paper: string, rest: Record<string, unknown> = {}) => {
  const ready = await made(person, printOf(await print(person, paper, rest)))
  expect(ready).toMatchObject({ state: 'ready', expiresAt: '2026-11-25T04:00:00.000Z' })
  const { status, bytes } = await api.download(person, ready.fileId ?? '')
  expect(status).toBe(200)
  return { pdf: bytes, text: pdfTexts(bytes).join('\n'), ready }
}
const tokenOf = async (card: ServiceCardRow | undefined) => (await api.asSystem((tx) =>
  sql<{ token: string }>`select token from cards.card where id = ${card?.id ?? ''}`.execute(tx))).rows[0]?.token ?? ''

describe('service cards of a village', () => {
  it('are missing first, and nothing can be printed', async () => {
    expect((await api.get('village', `/cards/villages/${VILLAGE}`)).body).toMatchObject({ tally: { households: 6, carded: 0 }, outdated: 0 })
    expect(codeOf(await print('village', 'cards'))).toBe('cards_missing')
  })

  it('S76 are issued once to every household, numbered as somebody walks the groups', async () => {
    expect((await issue('village')).body).toEqual({ issued: 6, replaced: 0, closed: 0 })
    expect((await issue('clerk')).body).toEqual({ issued: 0, replaced: 0, closed: 0 })
    const cards = await cardsOf('village')
    expect(cards.map(({ bagNo, groupName }) => [bagNo, groupName])).toEqual([1, 2, 3, 4, 5].map((bag) => [bag, '1组']).concat([[6, '2组']]))
    expect(cards.every(({ cardNo }) => readCardNumber(cardNo) === cardNo)).toBe(true)
    expect(cards.at(-1)).toMatchObject({ headName: '覃测试', labourers: 1, state: 'issued', issuedOn: '2026-11-24', inBag: null, checkedAt: null })
    expect(await cardsOf('village', { group: '2组' })).toHaveLength(1)
    expect((await api.auditOf('cards.card.issue')).at(-1)).toMatchObject({ after: { issued: 6 } })
  })

  it('S76 are counted by village and by group', async () => {
    const { rows } = (await api.get('clerk', '/cards/villages', { limit: 200 })).body as { rows: { village: string; households: number; carded: number; labourers: number }[] }
    expect(rows.find(({ village }) => village === VILLAGE)).toMatchObject({ households: 6, carded: 6, labourers: 16 })
    expect(rows.find(({ village }) => village === NEXT_VILLAGE)).toMatchObject({ households: 0, carded: 0 })
    expect(rows.some(({ village }) => village === FAR_VILLAGE)).toBe(false)
    expect((await api.get('village', `/cards/villages/${VILLAGE}`)).body).toMatchObject({
      tally: { households: 6, carded: 6 }, groups: [{ name: '1组', households: 5, carded: 5, labourers: 15 }, { name: '2组', carded: 1, labourers: 1 }],
    })
  })

  it('are a matter of their own village and of roles that keep cards', async () => {
    expect(codeOf(await issue('village', NEXT_VILLAGE))).toBe('not_found')
    expect(codeOf(await issue('lead'))).toBe('forbidden')
    expect(codeOf(await api.get('far', '/cards/cards', { village: VILLAGE }))).toBe('not_found')
    expect(codeOf(await print('county', 'cards'))).toBe('forbidden')
    expect(codeOf(await print('village', 'cards', { village: FAR_VILLAGE }))).toBe('not_found')
  })
})

describe('scanning a code', () => {
  it('opens the household for who may see it and for nobody else', async () => {
    const card = (await cardsOf('village')).at(-1)
    const token = await tokenOf(card)
    expect((await api.get('lead', `/cards/tokens/${token}`)).body).toEqual({ cardId: card?.id, cardNo: card?.cardNo, state: 'issued', householdId: known })
    expect(codeOf(await api.get('far', `/cards/tokens/${token}`))).toBe('not_found')
    expect(codeOf(await api.get('lead', `/cards/tokens/${'0'.repeat(16)}`))).toBe('not_found')
    expect(codeOf(await api.get('lead', '/cards/tokens/short'))).toBe('request_invalid')
  })
})

describe('papers', () => {
  it('print a card a household with its labourers, the job and the last digits only, and a code that opens it', async () => {
    api.services.publicAddress = 'https://anye.example'
    const { pdf, text, ready } = await pdfOf('village', 'cards')
    expect(ready).toMatchObject({ households: 6, pages: 4, villageName: expect.any(String), group: null })
    for (const part of ['就业服务卡', '2027年', '覃测试', '岑联系', idNo.slice(-4), '0011', '2026年3月起', '测试厂', '90 未联系上', '12333']) expect(text).toContain(part)
    for (const secret of [idNo, idNo.slice(0, 14), '15400000011', '1540000']) expect(text).not.toContain(secret)
    const cards = await cardsOf('village')
    const codes = pdfCodes(pdf)
    expect(codes).toHaveLength(6)
    expect([...codes].sort()).toEqual((await Promise.all(cards.map(async (card) => `https://anye.example/field/c/${await tokenOf(card)}`))).sort())
  })

  it('S78 print a label a bag, never with the whole name', async () => {
    const { pdf, text, ready } = await pdfOf('village', 'labels')
    expect(ready.pages).toBe(1)
    expect(text).toContain('覃*试')
    expect(text).not.toContain('覃测试')
    expect(pdfCodes(pdf).every((code) => /\/field\/c\/[0-9a-hjkmnp-tv-z]{16}$/.test(code))).toBe(true)
    expect(pdfCodes(pdf)).toHaveLength(6)
  })

  it('S78 print a check list of one group', async () => {
    const { text } = await pdfOf('clerk', 'checklist', { group: '2组' })
    for (const part of ['连心袋核对单', '2组', '覃测试', '合同复印件', '录入人', '0006']) expect(text).toContain(part)
    expect(text).not.toContain('0005')
  })

  it('belong to who asked, are gone the next day, and stand in the audit', async () => {
    const ready = (await pdfOf('village', 'checklist')).ready
    expect((await api.download('clerk', ready.fileId ?? '')).status).toBe(404)
    expect((await printsOf('clerk')).some(({ id }) => id === ready.id)).toBe(false)
    expect((await api.auditOf('cards.print.ask'))[0]).toMatchObject({ object_id: ready.id, after: { paper: 'checklist', households: 6 } })
    expect((await api.auditOf('cards.print.make'))[0]).toMatchObject({ object_id: ready.id, after: { households: 6 } })
    const now = api.clock.now()
    api.clock.set(now + 86_400_000)
    expect((await api.download('village', ready.fileId ?? '')).status).toBe(404)
    api.clock.set(now)
  })

  it('are made again after a restart in the middle', async () => {
    const asked = printOf(await print('village', 'checklist'))
    await made('village', asked)
    await api.asSystem((tx) => sql`update cards.print set state = 'making', file_id = null where id = ${asked.id}`.execute(tx))
    await resumePrints(api.services)
    expect(await made('village', asked)).toMatchObject({ state: 'ready' })
  })
})

describe('bags', () => {
  it('S78 are noted as seen or missing; a card that was seen is in use', async () => {
    const [first, second] = await cardsOf('village')
    const marks = [{ cardId: first?.id, inBag: true }, { cardId: second?.id, inBag: false }]
    const check = (person: TestPerson, village: string) => api.command(person, 'POST', `/cards/villages/${village}/bags`, { marks })
    expect((await check('village', VILLAGE)).body).toEqual({ seen: 1, missing: 1 })
    expect((await cardsOf('village')).slice(0, 3).map(({ inBag, state }) => [inBag, state])).toEqual([[true, 'in_use'], [false, 'issued'], [null, 'issued']])
    expect((await api.get('village', `/cards/villages/${VILLAGE}`)).body).toMatchObject({ tally: { bagsSeen: 1, bagsMissing: 1 } })
    expect(codeOf(await check('clerk', NEXT_VILLAGE))).toBe('not_found')
    expect((await api.auditOf('cards.bag.check')).at(-1)).toMatchObject({ after: { seen: 1, missing: [second?.id] } })
  })
})

describe('cards that end', () => {
  it('are replaced when lost: the old code still finds the household, and says that the paper is void', async () => {
    const card = (await cardsOf('village')).at(-1)
    const replaced = await api.command('village', 'POST', `/cards/cards/${card?.id}/replace`, { reason: '卡片被雨淋坏' })
    expect(replaced.body).toMatchObject({ cardNo: expect.stringMatching(/0007\d$/) })
    expect((await api.get('village', `/cards/tokens/${await tokenOf(card)}`)).body).toMatchObject({ state: 'replaced', householdId: known })
    expect(codeOf(await api.command('village', 'POST', `/cards/cards/${card?.id}/replace`, { reason: '卡片被雨淋坏' }))).toBe('wrong_state')
    expect((await cardsOf('village')).filter(({ householdId }) => householdId === known)).toHaveLength(1)
  })

  it('are renewed on both sides after a split, closed after a move, and never two for one household', async () => {
    const crowded = (await cardsOf('village')).find(({ labourers }) => labourers === 5)?.householdId ?? ''
    const young = await api.asSystem(async (tx) => {
      const id = await aHousehold(tx)
      await sql`update registry.household set parents = array[${crowded}::uuid], group_name = '1组' where id = ${id}`.execute(tx)
      await sql`update registry.person set household_id = ${id} where id in (select id from registry.person where household_id = ${crowded} limit 1)`.execute(tx)
      await sql`update registry.household set division = ${NEXT_VILLAGE} where id = ${known}`.execute(tx)
      return id
    })
    expect((await api.get('village', `/cards/villages/${VILLAGE}`)).body).toMatchObject({ outdated: 2 })
    expect((await issue('clerk', NEXT_VILLAGE)).body).toEqual({ issued: 1, replaced: 0, closed: 1 })
    expect((await issue('village')).body).toEqual({ issued: 1, replaced: 1, closed: 0 })
    const live = await api.asSystem((tx) => sql<{ household_id: string; division: string }>`
      select household_id, division from cards.card where state in ('issued', 'in_use')`.execute(tx))
    expect(live.rows.filter((card) => card.household_id === known)).toEqual([{ household_id: known, division: NEXT_VILLAGE }])
    expect(new Set(live.rows.map((card) => card.household_id)).size).toBe(live.rows.length)
    expect(live.rows.some((card) => card.household_id === young)).toBe(true)
  })
})
