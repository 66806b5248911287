import { sql } from 'kysely'
import type { Exemption } from '@anye/contract/registry/persons/person'
import { addMonths, type CalendarDate } from '@anye/kernel/calendar-date'
import { readCursor, writeCursor } from '../../../platform/cursor.ts'
import { firstRow, rows } from '../../../platform/db.ts'
import { maskFor } from '../../../platform/crypto/mask.rules.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'

type Reason = 'carer' | 'pregnancy' | 'nursing' | 'illness' | 'other'

/** At most six months, nursing twelve, then re-assess (DOMAIN section 4). */
function longestMonths(reason: Reason): number {
  return reason === 'nursing' ? 12 : 6
}

/** Asks that a person be exempt for a time; it counts only once the township approved it. */
export async function askExemption(
  ctx: Ctx, input: { personId: string; reason: Reason; note?: string | undefined; fromOn: CalendarDate; untilOn: CalendarDate },
) {
  const person = await firstRow(ctx.tx, sql<{ division: string }>`select division from registry.person where id = ${input.personId}`)
  if (person === undefined) throw new Refusal('not_found')
  if (input.untilOn < input.fromOn || input.untilOn > addMonths(input.fromOn, longestMonths(input.reason))) throw new Refusal('episode_dates_invalid')
  const id = ctx.newId()
  await sql`insert into registry.exemption (id, person_id, division, reason, from_on, until_on, asked_by)
    values (${id}, ${input.personId}, ${person.division}, ${input.reason}, ${input.fromOn}, ${input.untilOn}, ${ctx.actor.userId})`.execute(ctx.tx)
  ctx.audit.about('exemption', id, person.division)
  ctx.audit.change(null, { personId: input.personId, reason: input.reason, fromOn: input.fromOn, untilOn: input.untilOn })
  if (input.note !== undefined) ctx.audit.reason(input.note)
  return { id }
}

/** Approves an exemption; who asked may not approve. */
export async function approveExemption(ctx: Ctx, input: { id: string }) {
  const exemption = await firstRow(ctx.tx, sql<{ division: string; asked_by: string | null; approved_at: Date | null }>`
    select division, asked_by, approved_at from registry.exemption where id = ${input.id} for update`)
  if (exemption === undefined) throw new Refusal('not_found')
  if (exemption.approved_at !== null) throw new Refusal('already_done')
  if (exemption.asked_by === ctx.actor.userId) throw new Refusal('separation_of_duties')
  await sql`update registry.exemption set approved_by = ${ctx.actor.userId}, approved_at = ${new Date(ctx.now)}, version = version + 1
    where id = ${input.id}`.execute(ctx.tx)
  ctx.audit.about('exemption', input.id, exemption.division)
  ctx.audit.change({ approved: false }, { approved: true })
  return { id: input.id }
}

type Row = Omit<Exemption, 'personName'> & { name: string; place: string }

/** Exemptions in scope, those that wait for approval first when asked for. */
export async function listExemptions(
  ctx: Ctx, input: { place?: string | undefined; state?: 'asked' | 'approved' | undefined; cursor?: string | undefined; limit: number },
) {
  const after = readCursor(input.cursor, 2)
  const found = await rows(ctx.tx, sql<Row>`
    select x.id, x.person_id as "personId", q.name, x.reason, x.from_on as "fromOn", x.until_on as "untilOn",
      case when x.approved_at is null then 'asked' else 'approved' end as state, a.name as "askedBy", b.name as "approvedBy",
      v.township_name || v.name as place
    from registry.exemption x join registry.person q on q.id = x.person_id
    join organization.pub_village v on v.code = x.division
    left join organization.pub_user a on a.id = x.asked_by left join organization.pub_user b on b.id = x.approved_by
    where (${input.place ?? null}::text is null or starts_with(x.division, ${input.place ?? ''}))
      and (${input.state ?? null}::text is null or (x.approved_at is null) = (${input.state ?? null} = 'asked'))
      and (${after === undefined} or (x.from_on, x.id) < (${after?.[0] ?? null}::date, ${after?.[1] ?? null}::uuid))
    order by x.from_on desc, x.id desc limit ${input.limit + 1}`)
  const shown = found.slice(0, input.limit)
  const last = shown.at(-1)
  ctx.audit.about('exemption_list', String(shown.length))
  return {
    rows: shown.map(({ name, ...row }) => ({ ...row, personName: maskFor(ctx.fieldLevel, 'name', name) ?? '—' })),
    nextCursor: found.length > input.limit && last !== undefined ? writeCursor([last.fromOn, last.id]) : null, total: null,
  }
}
