import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { ZeroCaseStage } from '@anye/contract/command/cases/endpoints'
import type { ZeroCaseEvent, ZeroCaseMark, ZeroCaseRow } from '@anye/contract/command/cases/zero-case'
import type { Tree } from '@anye/contract/indicators/endpoints'
import { daysBetween, type CalendarDate } from '@anye/kernel/calendar-date'
import { maskFor } from '../../../platform/crypto/mask.rules.ts'
import { readCursor, writeCursor } from '../../../platform/cursor.ts'
import { firstRow, rows } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { addWorkdays } from '../../../platform/workdays.rules.ts'
import { getParametersOn, listZeroHouseholds as listZero } from '../../indicators/indicators.api.ts'
import { getPlace, villagesOf } from '../../organization/organization.api.ts'
import { contactNameOn } from '../../registry/registry.api.ts'
import { listVerifiedJobs } from './verified-jobs.query.ts'

type Stage = z.infer<typeof ZeroCaseStage>
type Found = Omit<ZeroCaseRow, 'dueOn' | 'daysLeft' | 'headName'> & { id: string; headName: string | null }

/** Relation `c` with the village and what the indicators say of the household now. */
const CASE_SOURCE: RawBuilder<unknown> = sql`command.zero_case c
  join organization.pub_village v on v.code = c.division
  left join indicators.pub_household_state s on s.household_id = c.household_id`

const PLACED = sql`coalesce(s.employed, 0) > 0`
const OF_STAGE: Record<Stage, RawBuilder<boolean>> = {
  open: sql`(c.state = 'open' and not ${PLACED})`, placed: sql`(c.state = 'open' and ${PLACED})`, proposed: sql`c.state = 'proposed'`, closed: sql`c.state = 'closed'`,
}

/** Cases of a place by how far they are, the longest without work first (S23). */
export async function listZeroCases(ctx: Ctx, input: { place?: string | undefined; stage: Stage; cursor?: string | undefined; limit: number }) {
  const place = await getPlace(ctx.tx, input.place, 'unit')
  const after = readCursor(input.cursor, 2)
  const beyond = after === undefined ? sql`true` : sql`(c.zero_since, c.household_id) > (${after[0]}::date, ${after[1]}::uuid)`
  const found = await caseRows(ctx, sql`where ${villagesOf(place)} and ${OF_STAGE[input.stage]} and ${beyond}
    order by c.zero_since, c.household_id limit ${input.limit + 1}`)
  const counts = await firstRow(ctx.tx, sql<Record<Stage, number>>`
    select count(*) filter (where ${OF_STAGE.open})::int as open, count(*) filter (where ${OF_STAGE.placed})::int as placed,
      count(*) filter (where ${OF_STAGE.proposed})::int as proposed, count(*) filter (where ${OF_STAGE.closed})::int as closed
    from ${CASE_SOURCE} where ${villagesOf(place)}`)
  const shown = found.slice(0, input.limit)
  const last = shown.at(-1)
  ctx.audit.about('zero_case_list', String(shown.length), place.ref.code)
  return {
    rows: shown, nextCursor: found.length > input.limit && last !== undefined ? writeCursor([last.since, last.householdId]) : null,
    total: counts?.[input.stage] ?? 0, counts: counts ?? { open: 0, placed: 0, proposed: 0, closed: 0 },
  }
}

/** The case of a household with its history, and the jobs on which it may be closed. */
export async function getZeroCase(ctx: Ctx, { householdId }: { householdId: string }) {
  const household = await firstRow(ctx.tx, sql<{ division: string }>`select division from registry.pub_household where id = ${householdId}`)
  if (household === undefined) throw new Refusal('not_found')
  const [row] = await caseRows(ctx, sql`where c.household_id = ${householdId}`)
  const events = await rows(ctx.tx, sql<Omit<z.infer<typeof ZeroCaseEvent>, 'at'> & { at: Date }>`
    select e.kind, e.at, u.name as by, e.owner_name as "ownerName", j.employer_raw as employer, e.note
    from command.zero_case_event e join command.zero_case c on c.id = e.case_id
    left join organization.pub_user u on u.id = e.by_id left join registry.pub_episode j on j.id = e.episode_id
    where c.household_id = ${householdId} order by e.seq desc`)
  const jobs = await listVerifiedJobs(ctx.tx, householdId, ctx.today)
  ctx.audit.about('zero_case', householdId, household.division)
  return {
    case: row ?? null, events: events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
    jobs: jobs.map((job) => ({ ...job, personName: maskFor(ctx.fieldLevel, 'name', job.personName) ?? '—' })),
  }
}

async function caseRows(ctx: Ctx, tail: RawBuilder<unknown>): Promise<ZeroCaseRow[]> {
  const found = await rows(ctx.tx, sql<Found>`
    select c.household_id as "householdId", c.division as "villageCode", v.township_name || v.name as place, h.group_name as "groupName",
      h.head_name as "headName", c.state, c.owner_id as "ownerId", coalesce(c.owner_name, ${contactNameOn(sql`c.household_id`, ctx.today)}) as "ownerName", c.version,
      c.state <> 'closed' and ${PLACED} as placed, c.zero_since as since, p.name as "proposedBy", c.proposed_by as "proposedById",
      c.proposed_on as "proposedOn", c.closed_on as "closedOn", c.note
    from ${CASE_SOURCE} join registry.pub_household h on h.id = c.household_id
    left join organization.pub_user p on p.id = c.proposed_by ${tail}`)
  const { parameters } = await getParametersOn(ctx.tx, ctx.today)
  return found.map((row) => ({
    ...row, headName: maskFor(ctx.fieldLevel, 'name', row.headName) ?? '—', ...clockOf(row.since, ctx.today, parameters.zeroClearDays),
  }))
}

/** The last day of a household's clock, and the calendar days left until then. */
export function clockOf(since: CalendarDate, today: CalendarDate, clearDays: number): { dueOn: CalendarDate; daysLeft: number } {
  const dueOn = addWorkdays(since, clearDays)
  return { dueOn, daysLeft: daysBetween(today, dueOn) }
}

type ZeroAsk = { place?: string | undefined; tree: Tree; day?: CalendarDate | undefined; limit: number; cursor?: string | undefined }

/** The zero-employment list with owner and state of each case; the books of a past day keep no cases. */
export async function listZeroHouseholds(ctx: Ctx, input: ZeroAsk) {
  const list = await listZero(ctx, input)
  const marks = new Map<string, ZeroCaseMark>()
  if (input.day === undefined) {
    const found = await rows(ctx.tx, sql<ZeroCaseMark & { household: string }>`
      select c.household_id as household, c.state, c.owner_id as "ownerId", coalesce(c.owner_name, ${contactNameOn(sql`c.household_id`, ctx.today)}) as "ownerName", c.version
      from command.zero_case c where c.household_id = any (${list.rows.map(({ householdId }) => householdId)}::uuid[])`)
    for (const { household, ...mark } of found) marks.set(household, mark)
  }
  return { ...list, rows: list.rows.map((row) => ({ ...row, case: marks.get(row.householdId) ?? null })) }
}
