import { sql, type RawBuilder } from 'kysely'
import type { LineFilter } from '@anye/contract/cards/lines/endpoints'
import type { Ctx } from '../../../platform/http/context.ts'
import { getPlace, villagesOf } from '../../organization/organization.api.ts'
import { findCandidates } from '../../registry/registry.api.ts'
import { cardParametersOn } from '../card-parameters.store.ts'
import { cardMonthOn } from '../months/card-month.rules.ts'

/** The month of a filter, else the one that is open today. */
export async function monthOfFilter(ctx: Pick<Ctx, 'tx' | 'today'>, month: string | undefined): Promise<string> {
  return month ?? cardMonthOn(ctx.today, await cardParametersOn(ctx.tx, ctx.today))
}

/** The conjunction of a filter's conditions over LINE_SOURCE; the bulk review takes the same. */
export async function lineConditions(
  ctx: Pick<Ctx, 'tx' | 'services'>, month: string, filter: Omit<LineFilter, 'month'>,
): Promise<RawBuilder<unknown>> {
  const conditions: RawBuilder<unknown>[] = [sql`l.month = ${month}`]
  if (filter.place !== undefined) conditions.push(villagesOf(await getPlace(ctx.tx, filter.place, 'unit')))
  if (filter.search !== undefined) {
    const found = await findCandidates(ctx.tx, ctx.services.cipher, filter.search, ctx.services.synthetic)
    conditions.push(sql`l.person_id = any (${found.map((candidate) => candidate.person_id)}::uuid[])`)
  }
  if (filter.state !== undefined) conditions.push(sql`l.state = ${filter.state}`)
  if (filter.status !== undefined) conditions.push(sql`coalesce(l.status, l.known_status) = ${filter.status}`)
  if (filter.groupName !== undefined) conditions.push(sql`h.group_name = ${filter.groupName}`)
  if (filter.late !== undefined) conditions.push(sql`coalesce(l.late, false) = ${filter.late}`)
  if (filter.inDispute !== undefined) conditions.push(sql`l.in_dispute = ${filter.inDispute}`)
  if (filter.noChange !== undefined) conditions.push(sql`l.no_change = ${filter.noChange}`)
  // The month itself counts once it was confirmed unchanged.
  if (filter.unchangedMonths !== undefined) conditions.push(sql`l.months_unchanged + coalesce(l.no_change, false)::int >= ${filter.unchangedMonths}`)
  return sql.join(conditions, sql` and `)
}
