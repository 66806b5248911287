import { sql, type RawBuilder } from 'kysely'
import type { LineFilter, LineSort } from '@anye/contract/cards/lines/endpoints'
import type { LineRow } from '@anye/contract/cards/lines/line'
import { readCursor, writeCursor } from '../../../platform/cursor.ts'
import { firstRow } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { lineConditions, monthOfFilter } from './line-conditions.query.ts'
import { lineRows, linesToCount } from './line-rows.query.ts'

const COUNT_MOST = 100_000

/** What each order compares, with the type of every part; all end with the person, so that no two lines are equal. */
const KEYS: Record<LineSort, { parts: RawBuilder<unknown>[]; bound: (key: (string | number | null)[]) => RawBuilder<unknown>[] }> = {
  place: {
    parts: [sql`l.division`, sql`l.household_id`, sql`l.person_id`],
    bound: ([division, household, person]) => [sql`${division}::text collate "C"`, sql`${household}::uuid`, sql`${person}::uuid`],
  },
  checkedAt: {
    // Cursors carry milliseconds, the database microseconds.
    parts: [sql`date_trunc('milliseconds', coalesce(l.checked_at, '-infinity'))`, sql`l.division`, sql`l.person_id`],
    bound: ([at, division, person]) => [sql`coalesce(${at}::timestamptz, '-infinity')`, sql`${division}::text collate "C"`, sql`${person}::uuid`],
  },
  unchanged: {
    parts: [sql`(l.months_unchanged + 1) * coalesce(l.no_change, false)::int`, sql`l.division`, sql`l.person_id`],
    bound: ([months, division, person]) => [sql`${months}::int`, sql`${division}::text collate "C"`, sql`${person}::uuid`],
  },
}

function keyOf(sort: LineSort, line: LineRow): (string | number | null)[] {
  if (sort === 'place') return [line.villageCode, line.householdId, line.personId]
  const first = sort === 'checkedAt' ? line.checkedAt : line.noChange === true ? line.monthsUnchanged + 1 : 0
  return [first, line.villageCode, line.personId]
}

type Wanted = LineFilter & { cursor?: string | undefined; limit: number; sort: LineSort; direction: 'ascending' | 'descending' }

/** Lines of a month in scope by filter, page by page in the wanted order. */
export async function listLines(ctx: Ctx, input: Wanted) {
  const month = await monthOfFilter(ctx, input.month)
  const where = await lineConditions(ctx, month, input)
  const after = readCursor(input.cursor, 3)
  const { parts, bound } = KEYS[input.sort]
  const [compare, turn] = input.direction === 'descending' ? [sql`<`, sql` desc`] : [sql`>`, sql``]
  const beyond = after === undefined ? sql`true` : sql`(${sql.join(parts)}) ${compare} (${sql.join(bound(after))})`
  const order = sql.join(parts.map((part) => sql`${part}${turn}`))
  const found = await lineRows(ctx, sql`where ${where} and ${beyond} order by ${order} limit ${input.limit + 1}`)
  const shown = found.slice(0, input.limit)
  const last = shown.at(-1)
  const counted = await firstRow(ctx.tx, sql<{ total: number }>`
    select count(*)::int as total from (select 1 from ${linesToCount(input)} where ${where} limit ${COUNT_MOST + 1}) counted`)
  ctx.audit.about('card_line_list', String(shown.length))
  return {
    month, rows: shown,
    nextCursor: found.length > input.limit && last !== undefined ? writeCursor(keyOf(input.sort, last)) : null,
    total: counted !== undefined && counted.total <= COUNT_MOST ? counted.total : null,
  }
}
