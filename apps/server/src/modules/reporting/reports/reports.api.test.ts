import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROLES, type Permission } from '@anye/contract/access'
import { sql } from 'kysely'
import { reportToPrint } from './printed-report.ts'
import { closeTwoDays } from '../testing/closed-days.ts'
import {
  FIRST_DAY,
  PERSONS,
  PUAN,
  QINGLONG,
  reportingUnderTest,
  roleOf,
  SECOND_DAY,
  type ReportingUnderTest,
} from '../testing/reporting-under-test.ts'

type Summary = {
  id: string
  version: number
  number: number
  state: string
  canSign: boolean
  signRefusal: string | null
  signerName: string | null
  signerTitle: string | null
}
type Report = {
  summary: Summary
  content: { zeroAnnex: { headName: string }[] }
  digest: string | null
  digestHolds: boolean | null
  corrections: unknown[]
}

let test: ReportingUnderTest
beforeAll(async () => {
  test = await reportingUnderTest()
  await closeTwoDays(test)
})
afterAll(() => test.close())

const compile = async (person: string, unit: string, day: string) =>
  test.post(person, '/reporting/reports', { unit, day })
const compiled = async (person: string, unit: string, day: string) =>
  (await compile(person, unit, day)).body as Summary
const read = async (person: string, id: string) =>
  (await test.get(person, `/reporting/reports/${id}`)).body as Report
const sign = (person: string, { id, version }: Summary) =>
  test.post(person, `/reporting/reports/${id}/sign`, { version })
const download = (person: string, id: string, query = '') =>
  test.get(person, `/reporting/reports/${id}/document${query}`)

describe('permissions', () => {
  const unknown = '01900000-0000-7000-8000-000000000001'
  const endpoints: [Permission, (person: string) => Promise<{ status: number }>][] = [
    ['report.read', (person) => test.get(person, '/reporting/reports')],
    ['report.read', (person) => test.get(person, `/reporting/reports/${unknown}`)],
    ['report.read', (person) => download(person, unknown)],
    ['report.compile', (person) => compile(person, '999999', SECOND_DAY)],
    [
      'report.annotate',
      (person) =>
        test.post(person, `/reporting/reports/${unknown}/notes`, { section: 'units', text: '批注一条' }),
    ],
    ['report.sign', (person) => test.post(person, `/reporting/reports/${unknown}/sign`, { version: 1 })],
    [
      'report.correct',
      (person) => test.post(person, `/reporting/reports/${unknown}/corrections`, { text: '更正一条' }),
    ],
  ]

  it.each(endpoints.map(([permission], index) => [permission, index] as const))(
    '%s is held by exactly the roles of the matrix (%i)',
    async (permission, index) => {
      for (const person of PERSONS) {
        const answer = await endpoints[index]?.[1](person)
        const role = roleOf(person)
        const holds =
          role !== undefined && (ROLES[role].permissions as readonly Permission[]).includes(permission)
        expect(answer?.status === 403, `${person} ${permission}`).toBe(!holds)
      }
      expect((await endpoints[index]?.[1]('nobody'))?.status).toBe(401)
    },
  )
})

describe('a county', () => {
  it('compiles its own report, and sees none of another county or of the prefecture', async () => {
    const puan = await compiled('puanOffice', PUAN, FIRST_DAY)
    const prefecture = await compiled('office', '5223', FIRST_DAY)
    expect((await compile('qinglongOffice', PUAN, FIRST_DAY)).body).toMatchObject({ code: 'not_found' })
    expect((await compile('puanOffice', '5223', FIRST_DAY)).body).toMatchObject({ code: 'not_found' })
    for (const [person, id] of [
      ['qinglongOffice', puan.id],
      ['yilongOffice', puan.id],
      ['lead', puan.id],
      ['puanOffice', prefecture.id],
    ] as const) {
      expect((await test.get(person, `/reporting/reports/${id}`)).status, person).toBe(404)
      expect((await download(person, id)).status, person).toBe(404)
    }
    expect((await sign('qinglongChief', puan)).body).toMatchObject({ code: 'not_found' })
    expect((await test.get('qinglongOffice', '/reporting/reports')).body).toMatchObject({
      rows: [],
      total: 0,
    })
    expect((await test.get('puanOffice', '/reporting/reports')).body).toMatchObject({
      rows: [{ id: puan.id, unitName: '普安县' }],
      total: 1,
    })
    expect((await test.get('office', '/reporting/reports?limit=1')).body).toMatchObject({
      rows: [{ id: prefecture.id }],
      total: 2,
    })
  })

  it('is told when the day is not closed', async () => {
    expect((await compile('puanOffice', PUAN, '2026-11-25')).body).toMatchObject({ code: 'day_not_closed' })
  })
})

