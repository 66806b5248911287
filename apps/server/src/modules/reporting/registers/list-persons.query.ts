import { sql, type RawBuilder } from 'kysely'
import type { PersonFilter } from '@anye/contract/registry/persons/endpoints'
import { addMonths, type CalendarDate } from '@anye/kernel/calendar-date'
import { readCursor, writeCursor } from '../../../platform/cursor.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { getPlace, villagesOf } from '../../indicators/indicators.api.ts'
import { findCandidates } from '../../registry/registry.api.ts'
import { countUpTo } from './count-up-to.query.ts'
import { PERSON_SOURCE, personRecords, personRow, type PersonRecord } from './person-rows.query.ts'

type Sort = 'place' | 'name' | 'age' | 'wage'
type Request = PersonFilter & { sort: Sort; descending: boolean; cursor?: string | undefined; limit: number }

/** Sort keys: SQL and the value that goes into the cursor; every order ends with the id, so pages never overlap. */
const SORTS: Record<Sort, { key: RawBuilder<unknown>; type: string; of: (record: PersonRecord) => string | number | null }> = {
  place: { key: sql`q.division`, type: 'text', of: (record) => record.division },
  name: { key: sql`q.name collate "zh-x-icu"`, type: 'text', of: (record) => record.name },
  age: { key: sql`coalesce(q.birth, 'infinity'::date)`, type: 'date', of: (record) => record.birth ?? 'infinity' },
  wage: { key: sql`coalesce(e.wage_monthly, -1)`, type: 'numeric', of: (record) => record.wage_monthly ?? -1 },
}

/** Persons in scope by filter, sorted, by cursor. */
export async function listPersons(ctx: Ctx, input: Request) {
  const where = await personConditions(ctx, input)
  const { key, type, of } = SORTS[input.sort]
  const after = readCursor(input.cursor, 2)
  const beyond = after === undefined
    ? sql`true`
    : sql`(${key}, q.id) ${sql.raw(input.descending ? '<' : '>')} (${after[0]}::${sql.raw(type)}, ${after[1]}::uuid)`
  const direction = sql.raw(input.descending ? 'desc' : 'asc')
  const found = await personRecords(ctx, sql`where ${where} and ${beyond}
    order by ${key} ${direction}, q.id ${direction} limit ${input.limit + 1}`)
  const shown = found.slice(0, input.limit)
  const last = shown.at(-1)
  ctx.audit.about('person_list', String(shown.length))
  return {
    rows: shown.map((record) => personRow(ctx, record)),
    nextCursor: found.length > input.limit && last !== undefined ? writeCursor([of(last), last.id]) : null,
    total: await countUpTo(ctx.tx, sql`${PERSON_SOURCE} where ${where}`),
  }
}

const WORK: Record<NonNullable<PersonFilter['work']>, RawBuilder<unknown>> = {
  labourer: sql`s.person_id is not null`,
  employed: sql`s.available and s.employed`,
  stable: sql`s.available and s.stable`,
  to_verify: sql`s.available and s.to_verify`,
  unemployed: sql`s.available and not s.employed`,
  exempt: sql`not s.available`,
}

/** The conjunction of a filter's conditions over PERSON_SOURCE; shared with the export. */
export async function personConditions(ctx: Ctx, filter: PersonFilter): Promise<RawBuilder<unknown>> {
  const conditions: RawBuilder<unknown>[] = [sql`q.status <> 'merged'`]
  if (filter.place !== undefined) conditions.push(villagesOf(await getPlace(ctx.tx, filter.place, 'unit')))
  if (filter.search !== undefined) {
    const found = await findCandidates(ctx.tx, ctx.services.cipher, filter.search, ctx.services.synthetic)
    conditions.push(sql`q.id = any (${found.map((candidate) => candidate.person_id)}::uuid[])`)
  }
  if (filter.householdType !== undefined) conditions.push(sql`h.type = ${filter.householdType}`)
  if (filter.resettled !== undefined) conditions.push(sql`h.resettled = ${filter.resettled}`)
  if (filter.sex !== undefined) conditions.push(sql`q.sex = ${filter.sex}`)
  if (filter.labourSkill !== undefined) conditions.push(sql`q.labour_skill = ${filter.labourSkill}`)
  if (filter.work !== undefined) conditions.push(WORK[filter.work])
  if (filter.ageFrom !== undefined) conditions.push(sql`q.birth <= ${yearsBefore(ctx.today, filter.ageFrom)}`)
  if (filter.ageTo !== undefined) conditions.push(sql`q.birth > ${yearsBefore(ctx.today, filter.ageTo + 1)}`)
  return sql.join(conditions, sql` and `)
}

function yearsBefore(day: CalendarDate, years: number): CalendarDate {
  return addMonths(day, -12 * years)
}
