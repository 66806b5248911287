import type { ReactNode } from 'react'

export interface SheetColumn {
  key: string
  title: ReactNode
  align?: 'left' | 'nowrap' | 'center' | 'right'
}

interface SheetTableProps {
  title: string
  columns: readonly SheetColumn[]
  rows: readonly { key: string; id?: string; cells: readonly ReactNode[] }[]
  foot?: string | undefined
}

/** A table of an official document: ruled cells, head repeated on every page, a note below. */
export function SheetTable({ title, columns, rows, foot }: SheetTableProps) {
  return (
    <div className="sheet-table">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title: head }) => (
              <th key={key} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, id, cells }) => (
            <tr key={key} id={id}>
              {cells.map((cell, index) => (
                <td key={columns[index]?.key ?? index} className={`is-${columns[index]?.align ?? 'left'}`}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {foot && <p className="sheet-foot">{foot}</p>}
    </div>
  )
}
