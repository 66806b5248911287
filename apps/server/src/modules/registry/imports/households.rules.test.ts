import { describe, expect, it } from 'vitest'
import type { CellInput } from '@anye/codes/parse/cell'
import { createHouseholds, MAX_ROWS, type GroupColumns } from './households.rules.ts'
import { createMergeFill, type FilledRow } from './merge-fill.rules.ts'
import type { MergedRange } from './roster-row.rules.ts'

const range = (top: number, bottom: number, left = 0): MergedRange => ({ top, left, bottom, right: left })
const columns: GroupColumns = { hhNo: 0, village: 1, relation: 3, own: [0] }

function fill(lines: CellInput[][], merges: MergedRange[] = [], fillable = [0, 1]): FilledRow[] {
  const fillRow = createMergeFill(merges, new Set(fillable), 1)
  return lines.map((cells, index) => fillRow({ number: index + 2, hidden: false, cells }))
}

function group(rows: FilledRow[], by: GroupColumns = columns): string[] {
  const households = createHouseholds(by)
  const groups = [...rows.map((row) => households.add(row)), households.flush()].filter((found) => found !== undefined)
  return groups.map(({ grouping, rows: held }) => `${grouping}:${held.map((row) => row.cells[2]).join('+')}`)
}

describe('filling merged cells', () => {
  it('copies a value to the rows of its range and to no other', () => {
    const rows = fill([['H1', null, 'a'], [null, null, 'b'], [null, null, 'c'], ['H2', null, 'd']], [range(2, 3)])
    expect(rows.map((row) => row.cells[0])).toEqual(['H1', 'H1', null, 'H2'])
    expect(rows.map((row) => row.spans.get(0))).toEqual([2, 2, undefined, undefined])
  })

  it('leaves columns alone that belong to one person, and ranges of the header', () => {
    const rows = fill([['x', null, 'a'], [null, null, null]], [range(2, 3, 2), range(1, 3, 0)])
    expect(rows[1]?.cells).toEqual([null, null, null])
  })

  it('takes nothing from an earlier range when the first row of a range is missing', () => {
    const fillRow = createMergeFill([range(2, 3), range(4, 6)], new Set([0]), 1)
    fillRow({ number: 2, hidden: false, cells: ['H1'] })
    expect(fillRow({ number: 5, hidden: false, cells: [null, 'b'] }).cells[0]).toBeNull()
  })
})

describe('putting households together', () => {
  it('groups by 户编号, and by village where numbers repeat', () => {
    const rows = fill([
      ['1', '甲村', 'a', '户主'], ['1', '甲村', 'b', '之子'], ['2', '甲村', 'c', '户主'],
      ['1', '甲村', 'd', '户主'], ['1', '乙村', 'e', '户主'], ['1', null, 'f', '之妻'],
    ])
    expect(group(rows)).toEqual(['number:a+b', 'number:c', 'number:d', 'number:e+f'])
  })

  it('groups by the head when the number stands on his row only', () => {
    const rows = fill([['H1', null, 'a', '户主'], [null, null, 'b', '配偶'], [null, null, 'c', '户主']])
    expect(group(rows)).toEqual(['number:a+b', 'head:c'])
  })

  it('groups by a merged range when there is no number', () => {
    const rows = fill(
      [['张三', null, 'a'], [null, null, 'b'], ['李四', null, 'c'], [null, null, 'd']], [range(2, 3), range(4, 5)])
    expect(group(rows, { relation: 3, own: [0] })).toEqual(['merge:a+b', 'merge:c+d'])
  })

  it('does not guess a household for a row that has neither number nor relation', () => {
    const rows = fill([['H1', null, 'a', '户主'], [null, null, 'b', null], [null, null, 'c', '之子']])
    expect(group(rows)).toEqual(['number:a', 'unknown:b', 'unknown:c'])
  })

  it('takes every row alone in a list without households', () => {
    expect(group(fill([[null, null, 'a'], [null, null, 'b']]), { own: [] })).toEqual(['single:a', 'single:b'])
  })

  it('never holds more than a bounded number of rows', () => {
    const rows = fill(Array.from({ length: MAX_ROWS + 5 }, () => ['H1', null, 'x', '之子']))
    const households = createHouseholds(columns)
    const parts = [...rows.map((row) => households.add(row)), households.flush()].filter((found) => found !== undefined)
    expect(parts.map((found) => [found.part, found.rows.length])).toEqual([[1, MAX_ROWS], [2, 5]])
  })
})
