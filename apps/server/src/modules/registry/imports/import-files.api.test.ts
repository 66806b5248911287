import { readFile } from 'node:fs/promises'
import * as xlsx from '@e965/xlsx'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROSTER_FIELDS } from '@anye/contract/registry/imports/roster-fields'
import { rawXlsx, zipOf } from '../../../platform/sheets/sample-files.ts'
import { aJob, aMan, startImportApp, type ImportApp } from './testing/import-app.ts'
import { sheetOf } from './testing/roster-rows.ts'

let app: ImportApp
beforeAll(async () => { app = await startImportApp() })
afterAll(() => app.close())

const STAGED = sql<{ rows: number }>`select (select count(*) from registry.import_person) + (select count(*) from registry.import_household)
  + (select count(*) from registry.import_history) + (select count(*) from registry.import_village) as rows`

async function bytesOf(fileId: string): Promise<Buffer> {
  return readFile(app.services.files.pathOf(fileId))
}

describe('files that are no rosters', () => {
  const docx = () => zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>', 'word/document.xml': '<w:document/>',
  })
  const encrypted = () => {
    const file = xlsx.CFB.utils.cfb_new()
    xlsx.CFB.utils.cfb_add(file, '/EncryptionInfo', Buffer.alloc(64, 1))
    xlsx.CFB.utils.cfb_add(file, '/EncryptedPackage', Buffer.alloc(4096, 2))
    return xlsx.CFB.write(file, { type: 'buffer' }) as Buffer
  }
  const bomb = () => rawXlsx(`<sheetData>${'<row r="1"><c r="A1" t="inlineStr"><is><t> </t></is></c></row>'.repeat(1)}</sheetData><extLst>${' '.repeat(300_000_000)}</extLst>`)
  const cases: [string, string, () => Promise<Buffer> | Buffer, RegExp][] = [
    ['a Word document', 'a.docx', docx, /Word/u],
    ['a workbook with a password', 'b.xlsx', encrypted, /密码/u],
    ['a zip bomb', 'c.xlsx', bomb, /异常庞大/u],
    ['a broken workbook', 'd.xlsx', async () => (await rawXlsx('<sheetData/>')).subarray(0, 300), /损坏/u],
    ['an empty file', 'e.xlsx', () => Buffer.alloc(0), /没有任何数据|不是电子表格/u],
    ['a picture', 'f.xlsx', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /不是电子表格/u],
    ['a page of a website', 'g.xls', () => Buffer.from('<html><body><table><tr><td>姓名</td></tr></table></body></html>'), /./u],
  ]
  it.each(cases)('fails on %s with a sentence that says what to do, and nothing is written', async (_, name, content, sentence) => {
    const summary = await app.start('county', await app.files.bytes(name, await content()))
    expect(summary).toMatchObject({ state: 'failed', counts: null, difference: null })
    expect(summary.message).toMatch(sentence)
    expect(summary.message).not.toContain('编号告诉管理员')
    expect(await app.commit('county', summary.id)).toMatchObject({ answer: { status: 409, code: 'wrong_state' } })
    expect(await app.select(STAGED)).toEqual([{ rows: 0 }])
    expect(await app.count()).toMatchObject({ persons: 0, households: 0 })
  })

  it('says of a workbook without a roster that none was found', async () => {
    const summary = await app.checkSheets([{ name: '通知', rows: [['各村:'], ['请于周五前报送。']] }])
    expect(summary).toMatchObject({ state: 'checked', counts: { rows: 0 } })
    expect((await app.issues('county', summary.id)).rows.map(({ code }) => code)).toEqual(['sheet_skipped', 'no_roster'])
  })

  it('says of a roster without a person that nobody is in it, and writes nothing', async () => {
    const whole = sheetOf([aMan(1)])
    const summary = await app.checkSheets([{ ...whole, rows: [...whole.rows.slice(0, 1), ['合计', '0人']] }])
    expect(summary).toMatchObject({ state: 'checked', counts: { rows: 0 } })
    expect((await app.issues('county', summary.id)).rows).toMatchObject([{ code: 'no_persons', level: 'rejected' }])
    expect(await app.commit('county', summary.id)).toMatchObject({ answer: { status: 422, code: 'import_empty' }, summary: { state: 'checked' } })
  })

  it('keeps a row whose long text ends in half a character', async () => {
    const employer = `${'厂'.repeat(199)}𠮷`
    const checked = await app.check([aMan(1, aJob({ employer, remark: '好\uFFFE' }))])
    expect(checked).toMatchObject({ state: 'checked', counts: { rows: 1, rejected: 0 } })
    await app.commit('county', checked.id)
    expect(await app.select(sql`select employer_raw from registry.episode`)).toEqual([{ employer_raw: `${'厂'.repeat(199)}\uFFFD` }])
  })
})

