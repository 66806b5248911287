import { readFile } from 'node:fs/promises'
import { utils, write } from '@e965/xlsx'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { annotateWorkbook } from './annotate-workbook.ts'
import type { RowNote } from './annotation.ts'
import { eventsOf, faultOf, hideRowInXls, rawXlsx, rowsOf, sampleFolder, truncated } from './sample-files.ts'
import { STANDARD_LIMITS } from './sheet-limits.ts'
import { FAULT_FILL } from './workbook-styles.ts'
import { inflatePart, openZipArchive } from './zip-archive.ts'

let folder: Awaited<ReturnType<typeof sampleFolder>>
beforeAll(async () => {
  folder = await sampleFolder()
})
afterAll(() => folder.remove())

const notes: RowNote[] = [
  { sheet: 0, row: 4, text: '证件号码第18位不对' },
  { sheet: 0, row: 4, text: '缺少姓名 <见通知>' },
]

/** A county's sheet: merged title, styled header, hidden row, a second sheet that must stay as it is. */
function countySheet(): Promise<Uint8Array> {
  const header = {
    font: { bold: true, name: '黑体', size: 14 },
    fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'FF00FF00' } },
  }
  return writeXlsx({
    sheets: [
      {
        name: '一村',
        columns: [{ width: 33 }, { width: 7 }, { width: 19 }],
        rows: [
          ['花名册'],
          ['户编号', '姓名', '出生日期'],
          ['H1', '王一', new Date(Date.UTC(1990, 2, 7))],
          ['H2', null, new Date(Date.UTC(1991, 0, 1))],
          ['H3', '王三'],
        ],
        cells: new Map([
          ['1,0', { style: header }],
          ['3,0', { style: { font: { italic: true, name: '楷体', size: 12 } } }],
        ]),
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }],
        rowDefs: new Map([[4, { hidden: true, height: 40 }]]),
        freezePane: { rows: 2 },
      },
      {
        name: '说明',
        columns: [{ width: 50 }],
        rows: [['请勿改动']],
        merges: [{ startRow: 0, startCol: 0, endRow: 3, endCol: 1 }],
      },
    ],
  })
}

