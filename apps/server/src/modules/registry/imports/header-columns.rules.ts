import { normaliseHeader } from '@anye/contract/registry/imports/match-header'
import { columnLetter, textAt, type MergedRange, type RosterRow } from './roster-row.rules.ts'

/** One titled column of a sheet. */
export type RosterColumn = {
  /** 0-based position. */
  index: number
  letter: string
  /** Titles from the top header row to the lowest: 家庭成员信息, 姓名. */
  path: readonly string[]
  /** What a mapping calls the column: the path with `/`, and `#2` for the second column of the same path. */
  key: string
}

/** Title of the column of reasons that a workbook comes back with (S-import). */
export const REASONS_TITLE = '导入检查结果'

/**
 * Titled columns of a header of one or more rows, without our own column of reasons: a mended workbook is the source that
 * it was before. Merged titles hold for every column and row they cover. */
export function headerColumns(header: readonly RosterRow[], merges: readonly MergedRange[]): RosterColumn[] {
  const grid = titleGrid(header, merges)
  const width = Math.max(0, ...grid.map((titles) => titles.length))
  const seen = new Map<string, number>()
  const columns: RosterColumn[] = []
  for (let index = 0; index < width; index++) {
    const path = grid.map((titles) => titles[index] ?? '').filter((title, row, all) =>
      title !== '' && title !== all[row - 1])
    if (path.length === 0 || path.at(-1) === REASONS_TITLE) continue
    const base = path.join('/')
    const count = (seen.get(mappingKey(base)) ?? 0) + 1
    seen.set(mappingKey(base), count)
    columns.push({ index, letter: columnLetter(index), path, key: count === 1 ? base : `${base}#${count}` })
  }
  return columns
}

/** A mapping key without spaces, brackets and punctuation; the number of a repeated title stays. */
export function mappingKey(key: string): string {
  const repeat = /#(\d+)$/u.exec(key)?.[1]
  return normaliseHeader(repeat ? key.slice(0, -repeat.length - 1) : key) + (repeat ? `#${repeat}` : '')
}

function titleGrid(header: readonly RosterRow[], merges: readonly MergedRange[]): string[][] {
  const width = Math.max(0, ...header.map((row) => row.cells.length))
  const grid = header.map((row) => Array.from({ length: width }, (_, column) => textAt(row, column)))
  const top = header[0]?.number ?? 0
  const merged = merges.filter((merge) => merge.top >= top && merge.top < top + header.length)
  for (const merge of merged) {
    const text = grid[merge.top - top]?.[merge.left] ?? ''
    for (let row = merge.top - top; row <= Math.min(merge.bottom - top, header.length - 1); row++) {
      grid[row]?.fill(text, merge.left, merge.right + 1)
    }
  }
  if (merged.length === 0) spreadGroups(grid)
  return grid
}

// A .csv has no merges: a group title stands over its first column only. It reaches right as long as the
// cells beside it are empty and the row below has titles, and only where it stands over a title itself.
function spreadGroups(grid: string[][]) {
  for (let row = 0; row < grid.length - 1; row++) {
    const titles = grid[row] ?? []
    const below = grid[row + 1] ?? []
    let group = ''
    titles.forEach((title, column) => {
      if (title !== '') group = below[column] ? title : ''
      else if (group !== '' && below[column]) titles[column] = group
    })
  }
}
