import { describe, expect, it } from 'vitest'
import { checkContents, checkRows, testOptions } from './testing/roster-checks.ts'
import { checkRoster, hashFile } from './check-roster.ts'
import { rosterFiles } from './testing/roster-file.ts'
import { aHead, aWife, sheetOf } from './testing/roster-rows.ts'

describe('division', () => {
  it('V24 rejects a village that does not exist and suggests the one meant', async () => {
    const { report, households } = await checkRows([aHead({ village: '民主族村' }), aWife({ village: '民主族村' })])
    expect(report.issues).toMatchObject([
      { row: 2, column: 'D', rule: 'V24', level: 'rejected', code: 'division_unknown' },
      { row: 3, column: 'D', rule: 'V24', level: 'rejected', code: 'division_unknown' },
    ])
    expect(report.issues[0]?.message).toContain('是不是兴义市郑屯镇民族村?')
    expect(report).toMatchObject({ rejected: 2, households: 0 })
    expect(households[0]?.place).toBeNull()
  })

  it('V24 never chooses between villages of one name', async () => {
    const { codes } = await checkRows([aHead({ county: null, township: null, village: '团结村' })])
    expect(codes).toEqual(['2:division_ambiguous'])
  })

  it('V24 rejects a row that names no village, unless the title of the sheet does', async () => {
    const row = aHead({ county: null, township: null, village: null })
    // The sheet is called 民族村, and there are several.
    expect((await checkRows([row])).codes).toEqual(['2:division_ambiguous'])
    const sheet = { ...sheetOf([row]), name: 'Sheet1' }
    expect((await checkContents([sheet])).codes).toEqual(['2:division_missing'])
    const titled = { name: 'Sheet1', rows: [['兴义市郑屯镇民族村2020年就业花名册'], ...sheet.rows] }
    const { codes, households } = await checkContents([titled])
    expect(codes).toEqual([])
    expect(households[0]?.place?.village).toBe('522301112204')
  })

  it('V24 judges a code by the day of the import', async () => {
    const row = aHead({ county: '晴隆县', township: '三宝彝族乡', village: '三宝村' })
    const { households, codes } = await checkRows([row], { on: '2023-06-01' })
    expect(households[0]?.place?.village).toBe('522324003211')
    expect(codes).toEqual(['2:division_former'])
  })
})

describe('the same file again', () => {
  it('V25 recognises the bytes under another name and imports nothing twice', async () => {
    await using files = await rosterFiles()
    const path = await files.workbook([sheetOf([aHead()])])
    const known = new Map([[await hashFile(path), { name: '民族村.xlsx', on: '2020-04-01' }]])
    const again = await checkRoster(path, { ...testOptions(), known })
    expect(again).toMatchObject({ rows: 0, accepted: 0 })
    expect(again.issues).toMatchObject([{ rule: 'V25', level: 'rejected', sheet: null, row: null }])
    expect(again.issues[0]?.message).toContain('2020-04-01')
    const mended = await files.workbook([sheetOf([aHead({ phone: '15400000009' })])])
    expect(await checkRoster(mended, { ...testOptions(), known })).toMatchObject({ rows: 1, accepted: 1, issues: [] })
  })
})
