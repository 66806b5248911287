import { sql } from 'kysely'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ExportRequest } from '@anye/contract/registry/exports/endpoints'
import { aKnownPerson } from '../../../../../test/builders/known-person.ts'
import { aHousehold, aPerson } from '../../../../../test/builders/registry.ts'
import { codeOf, FAR_VILLAGE, NEXT_VILLAGE, startRegistryApp, VILLAGE, type Answer, type RegistryApp, type TestPerson } from '../../../../../test/registry-app.ts'
import { readSheets } from '../../../../platform/sheets/read-sheets.ts'
import { resumeExports } from './make-export.ts'

const MANY = 230
let api: RegistryApp

beforeAll(async () => {
  api = await startRegistryApp()
  const { cipher } = api.services
  await api.asSystem(async (tx) => {
    const household = await aHousehold(tx)
    await aKnownPerson(tx, cipher, household, { name: '覃测试', sequence: 11, phone: '15400000011', isHead: true })
    await aKnownPerson(tx, cipher, household, { name: '韦测', sequence: 12 })
    const crowd = await aHousehold(tx, { division: NEXT_VILLAGE, segments: [] })
    for (let at = 0; at < MANY; at += 1) await aPerson(tx, crowd, { division: NEXT_VILLAGE })
    const far = await aHousehold(tx, { division: FAR_VILLAGE })
    await aPerson(tx, far, { division: FAR_VILLAGE })
  })
  await api.recompute()
})
afterAll(() => api.close())

const reason = '核对花名册'
const ask = (person: TestPerson, query: Record<string, unknown>, rest: Record<string, unknown> = {}) =>
  api.command(person, 'POST', '/registry/exports', { reason, query, ...rest })
const decide = (person: TestPerson, id: string, approve: boolean) => api.command(person, 'POST', `/registry/exports/${id}/decide`, { approve })
const requestOf = ({ body }: Answer) => body as ExportRequest
const listed = async (person: TestPerson) => ((await api.get(person, '/registry/exports')).body as { rows: ExportRequest[] }).rows
const settled = async (person: TestPerson, id: string) => {
  await expect.poll(async () => (await listed(person)).find((row) => row.id === id)?.state, { timeout: 10_000 }).toMatch(/ready|failed/)
  return (await listed(person)).find((row) => row.id === id)
}
const sheetOf = async (person: TestPerson, request: ExportRequest | undefined) => {
  const { status, bytes } = await api.download(person, request?.fileId ?? '')
  expect(status).toBe(200)
  const path = join(tmpdir(), `export-${request?.id}.xlsx`)
  await writeFile(path, bytes)
  const lines: string[][] = []
  for await (const event of readSheets(path)) if (event.type === 'rows') lines.push(...event.rows.map((row) => row.cells.map((cell) => String(cell ?? ''))))
  await rm(path)
  return lines
}

