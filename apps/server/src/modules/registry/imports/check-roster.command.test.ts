import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rosterFiles, type RosterFiles } from './testing/roster-file.ts'
import { aHead, aWife, sheetOf } from './testing/roster-rows.ts'

const COMMAND = fileURLToPath(new URL('../../../bin/check-roster.ts', import.meta.url))

let files: RosterFiles
beforeAll(async () => {
  files = await rosterFiles()
})
afterAll(() => files[Symbol.asyncDispose]())

function run(...args: string[]): Promise<{ exit: number; out: string; error: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [COMMAND, ...args], (failure, out, error) => {
      resolve({ exit: failure ? Number(failure.code) : 0, out, error })
    })
  })
}

describe('the command check-roster', () => {
  it('prints one JSON object and exits 0 for a file that could be read, whatever it holds', async () => {
    const path = await files.workbook([sheetOf([aHead({ sex: '女' }), aWife({ idNo: '12345' })])])
    const { exit, out, error } = await run(path, '--json', '--synthetic', '--on', '2020-04-15')
    const report = JSON.parse(out)
    expect(report).toMatchObject({ rows: 2, accepted: 0, warned: 1, queried: 0, rejected: 1 })
    expect(report.issues).toContainEqual(expect.objectContaining({
      sheet: '民族村', row: 3, column: 'G', rule: 'V01', level: 'rejected', message: expect.stringContaining('位数不对'),
    }))
    expect({ exit, error }).toEqual({ exit: 0, error: '' })
  })

  it('takes a mapping and leaves out what it says', async () => {
    const path = await files.workbook([sheetOf([aHead({ phone: '1' })])])
    const mapping = await files.bytes('mapping.json', JSON.stringify({ columns: { 联系电话: null } }))
    const { out } = await run(path, '--json', '--synthetic', '--on', '2020-04-15', '--mapping', mapping)
    expect(JSON.parse(out)).toMatchObject({ rows: 1, accepted: 1, issues: [] })
  })

  it('judges synthetic people as the server of this installation would', async () => {
    const path = await files.workbook([sheetOf([aHead()])])
    expect(JSON.parse((await run(path, '--json', '--on', '2020-04-15')).out)).toMatchObject({ accepted: 1, rejected: 0 })
    const real = JSON.parse((await run(path, '--json', '--on', '2020-04-15', '--no-synthetic')).out)
    expect(real).toMatchObject({ accepted: 0, rejected: 1 })
    expect(real.issues).toContainEqual(expect.objectContaining({ row: 2, code: 'id_area_synthetic' }))
  })

  it('says of a header without rows that nobody is below it', async () => {
    const { rows: [header = []] } = sheetOf([aHead()])
    const { exit, out } = await run(await files.csv([header], 'gb18030'), '--json')
    expect(exit).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ rows: 0, issues: [{ sheet: null, row: null, level: 'rejected', message: expect.stringContaining('没有一行人员') }] })
  })

  it('prints a short table for people', async () => {
    const path = await files.workbook([sheetOf([aHead({ sex: '女' })])])
    const { out } = await run(path, '--synthetic', '--on', '2020-04-15')
    expect(out).toContain('共 1 行')
    expect(out).toMatch(/民族村\t2 行\t[A-Z]+\tV02\t/u)
  })

  it('exits 2 with one sentence for a file that cannot be read and for wrong arguments', async () => {
    const path = await files.bytes('torn.xlsx', 'PK\u0003\u0004 torn')
    for (const args of [[path], ['/nowhere/roster.xlsx'], [], [path, '--on', '2020-13-01'], [path, '--colour']]) {
      const { exit, out, error } = await run(...args)
      expect(exit, args.join(' ')).toBe(2)
      expect(out).toBe('')
      expect(error.trim().split('\n'), args.join(' ')).toHaveLength(1)
      expect(error).not.toMatch(/Error|at .*\.ts/u)
    }
  })
})
