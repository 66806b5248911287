import { sql } from 'kysely'
import type { CheckEntry } from '@anye/contract/cards/lines/line'
import { rows } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { lineRows } from './line-rows.query.ts'

type CheckRecord = Omit<CheckEntry, 'observedAt' | 'receivedAt'> & { observed_at: Date; received_at: Date }

/** A line with every check ever made of it, the latest observation first: two that disagree stand side by side. */
export async function getLine(ctx: Ctx, { month, personId }: { month: string; personId: string }) {
  const [line] = await lineRows(ctx, sql`where l.month = ${month} and l.person_id = ${personId}`)
  if (line === undefined) throw new Refusal('not_found')
  const checks = await rows(ctx.tx, sql<CheckRecord>`
    select c.id, c.observed_at, c.received_at, c.clock_wrong as "clockWrong", c.late, c.method, c.place, c.status, c.no_change as "noChange", c.job,
      c.services, c.note, u.name as by, c.checked_by as "byId", c.on_behalf as "onBehalf", coalesce(c.id = l.check_id, false) as holds,
      -- A reviewer's word on two that disagreed moves the job from one to the other.
      case when c.id = s.check_id then true when c.id = s.over_id then false else c.applied end as applied,
      case when c.id = s.check_id then w.name end as "settledBy"
    from cards.check c join cards.line l on l.month = c.month and l.person_id = c.person_id
    left join organization.pub_user u on u.id = c.checked_by
    left join lateral (
      select t.check_id, t.over_id, t.settled_by from cards.settlement t
      where t.person_id = c.person_id and t.month = c.month order by t.settled_at desc, t.id desc limit 1) s on true
    left join organization.pub_user w on w.id = s.settled_by
    where c.month = ${month} and c.person_id = ${personId} order by c.observed_at desc, c.id desc`)
  ctx.audit.about('card_line', personId, line.villageCode)
  return {
    line,
    checks: checks.map(({ observed_at, received_at, ...check }) => ({
      ...check, observedAt: observed_at.toISOString(), receivedAt: received_at.toISOString(),
    })),
  }
}
