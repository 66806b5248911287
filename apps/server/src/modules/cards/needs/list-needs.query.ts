import { sql, type RawBuilder } from 'kysely'
import type { NeedFilter } from '@anye/contract/cards/needs/endpoints'
import type { NeedRow } from '@anye/contract/cards/needs/need'
import { maskFor } from '../../../platform/crypto/mask.rules.ts'
import { readCursor, writeCursor } from '../../../platform/cursor.ts'
import { firstRow, rows } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { getPlace, villagesOf } from '../../organization/organization.api.ts'

const COUNT_MOST = 100_000

/** Needs in scope by filter, those due first before others. */
export async function listNeeds(ctx: Ctx, input: NeedFilter & { cursor?: string | undefined; limit: number }) {
  const where = await needConditions(ctx, input)
  const after = readCursor(input.cursor, 2)
  const beyond = after === undefined ? sql`true` : sql`(n.due_on, n.id) > (${after[0]}::date, ${after[1]}::uuid)`
  const found = await needRows(ctx, sql`where ${where} and ${beyond} order by n.due_on, n.id limit ${input.limit + 1}`)
  const shown = found.slice(0, input.limit)
  const last = shown.at(-1)
  const counted = await firstRow(ctx.tx, sql<{ total: number }>`
    select count(*)::int as total from (select 1 from ${NEED_SOURCE} where ${where} limit ${COUNT_MOST + 1}) counted`)
  ctx.audit.about('need_list', String(shown.length))
  return {
    rows: shown, nextCursor: found.length > input.limit && last !== undefined ? writeCursor([last.dueOn, last.id]) : null,
    total: counted !== undefined && counted.total <= COUNT_MOST ? counted.total : null,
  }
}

async function needConditions(ctx: Ctx, filter: NeedFilter): Promise<RawBuilder<unknown>> {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (filter.place !== undefined) conditions.push(villagesOf(await getPlace(ctx.tx, filter.place, 'unit')))
  if (filter.state !== undefined) conditions.push(sql`n.state = ${filter.state}`)
  if (filter.kind !== undefined) conditions.push(sql`n.kind = ${filter.kind}`)
  if (filter.overdue !== undefined) conditions.push(sql`(n.state = 'open' and n.due_on < ${ctx.today}) = ${filter.overdue}`)
  if (filter.ownerId !== undefined) conditions.push(sql`n.owner_id = ${filter.ownerId}`)
  if (filter.ownerName !== undefined) conditions.push(sql`position(${filter.ownerName} in coalesce(n.owner_name, '')) > 0`)
  if (filter.personId !== undefined) conditions.push(sql`n.person_id = ${filter.personId}`)
  if (filter.householdId !== undefined) conditions.push(sql`n.household_id = ${filter.householdId}`)
  return sql.join(conditions, sql` and `)
}

const NEED_SOURCE: RawBuilder<unknown> = sql`cards.need n
  join registry.pub_person q on q.id = n.person_id
  join registry.pub_household h on h.id = n.household_id
  join organization.pub_village v on v.code = n.division
  left join organization.pub_user r on r.id = n.raised_by
  left join organization.pub_user s on s.id = n.served_by
  left join organization.pub_user c on c.id = n.closed_by`

async function needRows(ctx: Ctx, tail: RawBuilder<unknown>): Promise<NeedRow[]> {
  const found = await rows(ctx.tx, sql<NeedRow>`
    select n.id, n.person_id as "personId", n.household_id as "householdId", n.division as "villageCode", v.township_name || v.name as place,
      h.group_name as "groupName", q.name, coalesce(h.head_name, '') as "headName", n.kind, n.note, n.state, n.raised_on as "raisedOn", r.name as "raisedBy",
      n.check_id is not null as "fromCheck", n.due_on as "dueOn", n.state = 'open' and n.due_on < ${ctx.today} as overdue,
      n.owner_id as "ownerId", n.owner_name as "ownerName", n.handed_on as "handedOn", n.service, n.service_note as "serviceNote",
      n.served_on as "servedOn", s.name as "servedBy", n.served_by as "servedById", n.closed_on as "closedOn", c.name as "closedBy",
      n.close_note as "closeNote", n.reopen_note as "reopenNote", n.version
    from ${NEED_SOURCE} ${tail}`)
  const named = (name: string) => maskFor(ctx.fieldLevel, 'name', name) ?? '—'
  return found.map((row) => ({ ...row, name: named(row.name), headName: named(row.headName) }))
}
