import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CFB, utils, write } from '@e965/xlsx'
import { writeXlsx } from 'hucre/xlsx'
import { truncate } from 'node:fs/promises'
import { faultOf, rawXlsx, refusalOf, sampleFolder, truncated, zipOf } from './sample-files.ts'

let folder: Awaited<ReturnType<typeof sampleFolder>>
let good: string
beforeAll(async () => {
  folder = await sampleFolder()
  const rows = Array.from({ length: 2000 }, (_, at) => [`H${at}`, `王${(at * 7919) % 1000}`])
  good = await folder.save('good.xlsx', await writeXlsx({ sheets: [{ name: '花名册', rows }] }))
})
afterAll(() => folder.remove())

function compound(...streams: string[]): Buffer {
  const file = CFB.utils.cfb_new()
  for (const name of streams) CFB.utils.cfb_add(file, `/${name}`, Buffer.from('x'.repeat(5000)))
  return Buffer.from(CFB.write(file, { type: 'buffer' }))
}

describe('files that are no spreadsheet are refused with a sentence that names them', () => {
  it.each([
    ['PDF', Buffer.from('%PDF-1.7\n%\u0000'), 'PDF'],
    ['JPG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), '图片'],
    ['RAR', Buffer.from('Rar!\u001a\u0007\u0000'), '压缩包'],
    [
      'a web page called .xls',
      Buffer.from('\ufeff<html xmlns:o="x"><table><tr><td>姓名</td></tr></table></html>'),
      '网页',
    ],
    ['the XML of Excel 2003 called .xls', Buffer.from('<?xml version="1.0"?><Workbook/>'), 'XML'],
    ['JSON', Buffer.from('{"columns": {"姓名": "name"}}'), 'JSON'],
    ['a Word 97 document', compound('WordDocument'), 'Word'],
  ])('%s', async (_, bytes, word) => {
    const refusal = await refusalOf(await folder.save('table.xls', bytes))
    expect(refusal.fault).toBe('not_a_spreadsheet')
    expect(refusal.zh).toContain(word)
    expect(refusal.zh).toContain('上传')
  })

  it('a Word document and a plain archive', async () => {
    const word = await refusalOf(
      await folder.save('a.xlsx', await zipOf({ '[Content_Types].xml': '', 'word/document.xml': '' })),
    )
    const archive = await refusalOf(await folder.save('b.xlsx', await zipOf({ '照片.jpg': 'x' })))
    expect([word.fault, word.zh.includes('Word')]).toEqual(['not_a_spreadsheet', true])
    expect([archive.fault, archive.zh.includes('压缩包')]).toEqual(['not_a_spreadsheet', true])
  })

  it('bytes of no known kind', async () => {
    expect(
      await faultOf(
        await folder.save('x.csv', Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 31) % 256))),
      ),
    ).toBe('not_a_spreadsheet')
  })
})

