import { readFile } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { read, utils } from '@e965/xlsx'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf, sampleFolder } from './sample-files.ts'
import { SheetError } from './sheet-error.ts'
import { writeWorkbook } from './write-workbook.ts'
import type { SheetToWrite } from './write-workbook.ts'

const ID = '522399199003071232'
let folder: Awaited<ReturnType<typeof sampleFolder>>
beforeAll(async () => {
  folder = await sampleFolder()
})
afterAll(() => folder.remove())

const roster: SheetToWrite = {
  name: '花名册',
  title: '某某县就业花名册',
  watermark: '张三 A&B 2026-11-24 10:00 导出',
  columns: [
    { title: '姓名' },
    { title: '证件号码', kind: 'id' },
    { title: '月收入(元)', kind: 'number' },
    { title: '核实日期', kind: 'date', width: 14 },
  ],
  rows: [
    ['王一', ID, 3500.5, '2026-11-24'],
    ['=1+1', 12, null, { date: '1990-03-07', serial: 32939 }],
  ],
}

describe('writeWorkbook', () => {
  it('writes title, watermark, header and rows, IDs as text and dates as dates', async () => {
    const path = folder.path('roster.xlsx')
    await writeWorkbook([roster], path)
    expect((await rowsOf(path)).map(row => row.cells)).toEqual([
      ['某某县就业花名册'],
      ['张三 A&B 2026-11-24 10:00 导出'],
      ['姓名', '证件号码', '月收入(元)', '核实日期'],
      ['王一', ID, 3500.5, { date: '2026-11-24', serial: 46350 }],
      ['=1+1', '12', null, { date: '1990-03-07', serial: 32939 }],
    ])
  })

  it('gives the header its style, the columns their widths and formats, the page its watermark', async () => {
    const path = folder.path('styled.xlsx')
    await writeWorkbook([roster], path)
    const sheet = (await readXlsx(await readFile(path), { readStyles: true })).sheets[0]
    const style = (cell: string) => sheet?.cells?.get(cell)?.style
    expect(style('2,0')).toMatchObject({ font: { bold: true }, fill: { pattern: 'solid' } })
    expect(style('3,1')?.numFmt).toBe('@')
    expect(style('3,2')?.alignment).toMatchObject({ horizontal: 'right' })
    expect(style('3,3')?.numFmt).toContain('yyyy')
    expect(sheet?.freezePane).toEqual({ rows: 3 })
    expect(sheet?.columns?.map(column => column.width)).toEqual([10, 21, 12, 14])
    expect(sheet?.merges).toContainEqual({ startRow: 0, startCol: 0, endRow: 0, endCol: 3 })
    expect(JSON.stringify(sheet?.headerFooter)).toContain('张三 A&&B 2026-11-24 10:00 导出')
  })

  it('never writes a formula, whatever a name begins with', async () => {
    const path = folder.path('formula.xlsx')
    await writeWorkbook([roster], path)
    const cell = read(await readFile(path)).Sheets['花名册']?.['A5']
    expect([cell?.t, cell?.v, cell?.f]).toEqual(['s', '=1+1', undefined])
  })

  it('gives every sheet a name a spreadsheet program accepts', async () => {
    const path = folder.path('names.xlsx')
    const rows = [['x']]
    const columns = [{ title: '列' }]
    const names = ['一村/二村', '一村 二村', '', '很长'.repeat(20), "'引号'"]
    await writeWorkbook(
      names.map(name => ({ name, columns, rows })),
      path,
    )
    const written = read(await readFile(path)).SheetNames
    expect(written).toEqual(['一村 二村', '一村 二村(2)', '表3', '很长'.repeat(15) + '很', '引号'])
  })

  it('writes to a stream and reports a source that fails', async () => {
    const stream = new PassThrough()
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    await writeWorkbook([roster], stream)
    const sheet = read(Buffer.concat(chunks)).Sheets['花名册']
    expect(sheet === undefined ? 0 : utils.sheet_to_json(sheet, { header: 1 }).length).toBe(5)
    const failing = {
      ...roster,
      rows: (function* () {
        yield ['王一']
        throw new Error('query failed')
      })(),
    }
    await expect(writeWorkbook([failing], folder.path('failed.xlsx'))).rejects.toThrow('query failed')
  })

  it('pulls rows only as fast as the file takes them', async () => {
    let pulled = 0
    const rows = (function* () {
      for (; pulled < 1_000_000; pulled += 1) yield [`第${pulled}行`, ID, pulled, '2026-11-24']
    })()
    const stalled = new PassThrough({ highWaterMark: 1024 })
    const writing = writeWorkbook([{ ...roster, rows }], stalled)
    await new Promise(resolve => setTimeout(resolve, 500))
    const early = pulled
    stalled.destroy(new Error('reader left'))
    await expect(writing).rejects.toThrow('reader left')
    expect(early).toBeLessThan(200_000)
  })

  it('refuses more rows than the format has', async () => {
    const rows = (function* () {
      for (let row = 0; row < 1_048_576; row += 1) yield []
    })()
    await expect(
      writeWorkbook([{ name: 's', columns: [{ title: '列' }], rows }], folder.path('over.xlsx')),
    ).rejects.toThrow(SheetError)
  })
})
