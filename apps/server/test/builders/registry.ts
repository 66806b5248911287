import { sql } from 'kysely'
import { seeded } from '@anye/kernel/random'
import { newId } from '@anye/kernel/ids'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Tx } from '../../src/platform/db.ts'

const bytes = seeded('builders').bytes
const id = () => newId(1_700_000_000_000, bytes)

/** A village of 望谟 that every edition of the division list has. */
export const A_VILLAGE = '522326001001'

/** Inserts a household with its segments; poor since 2014 unless told otherwise. */
export async function aHousehold(
  tx: Tx, with_: { division?: string; type?: string; hukou?: string; segments?: [string, CalendarDate, CalendarDate?][] } = {},
): Promise<string> {
  const household = id()
  const division = with_.division ?? A_VILLAGE
  await sql`insert into registry.household (id, division, type, head_name, register_division)
    values (${household}, ${division}, ${with_.type ?? '02'}, '韦测试', ${with_.hukou ?? null})`.execute(tx)
  for (const [kind, from, to] of with_.segments ?? [['poor', '2014-01-01']]) {
    await sql`insert into registry.segment (household_id, division, kind, from_on, to_on, source)
      values (${household}, ${division}, ${kind}, ${from}, ${to ?? null}, 'test')`.execute(tx)
  }
  return household
}

/** Inserts a person of labour age and ability. */
export async function aPerson(
  tx: Tx, household: string,
  with_: { division?: string; birth?: CalendarDate; skill?: string; inSchool?: string; exitOn?: CalendarDate; popClass?: string; disabilityGrade?: string; graduatesOn?: CalendarDate; hukou?: string } = {},
): Promise<string> {
  const person = id()
  await sql`insert into registry.person (id, household_id, division, name, name_pinyin, name_initials, sex, birth, relation, labour_skill, in_school, exit_on, pop_class, disability_grade, graduates_on, register_division)
    values (${person}, ${household}, ${with_.division ?? A_VILLAGE}, '韦测试', 'wei ce shi', 'wcs', '1', ${with_.birth ?? '1985-05-01'}, '02',
      ${with_.skill ?? '1'}, ${with_.inSchool ?? null}, ${with_.exitOn ?? null},
      ${with_.popClass ?? '03'}, ${with_.disabilityGrade ?? null}, ${with_.graduatesOn ?? null}, ${with_.hukou ?? null})`.execute(tx)
  return person
}

type EpisodeFields = {
  division?: string; start: CalendarDate; end?: CalendarDate; form?: string; contract?: [string, CalendarDate, CalendarDate]
  evidence?: [kind: string, on: CalendarDate][]; area?: string; place?: string; track?: string; wage?: number; paidDays?: number
}

/** Inserts an episode with evidence; without `evidence` nothing carries its claim (V21). */
export async function anEpisode(tx: Tx, household: string, person: string, fields: EpisodeFields): Promise<string> {
  const episode = id()
  const division = fields.division ?? A_VILLAGE
  const [contract, from, to] = fields.contract ?? []
  await sql`insert into registry.episode (id, person_id, household_id, division, start_on, end_on, employer_raw, area, track, form, place_code,
      contract, contract_from, contract_to, wage_monthly, paid_days)
    values (${episode}, ${person}, ${household}, ${division}, ${fields.start}, ${fields.end ?? null}, '测试厂', ${fields.area ?? '04'},
      ${fields.track ?? '1'}, ${fields.form ?? '1'}, ${fields.place ?? '330700'}, ${contract ?? null}, ${from ?? null}, ${to ?? null},
      ${fields.wage ?? null}, ${fields.paidDays ?? null})`.execute(tx)
  for (const [kind, on] of fields.evidence ?? []) {
    await sql`insert into registry.evidence (id, episode_id, division, kind, grade, on_date)
      values (${id()}, ${episode}, ${division}, ${kind}, ${kind === 'phone' || kind === 'village' ? 'c' : 'a'}, ${on})`.execute(tx)
  }
  return episode
}

/** Somebody who looks after a household, by name, from a day on. */
export async function aContact(tx: Tx, household: string, name: string, fields: { division?: string; from?: string; to?: string } = {}): Promise<void> {
  await sql`insert into registry.contact (household_id, division, name, from_on, to_on, source)
    values (${household}, ${fields.division ?? A_VILLAGE}, ${name}, ${fields.from ?? '2026-01-01'}, ${fields.to ?? null}, 'form')`.execute(tx)
}
