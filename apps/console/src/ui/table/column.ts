import type { ReactNode } from 'react'

export type SortDirection = 'ascending' | 'descending'

export interface Sort {
  key: string
  direction: SortDirection
}

/** One column of a DataTable. */
export interface Column<Row> {
  /** Stable: sort parameter in the address and key of the remembered choice of columns. */
  key: string
  title: string
  /** Figures go right, words left. */
  align?: 'text' | 'number'
  /** Under the title in small print: 户, %, 元/月. */
  unit?: string
  /** Pixels; a column without one shares what is left. */
  width?: number
  sortable?: boolean
  /** Hidden until chosen. */
  optional?: boolean
  /** May not be hidden. The first column never may. */
  required?: boolean
  render: (row: Row) => ReactNode
}

/** Columns in their own order, by what the viewer chose; without a choice, all that are not optional. */
export function visibleColumns<Row>(
  columns: readonly Column<Row>[],
  chosen: readonly string[] | undefined,
): readonly Column<Row>[] {
  return columns.filter((column, index) => {
    if (index === 0 || column.required) return true
    return chosen ? chosen.includes(column.key) : !column.optional
  })
}

/** First click sorts figures from the largest and words from the first; a second click turns it round. */
export function nextSort<Row>(column: Column<Row>, current: Sort | undefined): Sort {
  if (current?.key === column.key) {
    return { key: column.key, direction: current.direction === 'ascending' ? 'descending' : 'ascending' }
  }
  return { key: column.key, direction: column.align === 'number' ? 'descending' : 'ascending' }
}
