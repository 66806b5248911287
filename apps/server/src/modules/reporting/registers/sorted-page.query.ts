import { sql, type RawBuilder } from 'kysely'
import { readCursor } from '../../../platform/cursor.ts'
import { Refusal } from '../../../platform/refusal.ts'

/** What a list may be sorted by. `unknownLast` is the type of a key that may be null; `reverse` runs against the key. */
export type SortKey = { key: RawBuilder<unknown>; unknownLast?: 'date' | 'numeric'; reverse?: boolean }

type Page = { sort: SortKey; id: RawBuilder<unknown>; source: RawBuilder<unknown>; descending: boolean; cursor: string | undefined }
export type SortedPage = { key: RawBuilder<unknown>; direction: RawBuilder<unknown>; beyond: RawBuilder<unknown> }

/**
 * Order and continuation of a sorted list. The cursor carries only the id of the last row shown, and the database looks
 * its key up again: a name or a wage in the cursor would hand a masked reader what the row hides. Every order ends with
 * the id, so pages never overlap, ties included.
 */
export function sortedPage({ sort, id, source, descending, cursor }: Page): SortedPage {
  const falls = descending !== (sort.reverse ?? false)
  const key = sort.unknownLast === undefined
    ? sort.key
    : sql`coalesce(${sort.key}, ${sql.lit(falls ? '-infinity' : 'infinity')}::${sql.raw(sort.unknownLast)})`
  const last = lastShown(cursor)
  const beyond = last === undefined
    ? sql`true`
    : sql`(${key}, ${id}) ${sql.raw(falls ? '<' : '>')} ((select ${key} from ${source} where ${id} = ${last}::uuid), ${last}::uuid)`
  return { key, beyond, direction: sql.raw(falls ? 'desc' : 'asc') }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function lastShown(cursor: string | undefined): string | undefined {
  const [last] = readCursor(cursor, 1) ?? []
  if (last === undefined) return undefined
  if (typeof last === 'string' && UUID.test(last)) return last
  throw new Refusal('request_invalid', { field: 'cursor' })
}