describe('exports up to 200 rows', () => {
  it('are made at once in the asker’s scope and mask, with title, watermark and footer', async () => {
    const asked = requestOf(await ask('village', { what: 'persons', filter: {} }))
    expect(asked).toMatchObject({ rows: 2, state: 'making', mine: true, fileId: null, askedBy: 'village员', decidedBy: null })
    const ready = await settled('village', asked.id)
    expect(ready).toMatchObject({ state: 'ready', rows: 2, expiresAt: '2026-12-01T04:00:00.000Z' })
    const [title, watermark, header, first, second, footer] = await sheetOf('village', ready)
    expect(title?.[0]).toBe('人员名单（合成数据）')
    expect(watermark?.[0]).toBe('导出人：village员（village）　时间：2026-11-24 12:00　用途：核对花名册')
    expect(header?.slice(2, 8)).toEqual(['姓名', '性别', '年龄', '证件号码后四位', '与户主关系', '联系电话'])
    expect(first?.slice(2, 5)).toEqual(['覃测试', '男', '41'])
    expect(first?.[5]).toMatch(/^…\d{3}[\dX]$/)
    expect(first?.[7]).toBe('15400000011')
    expect(second?.[2]).toBe('韦测')
    expect(footer?.[0]).toContain('共 2 行')
  })
  it('hold the chosen columns only and mask for a viewer of masked rows (F2)', async () => {
    const asked = requestOf(await ask('office', { what: 'persons', filter: { search: '覃测试' } }, { columns: ['phoneMasked', 'name'] }))
    const [, , header, row] = await sheetOf('office', await settled('office', asked.id))
    expect(header).toEqual(['姓名', '联系电话'])
    expect(row).toEqual(['覃*试', '154****0011'])
  })
  it('export households with their figures', async () => {
    const asked = requestOf(await ask('village', { what: 'households', filter: { cover: 'zero' } }, { columns: ['headName', 'labourers', 'zero'] }))
    const [, , header, row] = await sheetOf('village', await settled('village', asked.id))
    expect([header, row]).toEqual([['户主', '劳动力', '零就业家庭'], ['覃测试', '2', '是']])
  })
  it('refuse an unknown column, a place outside the scope and a role without the permission', async () => {
    expect(codeOf(await ask('village', { what: 'persons', filter: {} }, { columns: ['idNo'] }))).toBe('request_invalid')
    expect(codeOf(await ask('village', { what: 'persons', filter: { place: FAR_VILLAGE } }))).toBe('not_found')
    expect(codeOf(await ask('lead', { what: 'persons', filter: {} }))).toBe('forbidden')
  })
  it('belong to their asker: nobody else fetches the file, and after seven days neither does the asker', async () => {
    const asked = requestOf(await ask('clerk', { what: 'persons', filter: { place: VILLAGE } }))
    const ready = await settled('clerk', asked.id)
    expect((await api.download('county', ready?.fileId ?? '')).status).toBe(404)
    expect((await listed('county')).some((row) => row.id === asked.id)).toBe(false)
    const now = api.clock.now()
    api.clock.set(now + 7 * 86_400_000)
    expect((await api.download('clerk', ready?.fileId ?? '')).status).toBe(404)
    await resumeExports(api.services)
    await expect(api.services.files.size(ready?.fileId ?? '')).rejects.toThrow('ENOENT')
    api.clock.set(now)
  })
  it('write who asked for how many rows and why to the audit, and that the file was made and fetched', async () => {
    const asked = requestOf(await ask('village', { what: 'households', filter: {} }))
    const ready = await settled('village', asked.id)
    await api.download('village', ready?.fileId ?? '')
    const who = api.userIdOf('village')
    expect((await api.auditOf('registry.export.ask'))[0]).toMatchObject({ actor_id: who, object_id: asked.id, reason, after: { rows: 1, what: 'households' } })
    expect((await api.auditOf('registry.export.make'))[0]).toMatchObject({ actor_id: who, object_id: asked.id, reason, after: { rows: 1 } })
    expect((await api.auditOf('platform.file.download'))[0]).toMatchObject({ actor_id: who, object_id: ready?.fileId, outcome: 'ok' })
    expect(api.events).toContainEqual({ type: 'task', taskId: asked.id, ownerId: who })
  })
})

describe('exports above 200 rows', () => {
  const many = async (person: TestPerson) => requestOf(await ask(person, { what: 'persons', filter: { place: NEXT_VILLAGE } }))

  it('wait for somebody else with the power to approve, who covers every row of them', async () => {
    const asked = await many('county')
    expect(asked).toMatchObject({ rows: MANY, state: 'waiting' })
    expect(codeOf(await decide('county', asked.id, true))).toBe('forbidden')
    expect(codeOf(await decide('farChief', asked.id, true))).toBe('not_found')
    expect((await listed('farChief')).some((row) => row.id === asked.id)).toBe(false)
    expect((await listed('countyChief')).find((row) => row.id === asked.id)).toMatchObject({ mine: false, state: 'waiting' })
    expect(requestOf(await decide('countyChief', asked.id, true))).toMatchObject({ state: 'making', decidedBy: 'countyChief员', fileId: null })
    const ready = await settled('county', asked.id)
    expect(ready).toMatchObject({ state: 'ready', rows: MANY })
    expect(await sheetOf('county', ready)).toHaveLength(MANY + 4)
    expect((await listed('countyChief')).find((row) => row.id === asked.id)?.fileId).toBeNull()
    expect(codeOf(await decide('chief', asked.id, false))).toBe('already_done')
  })
  it('are never approved by their asker, though the asker may approve others', async () => {
    const asked = await many('office')
    expect(codeOf(await decide('office', asked.id, true))).toBe('separation_of_duties')
    expect(requestOf(await decide('chief', asked.id, false))).toMatchObject({ state: 'refused', decidedBy: 'chief员' })
    expect((await listed('office')).find((row) => row.id === asked.id)).toMatchObject({ state: 'refused', fileId: null })
  })
  it('let no more rows leave than were approved', async () => {
    const asked = await many('county')
    await api.asSystem(async (tx) => aPerson(tx, await aHousehold(tx, { division: NEXT_VILLAGE, segments: [] }), { division: NEXT_VILLAGE }))
    await decide('countyChief', asked.id, true)
    expect(await settled('county', asked.id)).toMatchObject({ rows: MANY })
  })
  it('answer a repeated request with the first one', async () => {
    const commandId = api.commandId()
    const query = { what: 'persons', filter: { place: NEXT_VILLAGE } }
    const first = requestOf(await ask('clerk', query, { commandId }))
    expect(requestOf(await ask('clerk', query, { commandId })).id).toBe(first.id)
  })
  it('are made again after a restart in the middle', async () => {
    const asked = await many('county')
    await api.asSystem((tx) => sql`update reporting.export_request set state = 'making' where id = ${asked.id}`.execute(tx))
    await resumeExports(api.services)
    expect(await settled('county', asked.id)).toMatchObject({ state: 'ready' })
  })
})
