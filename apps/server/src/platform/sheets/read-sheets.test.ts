import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { utils, write } from '@e965/xlsx'
import type { BookType, WorkSheet } from '@e965/xlsx'
import { writeXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import { eventsOf, hideRowInXls, rawXlsx, rowsOf, sampleFolder } from './sample-files.ts'

const ID = '522399199003071232'
let folder: Awaited<ReturnType<typeof sampleFolder>>
beforeAll(async () => {
  folder = await sampleFolder()
})
afterAll(() => folder.remove())

describe('readSheets of .xlsx', () => {
  it('keeps an 18-digit ID stored as text, and shows the one a number has spoilt', async () => {
    const rows = [
      ['证件号码', '证件号码'],
      [ID, Number(ID)],
    ]
    const path = await folder.save('ids.xlsx', await writeXlsx({ sheets: [{ name: '花名册', rows }] }))
    expect((await rowsOf(path))[1]?.cells).toEqual([ID, 522399199003071200])
  })

  it('gives a date-formatted number as its day and serial, and other numbers as they are', async () => {
    const styles =
      '<styleSheet><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="20"/></cellXfs></styleSheet>'
    const row =
      '<sheetData><row r="3"><c r="A3" s="1"><v>32939</v></c><c r="B3" s="2"><v>32939.5</v></c><c r="C3"><v>32939</v></c>' +
      `<c r="D3" s="3"><v>0.5</v></c><c r="E3" s="1"><v>${ID}</v></c></row></sheetData>`
    const path = await folder.save('dates.xlsx', await rawXlsx(row, { 'xl/styles.xml': styles }))
    expect(await rowsOf(path)).toEqual([
      {
        number: 3,
        hidden: false,
        cells: [
          { date: '1990-03-07', serial: 32939 },
          { date: '1990-03-07', serial: 32939.5 },
          32939,
          0.5,
          Number(ID),
        ],
      },
    ])
  })

  it('reports merges and hidden rows and sheets, and fills nothing', async () => {
    const visible = {
      name: '一村',
      rows: [
        ['户编号', '姓名'],
        ['H1', '王一'],
        [null, '王二'],
      ],
      merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
      rowDefs: new Map([[2, { hidden: true }]]),
    }
    const path = await folder.save(
      'merged.xlsx',
      await writeXlsx({
        sheets: [visible, { name: '旧表', hidden: true, rows: [['x']] }],
      }),
    )
    expect(await eventsOf(path)).toEqual([
      {
        type: 'sheet',
        index: 0,
        name: '一村',
        hidden: false,
        merges: [{ top: 2, left: 0, bottom: 3, right: 0 }],
      },
      {
        type: 'rows',
        sheet: 0,
        rows: [
          { number: 1, hidden: false, cells: ['户编号', '姓名'] },
          { number: 2, hidden: false, cells: ['H1', '王一'] },
          { number: 3, hidden: true, cells: [null, '王二'] },
        ],
      },
      { type: 'sheet', index: 1, name: '旧表', hidden: true, merges: [] },
      { type: 'rows', sheet: 1, rows: [{ number: 1, hidden: false, cells: ['x'] }] },
      { type: 'end', sheets: 2, rows: 4 },
    ])
  })

  it('reads the dates of a workbook that counts from 1904', async () => {
    const workbook =
      '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/>' +
      '<sheets><sheet name="花名册" sheetId="1" r:id="rId1"/></sheets></workbook>'
    const styles = '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    const sheet = '<sheetData><row r="1"><c r="A1" s="1"><v>42460</v></c><c r="B1"><v>42460</v></c></row></sheetData>'
    const path = await folder.save('1904.xlsx', await rawXlsx(sheet, { 'xl/workbook.xml': workbook, 'xl/styles.xml': styles }))
    expect((await rowsOf(path)).map(row => row.cells)).toEqual([[{ date: '2020-04-01', serial: 42460 }, 42460]])
  })

  it('reads a strict Office Open XML workbook, which writes dates as text and has addresses of its own', async () => {
    const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${strict}/${type}" Target="${target}"/>`
    const sheet =
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>张三</t></is></c><c r="B1" t="d"><v>2020-04-01T00:00:00</v></c></row></sheetData>'
    const path = await folder.save(
      'strict.xlsx',
      await rawXlsx(sheet, {
        '_rels/.rels': `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
        'xl/_rels/workbook.xml.rels': `<Relationships>${relation('rId1', 'worksheet', '/xl/worksheets/sheet1.xml')}</Relationships>`,
      }),
    )
    expect((await rowsOf(path)).map(row => row.cells)).toEqual([['张三', { date: '2020-04-01', serial: 43922 }]])
  })

  it('reads what other programs write: prefixes, missing references, runs, phonetics, formulas, errors', async () => {
    const sheet =
      '<x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="str"><x:f>A1</x:f><x:v>甲&amp;乙</x:v></x:c>' +
      '<x:c t="e"><x:v>#N/A</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t><![CDATA[<五>]]></x:t></x:is></x:c>' +
      '<x:c/><x:c><x:v>7</x:v></x:c></x:row></x:sheetData>'
    const strings =
      '<sst><si><r><t>张</t></r><r><rPr/><t xml:space="preserve"> 三_x000D_</t></r><rPh sb="0" eb="1"><t>zhang</t></rPh></si></sst>'
    const path = await folder.save(
      'odd.xlsx',
      await rawXlsx('', {
        'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="urn:x">${sheet}</x:worksheet>`,
        'xl/sharedStrings.xml': strings,
      }),
    )
    expect(await rowsOf(path)).toEqual([
      { number: 1, hidden: false, cells: ['张 三\r', '甲&乙', '#N/A', true, '<五>', null, 7] },
    ])
  })
})

describe('readSheets of .xls, .et and other workbooks', () => {
  function workbook(bookType: BookType): Buffer {
    const sheet: WorkSheet = utils.aoa_to_sheet([
      ['姓名', '证件号码', '出生日期'],
      ['王一', ID, 32939],
      ['王二', Number(ID), null],
    ])
    const date = sheet['C2']
    if (date !== undefined) date.z = 'yyyy-mm-dd'
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }]
    const book = utils.book_new(sheet, '花名册')
    utils.book_append_sheet(book, utils.aoa_to_sheet([['x']]), '旧表')
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
    return write(book, { type: 'buffer', bookType })
  }

  it.each(['biff8', 'xlsb'] as const)('reads %s whatever the name says', async kind => {
    const path = await folder.save(`${kind}.xlsx`, workbook(kind))
    const events = await eventsOf(path)
    expect(events[0]).toEqual({
      type: 'sheet',
      index: 0,
      name: '花名册',
      hidden: false,
      merges: [{ top: 1, left: 0, bottom: 1, right: 1 }],
    })
    expect(events[1]).toEqual({
      type: 'rows',
      sheet: 0,
      rows: [
        { number: 1, hidden: false, cells: ['姓名', '证件号码', '出生日期'] },
        { number: 2, hidden: false, cells: ['王一', ID, { date: '1990-03-07', serial: 32939 }] },
        { number: 3, hidden: false, cells: ['王二', 522399199003071200] },
      ],
    })
    expect(events[2]).toMatchObject({ type: 'sheet', name: '旧表', hidden: true })
  })
})

