import { sql } from 'kysely'
import type { CounterKey } from '@anye/contract/indicators/counters'
import type { Tree } from '@anye/contract/indicators/endpoints'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { rows, type Tx } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { getPlace, villagesOf, type Place } from '../../organization/organization.api.ts'
import { getCutOff } from '../parameters/parameter.store.ts'
import { findDay } from './ledger.store.ts'

export type LedgerRow = { key: CounterKey; opening: number; change: number; correction: number; closing: number }

/** The books of a closed day, summed over a place. */
export async function getLedger(ctx: Ctx, input: { day: string; place?: string | undefined; tree: Tree }) {
  const place = await getPlace(ctx.tx, input.place, input.tree)
  if ((await findDay(ctx.tx, input.day)) === undefined) throw new Refusal('not_found', { day: input.day })
  return { place: place.ref, day: input.day, rows: await sumLedger(ctx.tx, place, input.day) }
}

/** The lines of a day's books over a place: opening + change + correction = closing. */
export async function sumLedger(tx: Tx, place: Place, day: CalendarDate): Promise<LedgerRow[]> {
  return rows(tx, sql<LedgerRow>`
    select l.key, sum(l.opening)::int as opening, sum(l.change)::int as change, sum(l.correction)::int as correction,
      sum(l.closing)::int as closing
    from indicators.ledger l join organization.pub_village v on v.code = l.division
    where l.day = ${day} and ${villagesOf(place)} group by l.key order by l.key`)
}

/** Closed days, latest first. */
export async function listDays(ctx: Ctx, input: { limit: number }) {
  const days = await rows(ctx.tx, sql<{ day: string; state: 'closed' | 'reconstructed'; closedAt: Date }>`
    select day, state, closed_at as "closedAt" from indicators.day order by day desc limit ${input.limit}`)
  return {
    days: days.map((row) => ({ ...row, closedAt: row.closedAt.toISOString() })),
    cutOff: await getCutOff(ctx.tx, ctx.today),
    todayClosed: days[0]?.day === ctx.today && days[0].state === 'closed',
  }
}
