import { sql, type RawBuilder } from 'kysely'
import type { HouseholdFilter, HouseholdRow } from '@anye/contract/registry/households/endpoints'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { maskFor } from '../../../platform/crypto/mask.rules.ts'
import { writeCursor } from '../../../platform/cursor.ts'
import { rows } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { getPlace, villagesOf } from '../../organization/organization.api.ts'
import { contactNameOn, findCandidates } from '../../registry/registry.api.ts'
import { countUpTo } from './count-up-to.query.ts'
import type { RowReader } from './row-reader.ts'
import { sortedPage, type SortKey } from './sorted-page.query.ts'

type Sort = 'place' | 'head' | 'members' | 'zero_since'
type Request = HouseholdFilter & { sort: Sort; descending: boolean; cursor?: string | undefined; limit: number }

export type HouseholdRecord = {
  id: string; hh_no: string | null; head_name: string | null; division: string; place: string; group_name: string | null; type: string
  resettled: boolean; members: number; labourers: number | null; available: number | null; employed: number | null; stable: number | null
  zero: boolean | null; zero_since: CalendarDate | null; special: boolean | null; contact_name: string | null
}

/** Relation with one row per household: facts of registry with the state that indicators computed. */
export const HOUSEHOLD_SOURCE: RawBuilder<unknown> = sql`registry.pub_household h
  join organization.pub_village v on v.code = h.division
  left join indicators.pub_household_state s on s.household_id = h.id`

/** Select list over HOUSEHOLD_SOURCE; the contact is that of the day. */
export const householdColumns = (today: CalendarDate): RawBuilder<unknown> => sql`h.id, h.hh_no, h.head_name, h.division, v.township_name || v.name as place, h.group_name, h.type, h.resettled, h.members,
  s.labourers, s.available, s.employed, s.stable, s.zero, s.zero_since, s.special, ${contactNameOn(sql`h.id`, today)} as contact_name`

// Households that are not zero-employment stand last, whichever way.
const SORTS: Record<Sort, SortKey> = {
  place: { key: sql`h.division` },
  head: { key: sql`coalesce(h.head_name, '') collate "zh-x-icu"` },
  members: { key: sql`h.members` },
  zero_since: { key: sql`s.zero_since`, unknownLast: 'date' },
}

/** Households in scope by filter, sorted, by cursor. */
export async function listHouseholds(ctx: Ctx, input: Request) {
  const where = await householdConditions(ctx, input)
  const { key, beyond, direction } = sortedPage({
    sort: SORTS[input.sort], id: sql`h.id`, source: HOUSEHOLD_SOURCE, descending: input.descending, cursor: input.cursor,
  })
  const found = await householdRecords(ctx, sql`where ${where} and ${beyond}
    order by ${key} ${direction}, h.id ${direction} limit ${input.limit + 1}`)
  const shown = found.slice(0, input.limit)
  const last = shown.at(-1)
  ctx.audit.about('household_list', String(shown.length))
  return {
    rows: shown.map((record) => householdRow(ctx, record)),
    nextCursor: found.length > input.limit && last !== undefined ? writeCursor([last.id]) : null,
    total: await countUpTo(ctx.tx, sql`${HOUSEHOLD_SOURCE} where ${where}`),
  }
}

export async function householdRecords(ctx: Pick<RowReader, 'tx' | 'today'>, tail: RawBuilder<unknown>): Promise<HouseholdRecord[]> {
  return rows(ctx.tx, sql<HouseholdRecord>`select ${householdColumns(ctx.today)} from ${HOUSEHOLD_SOURCE} ${tail}`)
}

const COVER: Record<NonNullable<HouseholdFilter['cover']>, RawBuilder<unknown>> = {
  zero: sql`s.zero`,
  employed: sql`s.employed > 0`,
  stable: sql`s.stable > 0`,
  special: sql`s.special`,
  no_labour: sql`s.labourers = 0`,
}

/** The conjunction of a filter's conditions over HOUSEHOLD_SOURCE; shared with the export. */
export async function householdConditions(ctx: RowReader, filter: HouseholdFilter): Promise<RawBuilder<unknown>> {
  const conditions: RawBuilder<unknown>[] = [sql`h.status = 'active'`]
  if (filter.place !== undefined) conditions.push(villagesOf(await getPlace(ctx.tx, filter.place, 'unit')))
  if (filter.search !== undefined) {
    const found = await findCandidates(ctx.tx, ctx.services.cipher, filter.search, ctx.services.synthetic)
    conditions.push(sql`(h.id = any (${found.map((candidate) => candidate.household_id)}::uuid[]) or h.hh_no = ${filter.search})`)
  }
  if (filter.type !== undefined) conditions.push(sql`h.type = ${filter.type}`)
  if (filter.resettled !== undefined) conditions.push(sql`h.resettled = ${filter.resettled}`)
  if (filter.cover !== undefined) conditions.push(COVER[filter.cover])
  if (filter.group !== undefined) conditions.push(sql`h.group_name = ${filter.group}`)
  if (filter.contactName !== undefined) conditions.push(sql`starts_with(${contactNameOn(sql`h.id`, ctx.today)}, ${filter.contactName})`)
  if (filter.contact !== undefined) conditions.push(hasContactGap(filter.contact, ctx.today))
  return sql.join(conditions, sql` and `)
}

// S77: without a contact that holds, on any ground or on one.
function hasContactGap(gap: NonNullable<HouseholdFilter['contact']>, today: CalendarDate): RawBuilder<unknown> {
  return sql`h.id in (select k.household_id from registry.pub_contact_on(${today}) k
    where ${gap === 'gap' ? sql`k.gap is not null` : sql`k.gap = ${gap}`})`
}

export function householdRow(ctx: Pick<RowReader, 'fieldLevel'>, record: HouseholdRecord): HouseholdRow {
  return {
    id: record.id, hhNo: record.hh_no, headName: maskFor(ctx.fieldLevel, 'name', record.head_name) ?? '—',
    villageCode: record.division, place: record.place, groupName: record.group_name, type: record.type, resettled: record.resettled,
    members: record.members, labourers: record.labourers ?? 0, available: record.available ?? 0, employed: record.employed ?? 0,
    stable: record.stable ?? 0, zero: record.zero ?? false, zeroSince: record.zero_since, special: record.special ?? false,
    contactName: record.contact_name,
  }
}
