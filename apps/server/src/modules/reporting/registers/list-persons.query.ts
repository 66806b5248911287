import { sql, type RawBuilder } from 'kysely'
import type { PersonFilter } from '@anye/contract/registry/persons/endpoints'
import { addMonths, type CalendarDate } from '@anye/kernel/calendar-date'
import { writeCursor } from '../../../platform/cursor.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { getPlace, villagesOf } from '../../organization/organization.api.ts'
import { findCandidates } from '../../registry/registry.api.ts'
import { countUpTo } from './count-up-to.query.ts'
import { PERSON_SOURCE, personRecords, personRow, personsToCount } from './person-rows.query.ts'
import type { RowReader } from './row-reader.ts'
import { sortedPage, type SortKey } from './sorted-page.query.ts'

type Sort = 'place' | 'name' | 'age' | 'wage'
type Request = PersonFilter & { sort: Sort; descending: boolean; cursor?: string | undefined; limit: number }

/** What a list is sorted by. Who is of unknown age or wage stands last either way; ages run against dates of birth. */
const SORTS: Record<Sort, SortKey> = {
  place: { key: sql`q.division` },
  name: { key: sql`q.name collate "zh-x-icu"` },
  age: { key: sql`q.birth`, unknownLast: 'date', reverse: true },
  wage: { key: sql`e.wage_monthly`, unknownLast: 'numeric' },
}

/** Persons in scope by filter, sorted, by cursor. */
export async function listPersons(ctx: Ctx, input: Request) {
  const where = await personConditions(ctx, input)
  const { key, beyond, direction } = sortedPage({
    sort: SORTS[input.sort], id: sql`q.id`, source: PERSON_SOURCE, descending: input.descending, cursor: input.cursor,
  })
  const found = await personRecords(ctx, sql`where ${where} and ${beyond}
    order by ${key} ${direction}, q.id ${direction} limit ${input.limit + 1}`)
  const shown = found.slice(0, input.limit)
  const last = shown.at(-1)
  ctx.audit.about('person_list', String(shown.length))
  return {
    rows: shown.map((record) => personRow(ctx, record)),
    nextCursor: found.length > input.limit && last !== undefined ? writeCursor([last.id]) : null,
    total: await countUpTo(ctx.tx, sql`${personsToCount(input)} where ${where}`),
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
export async function personConditions(ctx: RowReader, filter: PersonFilter): Promise<RawBuilder<unknown>> {
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