describe('workbooks that cannot be read are refused', () => {
  it('with a password, by container and by a real encrypted workbook', async () => {
    const encrypted = await writeXlsx({
      sheets: [{ name: 's', rows: [['x']] }],
      encryption: { password: '1', spinCount: 10 },
    })
    expect(await faultOf(await folder.save('locked.xlsx', encrypted))).toBe('password_protected')
    expect(
      await faultOf(await folder.save('bare.xlsx', compound('EncryptedPackage', 'EncryptionInfo'))),
    ).toBe('password_protected')
  })

  it('with a password in the .xls format', async () => {
    const record = (type: number, ...body: number[]) =>
      Buffer.from([type & 255, type >> 8, body.length, 0, ...body])
    const begin = record(0x0809, 0, 6, 5, 0, 0xbb, 0x0d, 0xcc, 7, 0, 0, 0, 0, 6, 0, 0, 0)
    const file = CFB.utils.cfb_new()
    CFB.utils.cfb_add(
      file,
      '/Workbook',
      Buffer.concat([begin, record(0x002f, 0, 0, 1, 2, 3, 4), Buffer.alloc(5000)]),
    )
    expect(
      await faultOf(await folder.save('locked.xls', Buffer.from(CFB.write(file, { type: 'buffer' })))),
    ).toBe('password_protected')
  })

  it.each([0.2, 0.5, 0.95])('cut off after %d of its bytes', async share => {
    expect(await faultOf(await folder.save('cut.xlsx', await truncated(good, share)))).toBe('broken_file')
  })

  it('cut off .xls', async () => {
    const rows = Array.from({ length: 500 }, (_, at) => [`H${at}`])
    const whole = await folder.save(
      'whole.xls',
      write(utils.book_new(utils.aoa_to_sheet(rows), 's'), { type: 'buffer', bookType: 'biff8' }),
    )
    expect(await faultOf(await folder.save('cut.xls', await truncated(whole, 0.3)))).toBe('broken_file')
  })

  it('with a changed byte, before any row is handed out', async () => {
    const bytes = await truncated(good, 1)
    const middle = bytes.indexOf('worksheets/sheet1.xml') + 4000
    bytes[middle] = (bytes[middle] ?? 0) ^ 0x55
    expect(await faultOf(await folder.save('flipped.xlsx', bytes))).toBe('broken_file')
  })

  it('without a single value, and of no bytes at all', async () => {
    expect(
      await faultOf(await folder.save('blank.xlsx', await writeXlsx({ sheets: [{ name: 's', rows: [] }] }))),
    ).toBe('empty')
    expect(
      await faultOf(
        await folder.save(
          'styled.xlsx',
          await rawXlsx('<sheetData><row r="1"><c r="A1" s="0"/></row></sheetData>'),
        ),
      ),
    ).toBe('empty')
    expect(await faultOf(await folder.save('commas.csv', ',,\n,,\n'))).toBe('empty')
    expect(await faultOf(await folder.save('nothing.csv', ''))).toBe('empty')
  })

  it('whose sheet part is missing', async () => {
    const relation =
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet9.xml"/></Relationships>'
    const bytes = await rawXlsx('<sheetData/>', { 'xl/_rels/workbook.xml.rels': relation })
    expect(await faultOf(await folder.save('lost.xlsx', bytes))).toBe('broken_file')
  })
})

describe('files made to exhaust the server are refused', () => {
  it('of 200 MB', async () => {
    const path = await folder.save('huge.xlsx', await truncated(good, 1))
    await truncate(path, 200 * 1024 * 1024)
    expect(await faultOf(path)).toBe('too_large')
  })

  it('a part that expands a thousandfold, seen in the directory', async () => {
    const bomb = await rawXlsx('', {
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${' '.repeat(60_000_000)}`,
    })
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await faultOf(await folder.save('bomb.xlsx', bomb))).toBe('zip_bomb')
  })

  it('parts that together pass the bound', async () => {
    expect(await faultOf(good, { limits: { inflatedBytes: 10_000 } })).toBe('zip_bomb')
  })

  it('a part whose directory entry lies about its size, seen while inflating', async () => {
    const bomb = await rawXlsx('', {
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${' '.repeat(60_000_000)}`,
    })
    const entry = bomb.lastIndexOf('xl/worksheets/sheet1.xml') - 46
    bomb.writeUInt32LE(500_000, entry + 24)
    expect(await faultOf(await folder.save('liar.xlsx', bomb))).toBe('zip_bomb')
  })

  it('a row numbered 999,999,999 in a file of 1 KB, at once', async () => {
    const bytes = await rawXlsx(
      '<sheetData><row r="999999999"><c r="A999999999"><v>1</v></c></row></sheetData>',
    )
    expect(await faultOf(await folder.save('far.xlsx', bytes), { limits: { milliseconds: 5000 } })).toBe(
      'too_many_rows',
    )
  })

  it('a cell beyond the last column', async () => {
    const bytes = await rawXlsx('<sheetData><row r="1"><c r="ZZZZZ1"><v>1</v></c></row></sheetData>')
    expect(await faultOf(await folder.save('wide.xlsx', bytes))).toBe('broken_file')
  })

  it('more rows than the bound', async () => {
    expect(await faultOf(good, { limits: { rows: 1500 } })).toBe('too_many_rows')
  })
})
