import { isHead, RELATION } from '@anye/codes/relation'
import { findCode } from '@anye/codes/code-list'
import type { FilledRow } from './merge-fill.rules.ts'
import { textAt } from './roster-row.rules.ts'

/**
 * How rows were found to be one household: the same 户编号, one merged range, a head and those who follow, or
 * the sheet knows no households (`single`). `unknown`: the row belongs to some household and does not say to
 * which.
 */
export type Grouping = 'number' | 'merge' | 'head' | 'single' | 'unknown'

/** The rows of one household. `part` counts from 1 when a household has more rows than are held at once. */
export type RowGroup = { grouping: Grouping; rows: FilledRow[]; part: number }

/**
 * Columns that say who belongs together. `own`: merged over the members of one household and over no more.
 */
export type GroupColumns = {
  hhNo?: number
  village?: number
  headName?: number
  relation?: number
  own: readonly number[]
}

/** Rows of one household held at once; the largest real households have about twenty members. */
export const MAX_ROWS = 60

/**
 * Puts rows together as they stream by and holds one household at a time. `add` returns the household that
 * the new row closes; `flush` returns the last one, at the end of a sheet.
 */
export function createHouseholds(columns: GroupColumns) {
  let open: RowGroup | undefined
  const replace = (next: RowGroup | undefined) => {
    const closed = open
    open = next
    return closed
  }
  return {
    add(row: FilledRow): RowGroup | undefined {
      const grouping = joins(open, row, columns)
      if (grouping !== undefined && open) {
        if (open.rows.length < MAX_ROWS) {
          open.rows.push(row)
          return undefined
        }
        return replace({ grouping, rows: [row], part: open.part + 1 })
      }
      return replace({ grouping: startedBy(row, columns), rows: [row], part: 1 })
    },
    flush: () => replace(undefined),
  }
}

/** How `row` belongs to the open household, or undefined when it begins another. */
function joins(open: RowGroup | undefined, row: FilledRow, columns: GroupColumns): Grouping | undefined {
  const last = open?.rows.at(-1)
  const first = open?.rows[0]
  if (!open || !last || !first || open.grouping === 'single' || open.grouping === 'unknown') return undefined
  const hhNo = at(row, columns.hhNo)
  if (hhNo !== '') {
    const village = at(row, columns.village)
    const sameVillage = village === '' || village === at(first, columns.village)
    return hhNo === at(first, columns.hhNo) && sameVillage ? 'number' : undefined
  }
  if (columns.own.some((column) => row.spans.has(column))) {
    return columns.own.some((column) => sharesSpan(row, last, column)) ? 'merge' : undefined
  }
  const headName = at(row, columns.headName)
  if (headName !== '' && headName !== at(first, columns.headName)) return undefined
  const relation = at(row, columns.relation)
  if (relation === '') return headName === '' ? undefined : 'head'
  return isHeadText(relation) ? undefined : 'head'
}

function startedBy(row: FilledRow, columns: GroupColumns): Grouping {
  if (at(row, columns.hhNo) !== '') return 'number'
  if (columns.own.some((column) => row.spans.has(column))) return 'merge'
  if (at(row, columns.headName) !== '' || isHeadText(at(row, columns.relation))) return 'head'
  const saysNothing = [columns.hhNo, columns.relation, columns.headName].every((column) => column === undefined)
  return saysNothing ? 'single' : 'unknown'
}

function sharesSpan(row: FilledRow, last: FilledRow, column: number): boolean {
  const span = row.spans.get(column)
  return span !== undefined && span === last.spans.get(column)
}

function isHeadText(text: string): boolean {
  const code = text === '' ? undefined : findCode(RELATION, text)
  return code !== undefined && isHead(code)
}

function at(row: FilledRow, column: number | undefined): string {
  return column === undefined ? '' : textAt(row, column).replaceAll(' ', '')
}
