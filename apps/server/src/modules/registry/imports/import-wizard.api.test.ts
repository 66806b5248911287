import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ImportSummary } from '@anye/contract/registry/imports/endpoints'
import { aJob, aMan, FAR_VILLAGE, startImportApp, VILLAGE, type ImportApp } from './testing/import-app.ts'
import { sheetOf, syntheticId } from './testing/roster-rows.ts'

let app: ImportApp
beforeAll(async () => { app = await startImportApp() })
afterAll(() => app.close())

let number = 100
const next = (cells = {}) => aMan(++number, cells)
let startCount = 0
beforeEach(async () => { startCount = (await app.count()).persons })

describe('the import wizard over HTTP', () => {
  it('checks an uploaded file, shows what the commit would change, and writes it', async () => {
    const checked = await app.check([
      next(aJob({ training: '电工培训', trainingOn: '2026-02-01' })), next({ idNo: '5.22E+17' }), next({ idNo: syntheticId('1990-01-01', 2) }),
    ])
    expect(checked).toMatchObject({
      state: 'checked', kind: 'roster', counts: { rows: 3 }, message: null, done: 3, total: 3,
      difference: { persons: { changed: 0, same: 0 }, episodes: { new: 1, changed: 0, same: 0 } },
    })
    const { accepted, warned, queried, rejected } = checked.counts ?? { accepted: 0, warned: 0, queried: 0, rejected: 0 }
    expect(accepted + warned + queried + rejected).toBe(3)
    expect(rejected).toBe(1)
    expect(checked.difference?.persons.new).toBe(2)
    const before = await app.details('county', checked.id)
    expect(before.villagesTouched).toEqual([{ code: VILLAGE, name: expect.stringContaining('河东'), persons: 2, done: false }])
    expect((await app.count()).persons).toBe(startCount)

    const { summary } = await app.commit('county', checked.id)
    expect(summary).toMatchObject({ state: 'committed', villages: { done: 1, total: 1 }, done: 2 })
    expect((await app.count()).persons).toBe(startCount + 2)
    expect((await app.details('county', checked.id)).villagesTouched).toMatchObject([{ persons: 2, done: true }])
  })

  it('never repairs an ID that lost digits (D3.3-1): the row is rejected and says so', async () => {
    const checked = await app.check([next({ idNo: '5.22E+17' }), next({ idNo: 522399198603120000 })])
    expect(checked.counts).toMatchObject({ rows: 2, rejected: 2 })
    await app.commit('county', checked.id)
    expect((await app.count()).persons).toBe(startCount)
    const { rows } = await app.issues('county', checked.id, { level: 'rejected' })
    expect(rows.map(({ row, code }) => [row, code])).toEqual([[2, 'id_lossy'], [3, 'id_lossy']])
  })

  it('pages findings in file order, by level and by rule, and counts them by rule', async () => {
    const checked = await app.check([next({ sex: '女' }), next({ idNo: '123' }), next({ birth: '1999-01-01' }), next({ village: '乌有村' })])
    const all = await app.issues('county', checked.id)
    const [first] = all.rows
    const page = await app.issues('county', checked.id, { limit: '1' })
    expect(page.rows).toEqual([first])
    const rest = await app.issues('county', checked.id, { limit: '100', cursor: page.nextCursor ?? '' })
    expect([...page.rows, ...rest.rows]).toEqual(all.rows)
    expect(rest.nextCursor).toBeNull()
    const rejected = await app.issues('county', checked.id, { level: 'rejected' })
    expect(rejected.rows.length).toBeGreaterThan(0)
    expect(rejected.rows.every(({ level }) => level === 'rejected')).toBe(true)
    const { byRule } = await app.details('county', checked.id)
    expect(byRule.reduce((sum, { count }) => sum + count, 0)).toBe(all.rows.length)
    const place = await app.issues('county', checked.id, { rule: 'V24' })
    expect(place.rows).toMatchObject([{ row: 5, rule: 'V24', sheet: '民族村' }])
  })

  it('shows the columns with samples in which no number of a person can be read', async () => {
    const row = next({ bankNo: '6217001234567890123', remark: '其妻电话15400009999', hhPhone: '15400008888' })
    const checked = await app.check([row])
    const { columns } = await app.details('county', checked.id)
    const samples = JSON.stringify(columns.map((column) => column.samples))
    for (const secret of [String(row.idNo), String(row.phone), '6217001234567890123', '15400009999', '15400008888']) {
      expect(samples).not.toContain(secret)
    }
    expect(columns.find(({ field }) => field === 'idNo')?.samples).toEqual([expect.stringMatching(/^522399\*{8}/u)])
    expect(columns.find(({ field }) => field === 'name')).toMatchObject({ source: 'header', samples: [row.name] })
  })

  it('takes a mapping, checks again by it, and remembers it for the next file of the source', async () => {
    const sheetWith = () => {
      const sheet = sheetOf([next({ remark: '短工' })])
      const header = sheet.rows[0]
      if (header !== undefined) header[header.indexOf('姓名')] = '称呼用字'
      return sheet
    }
    const checked = await app.checkSheets([sheetWith()])
    expect(checked.counts).toMatchObject({ rejected: 1 })
    expect((await app.details('county', checked.id)).missing).toEqual(['name'])
    const refused = await app.commit('county', checked.id)
    expect(refused.answer).toMatchObject({ status: 422, code: 'mapping_incomplete' })

    const answer = await app.command('county', `/registry/imports/${checked.id}/mapping`, { mapping: { columns: { 称呼用字: 'name' } } })
    expect(answer).toMatchObject({ status: 200, body: { state: 'checking' } })
    expect(await app.settled('county', checked.id)).toMatchObject({ state: 'checked', counts: { rejected: 0 } })
    expect((await app.details('county', checked.id)).columns.find(({ key }) => key === '称呼用字')).toMatchObject({ field: 'name', source: 'mapping' })

    // The columns have moved, and the workbook carries our own reasons of last time: the source is still the same.
    const moved = sheetWith()
    for (const [index, cells] of moved.rows.entries()) cells.push(cells.shift() ?? null, index === 0 ? '导入检查结果' : '【提醒】')
    const second = await app.checkSheets([moved])
    expect(second.counts).toMatchObject({ rejected: 0 })
    expect(await app.details('county', second.id)).toMatchObject({ remembered: true, missing: [], mapping: { columns: { 称呼用字: 'name' } } })
    expect((await app.details('county', second.id)).columns.map(({ key }) => key)).not.toContain('导入检查结果')
    const elsewhere = await app.checkSheets([sheetWith()], 'office')
    expect(await app.details('office', elsewhere.id)).toMatchObject({ remembered: false, missing: ['name'] })
  })

  it('imports the roster although a sheet of statistics beside it has no names', async () => {
    const statistics = { name: '汇总', rows: [['序号', '村(社区)', '证件号码', '务工地点'], ['1', '河东', '12', '3']] }
    const checked = await app.checkSheets([sheetOf([next()]), statistics])
    expect((await app.details('county', checked.id)).missing).toEqual([])
    expect((await app.commit('county', checked.id)).summary.state).toBe('committed')
    expect((await app.count()).persons).toBe(startCount + 1)
  })

  it('answers a repeated command as the first time and does its work once', async () => {
    const { body } = await app.upload('county', await app.files.workbook([sheetOf([next()])]))
    const { id: fileId } = body as { id: string }
    const commandId = app.id()
    const first = await app.command('county', '/registry/imports', { commandId, fileId })
    const again = await app.command('county', '/registry/imports', { commandId, fileId })
    expect(again.body).toEqual(first.body)
    const { id } = first.body as ImportSummary
    await app.settled('county', id)
    const commitId = app.id()
    const commits = [await app.command('county', `/registry/imports/${id}/commit`, { commandId: commitId })]
    commits.push(await app.command('county', `/registry/imports/${id}/commit`, { commandId: commitId }))
    expect(commits[1]?.body).toEqual(commits[0]?.body)
    await app.settled('county', id)
    expect((await app.count()).persons).toBe(startCount + 1)
    expect(await app.command('county', `/registry/imports/${id}/cancel`, { commandId: commitId })).toMatchObject({ code: 'command_mismatch' })
  })

  it('keeps one county from the imports of another, and everybody without the permission from all', async () => {
    const checked = await app.check([next()])
    const paths = [`/registry/imports/${checked.id}`, `/registry/imports/${checked.id}/issues`]
    for (const path of paths) expect(await app.get('far', path)).toMatchObject({ status: 404, code: 'not_found' })
    for (const verb of ['commit', 'cancel']) {
      expect(await app.command('far', `/registry/imports/${checked.id}/${verb}`)).toMatchObject({ status: 404 })
    }
    expect(await app.command('far', `/registry/imports/${checked.id}/mapping`, { mapping: { columns: {} } })).toMatchObject({ status: 404 })
    const { body } = await app.get('far', '/registry/imports')
    expect((body as { rows: unknown[] }).rows).toEqual([])
    const seen = (await app.get('office', '/registry/imports', { limit: '100' })).body as { rows: ImportSummary[] }
    expect(seen.rows.map(({ id }) => id)).toContain(checked.id)
    for (const path of [...paths, '/registry/imports']) expect(await app.get('admin', path)).toMatchObject({ status: 403, code: 'forbidden' })
    expect(await app.settled('county', checked.id)).toMatchObject({ state: 'checked' })
  })

  it("starts nothing from another person's file", async () => {
    const { body } = await app.upload('county', await app.files.workbook([sheetOf([next()])]))
    const { id: fileId } = body as { id: string }
    expect(await app.command('far', '/registry/imports', { fileId })).toMatchObject({ status: 404, code: 'not_found' })
  })

  it('rejects the rows of villages outside the area of the importer (V24)', async () => {
    const checked = await app.check([next(), next({ county: '普安县', village: FAR_VILLAGE })])
    expect(checked).toMatchObject({ counts: { rows: 2, accepted: 1, rejected: 1 }, difference: { persons: { new: 1 } } })
    await app.commit('county', checked.id)
    expect(await app.select(sql`select 1 from registry.person where division = ${FAR_VILLAGE}`)).toEqual([])
    expect((await app.count()).persons).toBe(startCount + 1)
  })

  it('writes nothing of a checked import that is cancelled, until somebody goes on with it', async () => {
    const checked = await app.check([next()])
    expect(await app.command('county', `/registry/imports/${checked.id}/cancel`)).toMatchObject({ status: 200, body: { state: 'cancelled' } })
    expect(await app.command('county', `/registry/imports/${checked.id}/cancel`)).toMatchObject({ status: 409, code: 'wrong_state' })
    expect((await app.count()).persons).toBe(startCount)
    expect((await app.commit('county', checked.id)).summary.state).toBe('committed')
    expect((await app.count()).persons).toBe(startCount + 1)
  })
})
