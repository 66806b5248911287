import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aJob, aMan, startImportApp, type ImportApp } from './testing/import-app.ts'
import { sheetOf, type RowCells } from './testing/roster-rows.ts'

let app: ImportApp
beforeAll(async () => { app = await startImportApp() })
beforeEach(() => app.empty())
afterAll(() => app.close())

type Episode = { employer_raw: string; start_on: string; end_on: string | null; version: number }
const episodes = () => app.select(sql<Episode>`select employer_raw, start_on, end_on, version from registry.episode order by start_on, employer_raw`)
const man = (cells: RowCells = {}) => aMan(1, cells)

describe('the jobs of rosters that follow each other', () => {
  it('updates the same job with a version and adds its evidence once', async () => {
    await app.load([man(aJob())])
    await app.load([man(aJob({ wage: '5200', verifiedOn: '2026-11-20' }))])
    await app.load([man(aJob({ wage: '5200', verifiedOn: '2026-11-20', verifyMethod: '电话核实', remark: '再报' }))])
    expect(await episodes()).toEqual([{ employer_raw: '慈溪电器厂', start_on: '2026-03-01', end_on: null, version: 2 }])
    expect(await app.select(sql`select on_date from registry.evidence order by on_date`)).toEqual([{ on_date: '2026-11-01' }, { on_date: '2026-11-20' }])
  })

  it('knows an open job by its employer although the sheet rounds its start', async () => {
    await app.load([man(aJob({ workFrom: '2026-03-12' }))])
    await app.load([man(aJob({ workFrom: '2026年3月' }))])
    expect(await episodes()).toEqual([{ employer_raw: '慈溪电器厂', start_on: '2026-03-12', end_on: null, version: 1 }])
  })

  it('ends the open job the day before another one begins', async () => {
    await app.load([man(aJob())])
    const again = await app.load([man(aJob({ employer: '义乌制衣厂', place: '浙江义乌', workFrom: '2026-09-01', months: '3' }))])
    expect(again.summary.difference?.episodes).toEqual({ new: 1, changed: 0, same: 0 })
    expect(await episodes()).toEqual([
      { employer_raw: '慈溪电器厂', start_on: '2026-03-01', end_on: '2026-08-31', version: 2 },
      { employer_raw: '义乌制衣厂', start_on: '2026-09-01', end_on: null, version: 1 },
    ])
  })

  it('ends a job that the sheet gives an end', async () => {
    await app.load([man(aJob())])
    await app.load([man(aJob({ workTo: '2026-10-31' }))])
    expect(await episodes()).toEqual([{ employer_raw: '慈溪电器厂', start_on: '2026-03-01', end_on: '2026-10-31', version: 2 }])
  })

  it('ends the open job of a person whom the sheet calls idle, the day before, and of nobody whom it says nothing of', async () => {
    await app.load([man(aJob()), aMan(2, aJob({ employer: '余姚塑料厂' }))])
    await app.load([man({ workStatus: '待业' }), aMan(2, { workStatus: '' })])
    expect(await episodes()).toEqual([
      { employer_raw: '余姚塑料厂', start_on: '2026-03-01', end_on: null, version: 1 },
      { employer_raw: '慈溪电器厂', start_on: '2026-03-01', end_on: '2026-11-23', version: 2 },
    ])
    expect(await app.select(sql`select before, after from registry.version where entity = 'episode'`))
      .toEqual([{ before: { end_on: null }, after: { end_on: '2026-11-23' } }])
  })

  it('ends nothing on a contradiction (D3.3-8): the row is queried and the job stays', async () => {
    await app.load([man(aJob())])
    const again = await app.load([man(aJob({ workStatus: '在家待业' }))])
    expect(again.summary.counts).toMatchObject({ queried: 1 })
    expect(await episodes()).toMatchObject([{ end_on: null, version: 1 }])
  })

  it('counts a job without a start back from its end, so that next month it is the same job', async () => {
    const ended = man(aJob({ workFrom: null, workTo: '2026-06-30', months: '2', verifiedOn: null, verifyMethod: null }))
    await app.load([ended])
    await app.load([{ ...ended, remark: '再报' }], 'county', { on: '2026-11-20' })
    expect(await episodes()).toEqual([{ employer_raw: '慈溪电器厂', start_on: '2026-04-30', end_on: '2026-06-30', version: 1 }])
  })

  it('writes a training once', async () => {
    await app.load([man({ training: '电工培训', trainingOn: '2026-02-01' })])
    await app.load([man({ training: '电工培训', trainingOn: '2026-02-01', remark: '再报' })])
    expect((await app.count()).trainings).toBe(1)
  })
})

