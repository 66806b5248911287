import { useT } from '../../app/i18n/locale.tsx'
import { nextSort } from './column.ts'
import type { Column, Sort } from './column.ts'

interface HeaderRowProps<Row> {
  columns: readonly Column<Row>[]
  sort: Sort | undefined
  onSort: ((sort: Sort) => void) | undefined
}

export function HeaderRow<Row>({ columns, sort, onSort }: HeaderRowProps<Row>) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            className={column.align === 'number' ? 'number' : undefined}
            style={column.width ? { width: column.width, minWidth: column.width } : undefined}
            aria-sort={sort?.key === column.key ? sort.direction : undefined}
          >
            {column.sortable && onSort ? (
              <SortButton column={column} sort={sort} onSort={onSort} />
            ) : (
              <HeadText column={column} />
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function HeadText<Row>({ column }: { column: Column<Row> }) {
  return (
    <>
      {column.title}
      {column.unit && <span className="data-table-unit">{column.unit}</span>}
    </>
  )
}

interface SortButtonProps<Row> {
  column: Column<Row>
  sort: Sort | undefined
  onSort: (sort: Sort) => void
}

function SortButton<Row>({ column, sort, onSort }: SortButtonProps<Row>) {
  const t = useT()
  const direction = sort?.key === column.key ? sort.direction : 'none'
  return (
    <button
      type="button"
      className="data-table-sort"
      title={t(`table.sort.${direction}`, { name: column.title })}
      onClick={() => onSort(nextSort(column, sort))}
    >
      <HeadText column={column} />
      <svg width="8" height="10" viewBox="0 0 8 10" aria-hidden="true">
        <path d="M4 0 7.5 4h-7Z" className={direction === 'ascending' ? 'is-on' : undefined} />
        <path d="M4 10 .5 6h7Z" className={direction === 'descending' ? 'is-on' : undefined} />
      </svg>
    </button>
  )
}