describe('the workbook that goes back', () => {
  it('is the same workbook with a column of reasons beside the rows that have one', async () => {
    const sheet = sheetOf([aMan(11), aMan(12, { idNo: '5.22E+17' }), aMan(13, { sex: '女' })])
    const path = await app.files.workbook([sheet, { name: '说明', rows: [['填表说明'], ['请勿改动表头']] }])
    const checked = await app.start('county', path)
    const answer = await app.get('county', `/files/${checked.annotatedFileId ?? ''}`)
    expect(answer.status).toBe(200)
    const before = xlsx.read(await readFile(path))
    const after = xlsx.read(await bytesOf(checked.annotatedFileId ?? ''))
    expect(after.SheetNames).toEqual(before.SheetNames)
    const cellsOf = (book: xlsx.WorkBook, name: string) =>
      xlsx.utils.sheet_to_json<(string | null)[]>(book.Sheets[name] ?? {}, { header: 1, defval: null, raw: false })
    const [was, is] = [cellsOf(before, '民族村'), cellsOf(after, '民族村')]
    const width = was[0]?.length ?? 0
    expect(is.map((row) => row.slice(0, width))).toEqual(was)
    expect(is.map((row) => row[width] ?? null)).toEqual([
      '导入检查结果', null, expect.stringContaining('【未导入】'), expect.stringMatching(/^【(提醒|待核实)】/u),
    ])
    expect(cellsOf(after, '说明').map((row) => row[0])).toEqual(['填表说明', '请勿改动表头'])
  })

  it('is none when no row has anything to say', async () => {
    expect(await app.check([aMan(21)])).toMatchObject({ state: 'checked', annotatedFileId: null, counts: { accepted: 1 } })
  })

  it('can be mended and uploaded again, reasons and all', async () => {
    const checked = await app.check([aMan(31), aMan(32, { idNo: '5.22E+17' })])
    await app.commit('county', checked.id)
    const book = xlsx.read(await bytesOf(checked.annotatedFileId ?? ''))
    const sheet = book.Sheets['民族村'] ?? {}
    const cell = Object.keys(sheet).find((key) => sheet[key]?.v === '5.22E+17') ?? ''
    sheet[cell] = { t: 's', v: String(aMan(32).idNo) }
    const path = await app.files.bytes('mended.xlsx', new Uint8Array(xlsx.write(book, { type: 'buffer' }) as Buffer))
    const mended = await app.start('county', path)
    expect(mended).toMatchObject({ counts: { rows: 2, rejected: 0 }, difference: { persons: { new: 1, changed: 0, same: 1 } } })
  })
})

describe('the template', () => {
  it('opens, and every column of it is mapped for sure', async () => {
    const { body } = await app.command('county', '/registry/imports/template')
    const book = xlsx.read(await bytesOf((body as { fileId: string }).fileId))
    const name = book.SheetNames[0] ?? ''
    const rows = xlsx.utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, { header: 1 })
    const header = rows.find((row) => row.includes('姓名')) ?? []
    expect(header).toEqual(ROSTER_FIELDS.map(({ zh }) => zh))
    const man = aMan(41, { education: '初中', health: '健康' })
    const filled = [...rows, header.map((title) => man[ROSTER_FIELDS.find(({ zh }) => zh === title)?.key ?? 'remark'] ?? '')]
    const path = await app.files.workbook([{ name, rows: filled }])
    const checked = await app.start('county', path)
    expect((await app.issues('county', checked.id)).rows).toEqual([])
    expect(checked).toMatchObject({ state: 'checked', counts: { rows: 1, accepted: 1 } })
    const { columns, missing } = await app.details('county', checked.id)
    expect(missing).toEqual([])
    expect(columns.map(({ field }) => field)).toEqual(ROSTER_FIELDS.map(({ key }) => key))
    // 1 is kept for what a user has said; a header is sure from 0.9 on, and no column of ours may be less.
    expect(columns.filter(({ confidence }) => confidence < 0.9)).toEqual([])
  })
})
