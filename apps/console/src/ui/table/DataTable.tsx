import { ConfigProvider } from 'antd'
import type { ReactNode } from 'react'
import { EmptyState } from '../states/EmptyState.tsx'
import { TableSkeleton } from '../states/TableSkeleton.tsx'
import { ColumnChoice } from './ColumnChoice.tsx'
import { visibleColumns } from './column.ts'
import type { Column, Sort } from './column.ts'
import { HeaderRow } from './HeaderRow.tsx'
import { Pager } from './Pager.tsx'
import type { Paging } from './Pager.tsx'
import { useRowKeys } from './use-row-keys.ts'
import { useStoredChoice } from './use-stored-choice.ts'
import './data-table.css'

export interface DataTableProps<Row> {
  /** Unique in the console: the choice of columns is remembered under it. */
  name: string
  /** What the table lists, for screen readers and the printed head. */
  caption: string
  columns: readonly Column<Row>[]
  /** Undefined while loading. */
  rows: readonly Row[] | undefined
  rowKey: (row: Row) => string
  /** Enter on a row, or a click beside its links, opens this. */
  onOpen?: (row: Row) => void
  /** Marks a row, for example the one that sums the others. */
  isTotal?: (row: Row) => boolean
  sort?: Sort
  onSort?: (sort: Sort) => void
  paging?: Paging
  /** Filters, at the left above the table. */
  filters?: ReactNode
  /** Export and other actions, at the right above the table. */
  actions?: ReactNode
  empty?: ReactNode
}

/**
 * The table of the console: hairlines, 30 px rows, sticky head and first column, arrow keys between rows, sorting
 * and paging left to the server. A plain `table`, so that it prints with repeated heads and reads aloud as one.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, caption, paging } = props
  const [chosen, choose] = useStoredChoice(`anye.columns.${props.name}`)
  const shown = visibleColumns(columns, chosen)
  const onKeyDown = useRowKeys()
  const hasChoice = columns.some(({ optional }) => optional)
  return (
    <div className="data-table-frame">
      {(props.filters || props.actions || hasChoice) && (
        // One height for all filters, or each page would have its own.
        <ConfigProvider componentSize="small">
          <div className="data-table-bar screen-only">
            <div className="data-table-filters">{props.filters}</div>
            <div className="data-table-actions">
              {props.actions}
              {hasChoice && <ColumnChoice columns={columns} shown={shown} onChoose={choose} />}
            </div>
          </div>
        </ConfigProvider>
      )}
      <div className="data-table-scroll">
        <table className="data-table" onKeyDown={onKeyDown}>
          <caption className="visually-hidden">{caption}</caption>
          <HeaderRow columns={shown} sort={props.sort} onSort={props.onSort} />
          <tbody>
            {rows?.map((row) => <BodyRow key={props.rowKey(row)} row={row} columns={shown} table={props} />)}
          </tbody>
        </table>
        {rows === undefined && <TableSkeleton columns={shown.length} />}
        {rows?.length === 0 && (props.empty ?? <EmptyState />)}
      </div>
      {paging && rows && rows.length > 0 && <Pager paging={paging} count={rows.length} />}
    </div>
  )
}

interface BodyRowProps<Row> {
  row: Row
  columns: readonly Column<Row>[]
  table: DataTableProps<Row>
}

function BodyRow<Row>({ row, columns, table }: BodyRowProps<Row>) {
  const { onOpen, isTotal } = table
  const open = onOpen ? () => onOpen(row) : undefined
  return (
    <tr
      className={isTotal?.(row) ? 'is-total' : open ? 'can-open' : undefined}
      tabIndex={open ? 0 : undefined}
      onClick={(event) => {
        // Links and buttons inside the row keep their own meaning, selecting text is not a click, and a dialog that a cell opened
        // lies elsewhere in the document although React says that its clicks come through here.
        const { currentTarget: row, target } = event
        const isBeside = target instanceof Element && row.contains(target) && !target.closest('a, button, input, label')
        if (isBeside && getSelection()?.isCollapsed !== false) open?.()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) open?.()
      }}
    >
      {columns.map((column, index) => {
        const className = column.align === 'number' ? 'number' : undefined
        return index === 0 ? (
          <th key={column.key} scope="row" className={className}>{column.render(row)}</th>
        ) : (
          <td key={column.key} className={className}>{column.render(row)}</td>
        )
      })}
    </tr>
  )
}