async function partBytes(path: string, name: string): Promise<string> {
  const archive = await openZipArchive(path, STANDARD_LIMITS)
  const part = archive.parts.get(name)
  if (part === undefined) throw new Error(`No part ${name}`)
  const chunks: Buffer[] = []
  for await (const chunk of inflatePart(archive, part)) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

describe('annotateWorkbook of an .xlsx', () => {
  it('adds the reasons as last column, the title in the header row, and changes no value', async () => {
    const path = await folder.save('county.xlsx', await countySheet())
    const out = folder.path('county-noted.xlsx')
    expect(await annotateWorkbook(path, out, notes, '核对意见')).toEqual({ rows: 1 })
    const before = await rowsOf(path)
    expect(await rowsOf(out)).toEqual([
      before[0],
      { ...before[1], cells: [...(before[1]?.cells ?? []), '核对意见'] },
      before[2],
      { ...before[3], cells: [...(before[3]?.cells ?? []), '证件号码第18位不对；缺少姓名 <见通知>'] },
      before[4],
    ])
    expect((await eventsOf(out))[0]).toEqual((await eventsOf(path))[0])
  })

  it('keeps merges, widths, fonts, dates, frozen rows and hidden rows, and fills the faulty row only', async () => {
    const path = await folder.save('styled.xlsx', await countySheet())
    const out = folder.path('styled-noted.xlsx')
    await annotateWorkbook(path, out, notes, '核对意见')
    const [before, after] = await Promise.all(
      [path, out].map(async file => (await readXlsx(await readFile(file), { readStyles: true })).sheets[0]),
    )
    expect(after?.merges).toEqual(before?.merges)
    expect(after?.columns?.slice(0, 3)).toEqual(before?.columns)
    expect(after?.columns?.[3]?.width).toBe(45)
    expect(after?.freezePane).toEqual(before?.freezePane)
    expect(after?.rowDefs).toEqual(before?.rowDefs)
    for (const cell of ['1,0', '2,0', '2,2', '4,0'])
      expect(after?.cells?.get(cell)?.style).toEqual(before?.cells?.get(cell)?.style)
    const { fill: _, ...kept } = before?.cells?.get('3,0')?.style ?? {}
    const faulty = after?.cells?.get('3,0')?.style
    expect(faulty).toMatchObject(kept)
    expect(faulty?.font).toMatchObject({ italic: true, name: '楷体' })
    expect(JSON.stringify(faulty?.fill)).toContain(FAULT_FILL.slice(2))
    expect(after?.cells?.get('3,2')?.style?.numFmt).toBe(before?.cells?.get('3,2')?.style?.numFmt)
  })

  it('copies every other part of the file byte for byte', async () => {
    const path = await folder.save('parts.xlsx', await countySheet())
    const out = folder.path('parts-noted.xlsx')
    await annotateWorkbook(path, out, notes, '核对意见')
    const names = [...(await openZipArchive(path, STANDARD_LIMITS)).parts.keys()]
    expect([...(await openZipArchive(out, STANDARD_LIMITS)).parts.keys()]).toEqual(names)
    const changed = []
    for (const name of names)
      if ((await partBytes(path, name)) !== (await partBytes(out, name))) changed.push(name)
    expect(changed.sort()).toEqual(['xl/styles.xml', 'xl/worksheets/sheet1.xml'])
  })

  it('finds its column behind merges, cuts it out of a wide column range and drops blanks that stood there', async () => {
    const sheet =
      '<dimension ref="A1:XFD2"/><cols><col min="1" max="16384" width="9" style="3"/></cols><sheetData>' +
      '<row r="1"><c r="A1" t="str"><v>姓名</v></c></row>' +
      '<row r="2" spans="1:5"><c r="A2"><v>1</v></c><c r="C2" s="1"/><c r="D2" s="1"/></row></sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells>'
    const path = await folder.save('wide.xlsx', await rawXlsx(sheet))
    const out = folder.path('wide-noted.xlsx')
    await annotateWorkbook(path, out, [{ sheet: 0, row: 2, text: '不对' }], '意见')
    const xml = await partBytes(out, 'xl/worksheets/sheet1.xml')
    expect(xml).toContain(
      '<cols><col min="1" max="3" width="9" style="3"/><col min="4" max="4" width="45" customWidth="1"/>' +
        '<col min="5" max="16384" width="9" style="3"/></cols>',
    )
    expect(xml).toContain(
      '<row r="2"><c r="A2"><v>1</v></c><c r="C2" s="1"/><c r="D2" t="inlineStr"><is><t xml:space="preserve">不对</t></is></c></row>',
    )
    expect((await rowsOf(out)).map(row => row.cells)).toEqual([
      ['姓名', null, null, '意见'],
      [1, null, null, '不对'],
    ])
  })

  it('keeps formulas that show nothing, and stands behind them', async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1" t="str"><v>姓名</v></c></row>' +
      '<row r="2"><c r="A2" t="str"><v>张三</v></c><c r="B2" t="str"><f>IF(A2="","缺","")</f><v></v></c><c r="C2"><f>1+1</f></c></row></sheetData>'
    const path = await folder.save('formulas.xlsx', await rawXlsx(sheet))
    const out = folder.path('formulas-noted.xlsx')
    await annotateWorkbook(path, out, [{ sheet: 0, row: 2, text: '不对' }], '意见')
    const xml = await partBytes(out, 'xl/worksheets/sheet1.xml')
    expect(xml).toContain('<f>IF(A2="","缺","")</f>')
    expect(xml).toContain('<c r="C2"><f>1+1</f></c><c r="D2" t="inlineStr">')
  })

  it('stands beside the rows when the title is merged over the whole width of the sheet', async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1" t="str"><v>花名册</v></c></row><row r="2"><c r="A2" t="str"><v>姓名</v></c><c r="B2" t="str"><v>性别</v></c></row>' +
      '<row r="3"><c r="A3" t="str"><v>张三</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>'
    const path = await folder.save('broad.xlsx', await rawXlsx(sheet))
    const out = folder.path('broad-noted.xlsx')
    await annotateWorkbook(path, out, [{ sheet: 0, row: 3, text: '不对' }], '意见')
    expect((await rowsOf(out)).map(row => row.cells)).toEqual([['花名册'], ['姓名', '性别', '意见'], ['张三', null, '不对']])
  })

  it('uses its column again when the workbook comes again, without what it said before', async () => {
    const path = await folder.save('again.xlsx', await countySheet())
    const [once, twice] = [folder.path('again-1.xlsx'), folder.path('again-2.xlsx')]
    await annotateWorkbook(path, once, notes, '意见')
    await annotateWorkbook(once, twice, [{ sheet: 0, row: 3, text: '另一处不对' }], '意见')
    const [before, after] = [await rowsOf(path), await rowsOf(twice)]
    expect(after.map(row => row.cells)).toEqual([
      before[0]?.cells, [...(before[1]?.cells ?? []), '意见'], [...(before[2]?.cells ?? []), '另一处不对'], before[3]?.cells, before[4]?.cells,
    ])
    expect((await partBytes(twice, 'xl/worksheets/sheet1.xml')).match(/<col /g)).toHaveLength(4)
  })

  it('puts the title where the caller says the header is', async () => {
    const path = await folder.save('told.xlsx', await countySheet())
    const out = folder.path('told-noted.xlsx')
    await annotateWorkbook(path, out, notes, '意见', new Map([[0, 1]]))
    expect((await rowsOf(out))[0]?.cells).toEqual(['花名册', null, null, '意见'])
  })

  it('annotates 50,000 rows of which each is faulty', async () => {
    const rows = Array.from({ length: 50_000 }, (_, at) => [`H${at}`, `王${at}`, at])
    const path = await folder.save('big.xlsx', await writeXlsx({ sheets: [{ name: 's', rows }] }))
    const all = rows.map((_, at) => ({ sheet: 0, row: at + 1, text: `原因${at}` }))
    const out = folder.path('big-noted.xlsx')
    expect(await annotateWorkbook(path, out, all, '意见')).toEqual({ rows: 50_000 })
    expect((await rowsOf(out)).at(-1)?.cells).toEqual(['H49999', '王49999', 49_999, '原因49999'])
  })

  it('refuses a broken file', async () => {
    const path = await folder.save('whole.xlsx', await countySheet())
    const cut = await folder.save('cut.xlsx', await truncated(path, 0.6))
    await expect(annotateWorkbook(cut, folder.path('never.xlsx'), notes, '意见')).rejects.toMatchObject({
      fault: 'broken_file',
    })
    expect(await faultOf(cut)).toBe('broken_file')
  })
})

