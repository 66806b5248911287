import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import type { Sort } from '../ui/table/column.ts'
import type { Paging } from '../ui/table/Pager.tsx'

export interface PageOfRows {
  nextCursor: string | null
  total: number | null
  rows: readonly unknown[]
}

const CURSOR = 'cursor'
const SORT = 'sort'
/** Cursors of the pages before this one, so that the way back survives a reload. */
const TRAIL = 'trail'
const OFFSET = 'offset'

/**
 * Filters, sort and page of a list, kept in the address: a list can be sent to a colleague and comes back as it was.
 * Changing a filter or the sort goes to the first page.
 */
export function useListState() {
  const [search, setSearch] = useSearchParams()

  const setFilter = useCallback(
    (name: string, value: string | undefined) => {
      setSearch((current) => {
        const next = new URLSearchParams(current)
        for (const key of [CURSOR, TRAIL, OFFSET]) next.delete(key)
        if (value) next.set(name, value)
        else next.delete(name)
        return next
      }, { replace: true })
    },
    [setSearch],
  )

  const [key, direction] = (search.get(SORT) ?? '').split(':')
  const sort: Sort | undefined = key
    ? { key, direction: direction === 'descending' ? 'descending' : 'ascending' }
    : undefined

  return {
    /** Value of a filter, undefined when it is not set. */
    filter: (name: string) => search.get(name) ?? undefined,
    setFilter,
    clear: () => setSearch({}, { replace: true }),
    sort,
    setSort: (next: Sort) => setFilter(SORT, `${next.key}:${next.direction}`),
    cursor: search.get(CURSOR) ?? undefined,
    pagingOf: (page: PageOfRows | undefined): Paging => pagingOf(page, search, setSearch),
  }
}

function pagingOf(
  page: PageOfRows | undefined,
  search: URLSearchParams,
  setSearch: (next: URLSearchParams) => void,
): Paging {
  const offset = Number(search.get(OFFSET) ?? 0)
  const trail = search.getAll(TRAIL)
  const go = (cursor: string | undefined, nextTrail: readonly string[], nextOffset: number) => {
    const next = new URLSearchParams(search)
    for (const key of [CURSOR, TRAIL, OFFSET]) next.delete(key)
    if (cursor) next.set(CURSOR, cursor)
    for (const earlier of nextTrail) next.append(TRAIL, earlier)
    if (nextOffset > 0) next.set(OFFSET, String(nextOffset))
    setSearch(next)
  }
  const nextCursor = page?.nextCursor
  return {
    offset,
    total: page?.total ?? undefined,
    onNext: nextCursor && page
      ? () => go(nextCursor, [...trail, `${offset}~${search.get(CURSOR) ?? ''}`], offset + page.rows.length)
      : undefined,
    onPrevious: trail.length > 0
      ? () => {
          const [start = '0', ...cursor] = (trail.at(-1) ?? '').split('~')
          go(cursor.join('~') || undefined, trail.slice(0, -1), Number(start))
        }
      : undefined,
  }
}
