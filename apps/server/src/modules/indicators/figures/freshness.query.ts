import { sql } from 'kysely'
import type { z } from 'zod'
import type { Freshness } from '@anye/contract/indicators/endpoints'
import { monthOf, type CalendarDate } from '@anye/kernel/calendar-date'
import { firstRow, type Tx } from '../../../platform/db.ts'
import { villagesOf, type Place } from '../../organization/organization.api.ts'
import type { Source } from './sums.query.ts'

/** How fresh the numbers of a place are, and over which frozen base they stand. */
export async function getFreshness(tx: Tx, place: Place, source: Source, today: CalendarDate): Promise<z.infer<typeof Freshness>> {
  const day = source.live ? today : source.day
  const base = await firstRow(tx, sql<{ month: string; frozenOn: CalendarDate }>`
    select month, frozen_on as "frozenOn" from indicators.base_month where month = ${monthOf(day)} and frozen_on <= ${day}`)
  const closed = await firstRow(tx, sql<{ at: Date }>`select closed_at as at from indicators.day where day = ${day}`)
  const computed = await firstRow(tx, sql<{ at: Date | null; pending: number }>`
    select max(c.computed_at) as at,
      (select count(distinct t.division)::int from registry.pub_village_touch t join organization.pub_village v on v.code = t.division
        where ${villagesOf(place)}) as pending
    from indicators.village_computed c join organization.pub_village v on v.code = c.division where ${villagesOf(place)}`)
  return {
    day, live: source.live, reconstructed: !source.live && !source.frozen, computedAt: (source.live ? computed?.at : closed?.at)?.toISOString() ?? null,
    pendingVillages: source.live ? (computed?.pending ?? 0) : 0, base: base ?? null,
  }
}
