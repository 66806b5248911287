import { sql, type RawBuilder } from 'kysely'
import type { PersonFilter } from '@anye/contract/registry/persons/endpoints'
import type { PersonRow } from '@anye/contract/registry/persons/person'
import { ageOn, type CalendarDate } from '@anye/kernel/calendar-date'
import { lastFour, maskFor, wageBand } from '../../../platform/crypto/mask.rules.ts'
import { rows } from '../../../platform/db.ts'
import { nameOfRegistered } from '../../registry/registry.rules.ts'
import type { RowReader } from './row-reader.ts'

/** Columns every list and page of persons is drawn from: facts of registry joined with the state that indicators computed. */
export type PersonRecord = {
  id: string; household_id: string; division: string; name: string; sex: string; birth: CalendarDate | null; relation: string; is_head: boolean
  id_no_sealed: Buffer | null; phone_sealed: Buffer | null; group_name: string | null; place: string; household_type: string; resettled: boolean
  labour_skill: string | null; pop_class: string; education: string | null; ethnic: string | null
  available: boolean | null; employed: boolean | null; stable: boolean | null; to_verify: boolean | null
  employer_raw: string | null; place_raw: string | null; wage_monthly: number | null; elsewhere: string | null
}

/** Relation `q` with one row per person, ready to be filtered, sorted and cut. */
export const PERSON_SOURCE: RawBuilder<unknown> = sql`registry.pub_person q
  join registry.pub_household h on h.id = q.household_id
  join organization.pub_village v on v.code = q.division
  left join indicators.pub_person_state s on s.person_id = q.id
  left join registry.pub_episode e on e.id = s.episode_id`

/** PERSON_SOURCE with no more than what the conditions of a filter ask: for a count, which shows nothing of the rest. */
export function personsToCount({ householdType, resettled, work }: PersonFilter): RawBuilder<unknown> {
  const asksHousehold = householdType !== undefined || resettled !== undefined
  return sql`registry.pub_person q join organization.pub_village v on v.code = q.division
    ${asksHousehold ? sql`join registry.pub_household h on h.id = q.household_id` : sql``}
    ${work === undefined ? sql`` : sql`left join indicators.pub_person_state s on s.person_id = q.id`}`
}

/** Select list over PERSON_SOURCE. */
export const PERSON_COLUMNS: RawBuilder<unknown> = sql`q.id, q.household_id, q.division, q.name, q.sex, q.birth, q.relation, q.is_head,
  q.id_no_sealed, q.phone_sealed, h.group_name, v.township_name || v.name as place, h.type as household_type, h.resettled,
  q.labour_skill, q.pop_class, q.education, q.ethnic, s.available, s.employed, s.stable, s.to_verify,
  e.employer_raw, e.place_raw, e.wage_monthly,
  case when not h.resettled and registry.pub_registered_elsewhere(q.register_division, q.division, h.register_division)
    then q.register_division end as elsewhere`

export async function personRecords(ctx: Pick<RowReader, 'tx'>, tail: RawBuilder<unknown>): Promise<PersonRecord[]> {
  return rows(ctx.tx, sql<PersonRecord>`select ${PERSON_COLUMNS} from ${PERSON_SOURCE} ${tail}`)
}

/** The row as this viewer may see it: names, numbers and wage masked by field level. */
export function personRow(ctx: RowReader, record: PersonRecord): PersonRow {
  const { cipher } = ctx.services
  const idNo = record.id_no_sealed === null ? null : cipher.open('registry.person.id_no', record.id_no_sealed)
  const phone = record.phone_sealed === null ? null : cipher.open('registry.person.phone', record.phone_sealed)
  const seesWage = ctx.fieldLevel >= 'F3'
  return {
    id: record.id, householdId: record.household_id, name: maskFor(ctx.fieldLevel, 'name', record.name) ?? '—',
    sex: record.sex, age: record.birth === null ? null : ageOn(record.birth, ctx.today), relation: record.relation, isHead: record.is_head,
    // Lists show the last four only (DOMAIN section 8); the page masks by level.
    idMasked: idNo === null ? null : `…${lastFour(idNo)}`, phoneMasked: maskFor(ctx.fieldLevel, 'phone', phone),
    villageCode: record.division, place: record.place, groupName: record.group_name,
    householdType: record.household_type, resettled: record.resettled,
    labourSkill: record.labour_skill, popClass: record.pop_class, education: record.education, ethnic: record.ethnic,
    hukouElsewhere: record.elsewhere && nameOfRegistered(record.elsewhere),
    work: workOf(record), employer: record.employer_raw, workPlace: record.place_raw,
    wageMonthly: seesWage ? record.wage_monthly : null, wageBand: record.wage_monthly === null ? null : wageBand(record.wage_monthly),
  }
}

function workOf(record: PersonRecord): PersonRow['work'] {
  if (record.available === null) return null
  if (record.employed === true) return record.stable === true ? 'employed_stable' : 'employed'
  if (!record.available) return 'exempt'
  return record.to_verify === true ? 'to_verify' : 'unemployed'
}