describe('annotateWorkbook of other kinds gives an .xlsx with the same content', () => {
  const ID = '522399199003071232'

  it('of a .csv in GBK', async () => {
    const path = await folder.save('a.csv', iconv.encode(`姓名,证件号码\n王一,${ID}\n王二,\n`, 'gbk'))
    const out = folder.path('csv-noted.xlsx')
    expect(await annotateWorkbook(path, out, [{ sheet: 0, row: 3, text: '缺证件号码' }], '意见')).toEqual({
      rows: 1,
    })
    expect((await rowsOf(out)).map(row => row.cells)).toEqual([
      ['姓名', '证件号码', '意见'],
      ['王一', ID],
      ['王二', null, '缺证件号码'],
    ])
  })

  it('of a .xls with merges, dates, a hidden row', async () => {
    const sheet = utils.aoa_to_sheet([['花名册'], ['姓名', '出生日期'], ['王一', 32939], ['王二', 33000]])
    for (const cell of ['B3', 'B4']) Object.assign(sheet[cell] ?? {}, { z: 'yyyy-mm-dd' })
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }]
    const xls = write(utils.book_new(sheet, '一村'), { type: 'buffer', bookType: 'biff8' })
    const path = await folder.save('a.xls', hideRowInXls(xls, 3))
    const out = folder.path('xls-noted.xlsx')
    await annotateWorkbook(path, out, [{ sheet: 0, row: 4, text: '日期不对' }], '意见')
    const [before, after] = [await eventsOf(path), await eventsOf(out)]
    expect(after.filter(event => event.type === 'sheet')).toEqual(
      before.filter(event => event.type === 'sheet'),
    )
    const rows = await rowsOf(out)
    expect(rows.map(row => row.hidden)).toEqual([false, false, true, false])
    expect(rows.map(row => row.cells)).toEqual([
      ['花名册'],
      ['姓名', '出生日期', '意见'],
      ['王一', { date: '1990-03-07', serial: 32939 }],
      ['王二', { date: '1990-05-07', serial: 33000 }, '日期不对'],
    ])
  })
})
