import { sql, type RawBuilder } from 'kysely'
import type { WeakGroupRow } from '@anye/contract/organization/weak-groups/endpoints'
import { writeCursor } from '../../../platform/cursor.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { getPlace, villagesOf } from '../../organization/organization.api.ts'
import { countUpTo } from '../registers/count-up-to.query.ts'
import { sortedPage, type SortKey } from '../registers/sorted-page.query.ts'
import { WEAK_GROUP_ALERT, weakGroupRows, weakGroupSource } from './weak-group-rows.query.ts'

type Sort = 'place' | 'unemployed' | 'found_work' | 'listed_on'
type Request = {
  place?: string | undefined; delisted: boolean; alert: boolean; sort: Sort; descending: boolean; cursor?: string | undefined; limit: number
}

const SORTS: Record<Sort, SortKey> = {
  place: { key: sql`w.division` }, unemployed: { key: sql`n.unemployed` }, found_work: { key: sql`n.found` }, listed_on: { key: sql`w.listed_on` },
}

/** Weak groups of a place with their results (S72-S75), sorted, by cursor. */
export async function listWeakGroups(ctx: Ctx, input: Request) {
  const source = weakGroupSource(ctx.today)
  const where = await conditionsOf(ctx, input)
  const { key, beyond, direction } = sortedPage({
    sort: SORTS[input.sort], id: sql`w.id`, source, descending: input.descending, cursor: input.cursor,
  })
  const found = await weakGroupRows(ctx.tx, ctx.today, sql`where ${where} and ${beyond}
    order by ${key} ${direction}, w.id ${direction} limit ${input.limit + 1}`)
  const shown = found.slice(0, input.limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ note: _note, delistNote: _delistNote, version: _version, ...row }): WeakGroupRow => row),
    nextCursor: found.length > input.limit && last !== undefined ? writeCursor([last.id]) : null,
    total: await countUpTo(ctx.tx, sql`${source} where ${where}`),
  }
}

async function conditionsOf(ctx: Ctx, { place, delisted, alert }: Request): Promise<RawBuilder<unknown>> {
  const conditions: RawBuilder<unknown>[] = [delisted ? sql`w.delisted_on is not null` : sql`w.delisted_on is null`]
  if (place !== undefined) conditions.push(villagesOf(await getPlace(ctx.tx, place, 'unit')))
  if (alert) conditions.push(sql`${WEAK_GROUP_ALERT} is not null`)
  return sql.join(conditions, sql` and `)
}
