import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSheets } from './open-sheets.ts'
import { sampleFolder } from './sample-files.ts'
import { STANDARD_LIMITS } from './sheet-limits.ts'
import type { Cell } from './types.ts'
import { writeWorkbook } from './write-workbook.ts'

let folder: Awaited<ReturnType<typeof sampleFolder>>
beforeAll(async () => {
  folder = await sampleFolder()
})
afterAll(() => folder.remove())

const text = fc.string({
  unit: fc.constantFrom(...'欧阳㛃𬀩a1 &<>"\'=,;\n\t_x0041'),
  minLength: 1,
  maxLength: 12,
})
const value = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
)
const grid = fc.array(fc.array(value, { maxLength: 6 }), { maxLength: 8 })

async function read(path: string): Promise<Map<number, readonly Cell[]>> {
  const rows = new Map<number, readonly Cell[]>()
  for await (const event of openSheets(path, STANDARD_LIMITS)) {
    if (event.type === 'rows') for (const row of event.rows) rows.set(row.number, row.cells)
  }
  return rows
}

function withoutBlankEnd(cells: readonly unknown[]): unknown[] {
  const kept = cells.map(cell => (cell === '' ? null : cell))
  while (kept.length > 0 && (kept.at(-1) ?? null) === null) kept.pop()
  return Array.from(kept, cell => (Object.is(cell, -0) ? 0 : (cell ?? null)))
}

it('reads every workbook hucre writes as hucre itself reads it', async () => {
  const path = folder.path('theirs.xlsx')
  await fc.assert(
    fc.asyncProperty(grid, fc.constantFrom('shared', 'inline'), async (rows, stringMode) => {
      const bytes = await writeXlsx({
        sheets: [{ name: 's', rows: [['表头'], ...rows] }],
        stringMode: stringMode as 'shared',
      })
      await folder.save('theirs.xlsx', bytes)
      const theirs = (await readXlsx(bytes)).sheets[0]?.rows ?? []
      const ours = await read(path)
      theirs.forEach((row, at) =>
        expect(withoutBlankEnd(ours.get(at + 1) ?? [])).toEqual(withoutBlankEnd(row)),
      )
      expect(Math.max(...ours.keys())).toBeLessThanOrEqual(theirs.length)
    }),
    { numRuns: 150 },
  )
})

it('writes workbooks that hucre and this reader read back alike', async () => {
  const path = folder.path('ours.xlsx')
  const columns = Array.from({ length: 6 }, (_, at) => ({ title: `列${at}` }))
  await fc.assert(
    fc.asyncProperty(grid, async rows => {
      await writeWorkbook([{ name: 's', columns, rows }], path)
      const theirs = (await readXlsx(await readFile(path))).sheets[0]?.rows ?? []
      const ours = await read(path)
      rows.forEach((row, at) => {
        expect(withoutBlankEnd(ours.get(at + 2) ?? [])).toEqual(withoutBlankEnd(row))
        expect(withoutBlankEnd(theirs[at + 1] ?? [])).toEqual(withoutBlankEnd(row))
      })
    }),
    { numRuns: 150 },
  )
})