describe('readSheets flags hidden rows of old and binary workbooks', () => {
  const sheet: WorkSheet = utils.aoa_to_sheet([['姓名'], ['王一'], ['王二']])

  it('in .xls', async () => {
    const xls = write(utils.book_new(sheet, 's'), { type: 'buffer', bookType: 'biff8' })
    expect(
      (await rowsOf(await folder.save('hidden.xls', hideRowInXls(xls, 2)))).map(row => row.hidden),
    ).toEqual([false, true, false])
  })

  it('in .xlsb', async () => {
    const book = utils.book_new({ ...sheet, '!rows': [{}, {}, { hidden: true }] }, 's')
    const path = await folder.save('hidden.xlsb', write(book, { type: 'buffer', bookType: 'xlsb' }))
    expect((await rowsOf(path)).map(row => row.hidden)).toEqual([false, false, true])
  })
})

describe('readSheets of .csv and .txt', () => {
  const table = `姓名,证件号码,备注\r\n欧阳娜娜,${ID},"甲,乙\n丙"\r\n\r\n,,\r\n王二,="${ID}",\r\n`
  const expected = [
    { number: 1, hidden: false, cells: ['姓名', '证件号码', '备注'] },
    { number: 2, hidden: false, cells: ['欧阳娜娜', ID, '甲,乙\n丙'] },
    { number: 5, hidden: false, cells: ['王二', ID] },
  ]

  it.each([
    ['UTF-8', iconv.encode(table, 'utf-8')],
    ['UTF-8 with mark', iconv.encode(table, 'utf-8', { addBOM: true })],
    ['UTF-16 LE with mark', iconv.encode(table, 'utf-16le', { addBOM: true })],
    ['UTF-16 LE', iconv.encode(table, 'utf-16le')],
    ['UTF-16 BE with mark', iconv.encode(table, 'utf-16be', { addBOM: true })],
    ['GBK', iconv.encode(table, 'gbk')],
    ['GB18030', iconv.encode(table, 'gb18030')],
  ])('reads %s', async (name, bytes) => {
    expect(await rowsOf(await folder.save(`${name}.csv`, bytes))).toEqual(expected)
  })

  it.each([';', '\t', ','])('finds the delimiter %j', async delimiter => {
    const text = [
      ['姓名', '手机'],
      ['王一', '15400000001'],
      ['王二', '0012'],
    ]
      .map(row => row.join(delimiter))
      .join('\n')
    expect((await rowsOf(await folder.save('delimited.txt', text))).map(row => row.cells)).toEqual([
      ['姓名', '手机'],
      ['王一', '15400000001'],
      ['王二', '0012'],
    ])
  })

  it('keeps a rare character of a name that only GB18030 has', async () => {
    const path = await folder.save('rare.csv', iconv.encode('姓名,性别\n王㛃,女\n李𬀩,男\n', 'gb18030'))
    expect((await rowsOf(path)).map(row => row.cells[0])).toEqual(['姓名', '王㛃', '李𬀩'])
  })
})
