import { sql } from 'kysely'
import type { ZeroHousehold } from '@anye/contract/indicators/endpoints'
import { addWorkdays } from '../../../platform/workdays.rules.ts'
import { firstOpenClock } from '../compute/zero-clock.rules.ts'
import { daysBetween, type CalendarDate } from '@anye/kernel/calendar-date'
import { maskFor } from '../../../platform/crypto/mask.rules.ts'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { contactNameOn } from '../../registry/registry.api.ts'
import { readCursor, writeCursor } from '../../../platform/cursor.ts'
import { villagesOf, type Place } from '../../organization/organization.api.ts'
import { keptStates } from './source.query.ts'
import type { Source } from './sums.query.ts'

export type ZeroAsk = { place: Place; source: Source; day: CalendarDate; clearDays: number }

/** Open zero-employment households of a place, and those whose clock ran out (S23). */
export async function countZero(
  tx: Tx, { place, source, day, clearDays }: ZeroAsk,
): Promise<{ open: number; overdue: number }> {
  const oldest = firstOpenClock(day, clearDays)
  const found = await firstRow(tx, sql<{ open: number; overdue: number }>`
    select count(*)::int as open, count(*) filter (where s.zero_since < ${oldest})::int as overdue
    from ${keptStates('household', source)} s join organization.pub_village v on v.code = s.division
    where s.zero and ${villagesOf(place)}`)
  return found ?? { open: 0, overdue: 0 }
}

/**
 * Whose turn it is before others' (S30): poor and monitored households, then those on the edge, then resettled ones. Over
 * a state `s`, live or frozen.
 */
export const zeroTier = sql<number>`case when s.poor then 1 when s.edge then 2 when s.resettled then 3 else 4 end`

type Row = {
  tier: number
  household_id: string; division: string; zero_since: CalendarDate; labourers: number; available: number; resettled: boolean
  type: string; head_name: string | null; group_name: string | null; contact_name: string | null; place: string
}

/** Zero-employment households in the order to call them: by tier, in a tier the longest without work first. */
export async function listZero(
  ctx: Ctx, ask: ZeroAsk, page: { limit: number; cursor: string | undefined },
): Promise<{ rows: ZeroHousehold[]; nextCursor: string | null }> {
  const after = readCursor(page.cursor, 3)
  const found = await rows(ctx.tx, sql<Row>`
    select ${zeroTier} as tier, s.household_id, s.division, s.zero_since, s.labourers, s.available, s.resettled,
      h.type, h.head_name, h.group_name, ${contactNameOn(sql`h.id`, ask.day)} as contact_name, v.township_name || v.name as place
    from ${keptStates('household', ask.source)} s
    join registry.pub_household h on h.id = s.household_id
    join organization.pub_village v on v.code = s.division
    where s.zero and ${villagesOf(ask.place)}
      and (${after === undefined} or (${zeroTier}, s.zero_since, s.household_id)
        > (${after?.[0] ?? null}::int, ${after?.[1] ?? null}::date, ${after?.[2] ?? null}::uuid))
    order by 1, s.zero_since, s.household_id limit ${page.limit + 1}`)
  const shown = found.slice(0, page.limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => zeroHousehold(ctx, row, ask)),
    nextCursor: found.length > page.limit && last !== undefined ? writeCursor([last.tier, last.zero_since, last.household_id]) : null,
  }
}

function zeroHousehold(ctx: Ctx, row: Row, { clearDays, day }: ZeroAsk): ZeroHousehold {
  const dueOn = addWorkdays(row.zero_since, clearDays)
  return {
    householdId: row.household_id, place: row.place, villageCode: row.division, groupName: row.group_name,
    headName: maskFor(ctx.fieldLevel, 'name', row.head_name) ?? '—', type: row.type, resettled: row.resettled,
    labourers: row.labourers, available: row.available, since: row.zero_since, dueOn,
    daysLeft: daysBetween(day, dueOn), contactName: row.contact_name,
  }
}
