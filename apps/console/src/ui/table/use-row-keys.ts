import { useCallback } from 'react'
import type { KeyboardEvent } from 'react'

function siblingRow(row: HTMLTableRowElement, key: string): Element | null | undefined {
  const rows = row.parentElement?.children
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return row.nextElementSibling
    case 'ArrowUp':
    case 'k':
      return row.previousElementSibling
    case 'Home':
      return rows?.[0]
    case 'End':
      return rows?.[rows.length - 1]
    default:
      return undefined
  }
}

/** Arrow keys (and j, k), Home and End move between the rows of a table whose rows take the focus. */
export function useRowKeys() {
  return useCallback((event: KeyboardEvent<HTMLTableElement>) => {
    if (!(event.target instanceof HTMLTableRowElement) || event.ctrlKey || event.metaKey || event.altKey) return
    const row = siblingRow(event.target, event.key)
    if (!(row instanceof HTMLElement)) return
    event.preventDefault()
    row.focus()
  }, [])
}
