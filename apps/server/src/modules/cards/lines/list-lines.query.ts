import { sql } from 'kysely'
import type { LineFilter } from '@anye/contract/cards/lines/endpoints'
import { readCursor, writeCursor } from '../../../platform/cursor.ts'
import { firstRow } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { lineConditions, monthOfFilter } from './line-conditions.query.ts'
import { LINE_SOURCE, lineRows } from './line-rows.query.ts'

const COUNT_MOST = 100_000

/** Lines of a month in scope by filter, in the order of village, household and person. */
export async function listLines(ctx: Ctx, input: LineFilter & { cursor?: string | undefined; limit: number }) {
  const month = await monthOfFilter(ctx, input.month)
  const where = await lineConditions(ctx, month, input)
  const after = readCursor(input.cursor, 3)
  const beyond = after === undefined
    ? sql`true` : sql`(l.division, l.household_id, l.person_id) > (${after[0]}::text collate "C", ${after[1]}::uuid, ${after[2]}::uuid)`
  const found = await lineRows(ctx, sql`where ${where} and ${beyond} order by l.division, l.household_id, l.person_id limit ${input.limit + 1}`)
  const shown = found.slice(0, input.limit)
  const last = shown.at(-1)
  const counted = await firstRow(ctx.tx, sql<{ total: number }>`
    select count(*)::int as total from (select 1 from ${LINE_SOURCE} where ${where} limit ${COUNT_MOST + 1}) counted`)
  ctx.audit.about('card_line_list', String(shown.length))
  return {
    month, rows: shown,
    nextCursor: found.length > input.limit && last !== undefined ? writeCursor([last.villageCode, last.householdId, last.personId]) : null,
    total: counted !== undefined && counted.total <= COUNT_MOST ? counted.total : null,
  }
}