describe('a sheet of past jobs', () => {
  const past = (rows: readonly RowCells[]) => sheetOf(rows.map((row) => ({
    county: '望谟县', village: row.village, name: row.name, idNo: row.idNo, employer: '东莞鞋厂', place: '广东东莞', workFrom: '2019-02-01', workTo: '2020-01-31', ...row,
  })), '务工经历')
  const onlyPast = ({ name, idNo, village }: RowCells, cells: RowCells = {}): RowCells => ({ name, idNo, village, ...cells })

  it('adds closed jobs to persons of the register once, and changes no person', async () => {
    await app.load([man()])
    const checked = await app.checkSheets([past([onlyPast(man()), onlyPast(man(), { workFrom: '2020-03-01', workTo: '2020-12-31' })])])
    expect(checked).toMatchObject({ kind: 'work_history', counts: { rows: 2, rejected: 0 }, difference: { persons: { new: 0, changed: 0, same: 0 }, episodes: { new: 2 } } })
    await app.commit('county', checked.id)
    const again = await app.checkSheets([past([onlyPast(man()), onlyPast(man(), { workFrom: '2020-03-01', workTo: '2020-12-31', wage: '4000' })])])
    expect(again.difference?.episodes).toEqual({ new: 0, changed: 0, same: 2 })
    expect((await app.details('county', again.id)).changes).toEqual([])
    await app.commit('county', again.id)
    expect(await episodes()).toEqual([
      { employer_raw: '东莞鞋厂', start_on: '2019-02-01', end_on: '2020-01-31', version: 1 },
      { employer_raw: '东莞鞋厂', start_on: '2020-03-01', end_on: '2020-12-31', version: 1 },
    ])
    expect(await app.count()).toMatchObject({ persons: 1 })
  })

  it('goes in with the roster of the same workbook, and is queried for persons nobody knows', async () => {
    const checked = await app.checkSheets([sheetOf([man()]), past([onlyPast(man()), onlyPast(aMan(2))])])
    expect(checked).toMatchObject({ kind: 'roster', counts: { rows: 3, queried: 1 } })
    expect((await app.issues('county', checked.id, { level: 'queried' })).rows).toMatchObject([{ sheet: '务工经历', row: 3, code: 'history_person_unknown' }])
    expect(checked.difference?.episodes).toEqual({ new: 1, changed: 0, same: 0 })
    await app.commit('county', checked.id)
    expect(await episodes()).toMatchObject([{ start_on: '2019-02-01' }])
    const again = await app.checkSheets([sheetOf([man({ remark: '再报' })]), past([onlyPast(man()), onlyPast(aMan(2))])])
    expect(again.difference?.episodes).toEqual({ new: 0, changed: 0, same: 1 })
  })

  it('announces a past job that the roster has as its own only once', async () => {
    const job = aJob({ workFrom: '2026-03-01' })
    const checked = await app.checkSheets([sheetOf([man(job)]), past([onlyPast(man(), { workFrom: '2026-03-01', workTo: '2026-05-31' })])])
    expect(checked.difference?.episodes).toEqual({ new: 1, changed: 0, same: 0 })
    await app.commit('county', checked.id)
    expect(await episodes()).toMatchObject([{ start_on: '2026-03-01', end_on: null }])
  })
})