describe('signing', () => {
  it.each([
    ['puanPartyChief', FIRST_DAY, '岑书记', '指挥长（县委书记）'],
    ['puanGovernmentChief', SECOND_DAY, '罗县长', '指挥长（县长）'],
  ])('S7 either of the double chiefs signs: %s', async (person, day, name, title) => {
    const report = await compiled('puanOffice', PUAN, day)
    expect((await read('puanOffice', report.id)).summary).toMatchObject({
      canSign: false,
      signRefusal: 'forbidden',
    })
    expect((await read(person, report.id)).summary).toMatchObject({ canSign: true, signRefusal: null })
    expect((await sign(person, report)).body).toMatchObject({
      state: 'signed',
      signerName: name,
      signerTitle: title,
      canSign: false,
    })
    const signed = await read(person, report.id)
    expect(signed).toMatchObject({ digestHolds: true, summary: { signRefusal: 'report_signed' } })
    expect(signed.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(test.heard).toContainEqual({ type: 'report', unitCode: PUAN })
  })

  it('refuses a report that changed since it was read, and what is signed stays as it is', async () => {
    const report = await compiled('qinglongOffice', QINGLONG, SECOND_DAY)
    const note = await test.post('qinglongOffice', `/reporting/reports/${report.id}/notes`, {
      section: 'tasks',
      text: '逐户上门核对',
    })
    expect(note.status).toBe(200)
    expect((await sign('qinglongChief', report)).body).toMatchObject({
      code: 'stale_version',
      data: { version: 2 },
    })
    expect((await sign('qinglongChief', { ...report, version: 2 })).status).toBe(200)
    expect((await sign('prefectureChief', { ...report, version: 3 })).body).toMatchObject({
      code: 'report_signed',
    })
    expect((await compile('qinglongOffice', QINGLONG, SECOND_DAY)).body).toMatchObject({
      code: 'report_signed',
    })
    expect(
      (
        await test.post('qinglongOffice', `/reporting/reports/${report.id}/notes`, {
          section: 'tasks',
          text: '再补一条',
        })
      ).body,
    ).toMatchObject({ code: 'report_signed' })
  })

  it('lets a chief of the prefecture sign by role when no post is on record', async () => {
    const report = await compiled('office', '5223', SECOND_DAY)
    expect((await sign('prefectureChief', report)).body).toMatchObject({
      signerTitle: '州指挥长/副指挥长',
      signerName: '账号prefectureChief',
    })
  })

  it('is kept when the command line prints the day again', async () => {
    const order = {
      unit: PUAN,
      day: FIRST_DAY,
      by: null,
      at: test.clock.now(),
      synthetic: true,
      newId: test.nextId,
    }
    const { printed, isNew } = await test.everywhere((tx) => reportToPrint(tx, order))
    expect([isNew, printed.signed?.name, printed.digest?.length]).toEqual([false, '岑书记', 64])
    const draft = await test.everywhere((tx) => reportToPrint(tx, { ...order, unit: QINGLONG }))
    expect([draft.isNew, draft.printed.signed]).toEqual([true, null])
  })

  it('corrects by numbered notice, after the signature only', async () => {
    const [{ id } = { id: '' }] = (
      (await test.get('puanOffice', `/reporting/reports?unit=${PUAN}`)).body as { rows: Summary[] }
    ).rows
    const correct = (person: string, text: string, report = id) =>
      test.post(person, `/reporting/reports/${report}/corrections`, { text })
    expect((await correct('puanPartyChief', '零就业户数应为二户')).body).toEqual({ number: 1 })
    expect((await correct('puanGovernmentChief', '补充说明一条')).body).toEqual({ number: 2 })
    const { corrections, digestHolds } = await read('puanOffice', id)
    expect(corrections).toMatchObject([
      { number: 1, signerName: '岑书记' },
      { number: 2, signerName: '罗县长' },
    ])
    expect(digestHolds).toBe(true)
    const draft = await compiled('qinglongOffice', QINGLONG, FIRST_DAY)
    expect((await correct('qinglongChief', '还没有签发', draft.id)).body).toMatchObject({
      code: 'wrong_state',
    })
  })
})

describe('the database', () => {
  it('refuses to change or remove a signed report or a correction, as application and as owner', async () => {
    const as = async (url: string, statement: string) => {
      const client = new Client({ connectionString: url })
      await client.connect()
      try {
        await client.query("select set_config('anye.units', '*', false)")
        return await client.query(statement).then(
          ({ rowCount }) => `${rowCount} rows`,
          (error: Error) => error.message,
        )
      } finally {
        await client.end()
      }
    }
    const { appUrl, ownerUrl } = test.database
    for (const change of [
      "content = '{}'",
      "notes = '[]'",
      "state = 'draft'",
      "digest = 'x'",
      'number = 99',
    ]) {
      for (const url of [appUrl, ownerUrl])
        expect(await as(url, `update reporting.report set ${change} where state = 'signed'`)).toBe(
          'a signed report is immutable',
        )
    }
    expect(await as(ownerUrl, "delete from reporting.report where state = 'signed'")).toMatch(
      /immutable|foreign key/,
    )
    expect(await as(appUrl, 'delete from reporting.report')).toMatch(/permission denied/)
    expect(await as(appUrl, "update reporting.correction set text = 'x'")).toMatch(/permission denied/)
    expect(await as(appUrl, 'delete from reporting.correction')).toMatch(/permission denied/)
  })

  it('shows a digest that no longer holds when somebody went round all that', async () => {
    const [{ id } = { id: '' }] = (
      (await test.get('puanOffice', `/reporting/reports?unit=${PUAN}`)).body as { rows: Summary[] }
    ).rows
    const owner = new Client({ connectionString: test.database.ownerUrl })
    await owner.connect()
    await owner.query('alter table reporting.report disable trigger immutable')
    await owner.query(
      "update reporting.report set content = jsonb_set(content, '{zeroAnnexTotal}', '0') where id = $1",
      [id],
    )
    await owner.query('alter table reporting.report enable trigger immutable')
    await owner.end()
    expect((await read('puanOffice', id)).digestHolds).toBe(false)
  })
})

describe('the download', () => {
  it("gives Word and PDF under the report's name and writes who took it into the audit", async () => {
    const { id } = await compiled('office', '5223', FIRST_DAY)
    const word = await download('office', id)
    expect(word.bytes.subarray(0, 2).toString()).toBe('PK')
    expect(word.headers['content-disposition']).toContain(
      encodeURIComponent('2026-11-23 黔西南州就业全覆盖攻坚行动战报第1期.docx'),
    )
    const pdf = await download('office', id, '?format=pdf')
    expect([pdf.headers['content-type'], pdf.bytes.subarray(0, 5).toString()]).toEqual([
      'application/pdf',
      '%PDF-',
    ])
    expect((await download('office', id, '?format=exe')).status).toBe(400)
    const { rows } = await test.everywhere((tx) =>
      sql<{ after: unknown }>`
      select after from platform.audit_entry where action = 'reporting.report.download'
        and object_id = ${id} and outcome = 'ok' order by id`.execute(tx),
    )
    expect(rows.map(({ after }) => after)).toEqual([
      { format: 'docx', annexRows: 6 },
      { format: 'pdf', annexRows: 6 },
    ])
  })

  it("masks the annex by the reader's field level", async () => {
    const { rows } = (await test.get('office', `/reporting/reports?unit=${PUAN}`)).body as { rows: Summary[] }
    const id = rows.at(-1)?.id ?? ''
    expect((await read('office', id)).content.zeroAnnex[0]?.headName).toBe('韦*试')
    expect((await read('puanOffice', id)).content.zeroAnnex[0]?.headName).toBe('韦测试')
  })
})
