import { sql } from 'kysely'
import type { EpisodeForm, EvidenceForm } from '@anye/contract/registry/episodes/endpoints'
import { gradeOf, type Evidence } from '@anye/codes/evidence'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { OtherEpisode } from './episode.rules.ts'

export type EpisodePerson = { id: string; household_id: string; division: string; birth: CalendarDate | null; exit_on: CalendarDate | null }

/** The person in scope, locked so that two forms for one person follow each other. */
export async function getPersonForWork(tx: Tx, id: string): Promise<EpisodePerson> {
  const person = await firstRow(tx, sql<EpisodePerson>`
    select id, household_id, division, birth, exit_on from registry.person where id = ${id} for update`)
  if (person === undefined) throw new Refusal('not_found')
  return person
}

export type EpisodeRecord = {
  id: string; person_id: string; household_id: string; division: string; version: number; voided: boolean
  start_on: CalendarDate; end_on: CalendarDate | null; end_reason: string | null; employer_raw: string; employer_uscc: string | null
  occupation: string | null; industry: string | null; sector: number | null; place_code: string | null; place_raw: string | null
  area: string | null; track: string | null; gain_type: string | null; channel: string | null; organised: boolean; form: string
  contract: string | null; contract_from: CalendarDate | null; contract_to: CalendarDate | null
  wage_min: number | null; wage_max: number | null; wage_basis: string | null; wage_monthly: number | null; insured: boolean | null
}

/** The episode with the version the form was opened on; refuses `stale_version` when somebody was faster. */
export async function getEpisodeAt(tx: Tx, id: string, version: number): Promise<EpisodeRecord> {
  const episode = await firstRow(tx, sql<EpisodeRecord>`select * from registry.episode where id = ${id} for update`)
  if (episode === undefined) throw new Refusal('not_found')
  if (episode.version !== version) throw new Refusal('stale_version', { version: episode.version })
  return episode
}

export async function findEpisode(tx: Tx, id: string): Promise<EpisodeRecord | undefined> {
  return firstRow(tx, sql<EpisodeRecord>`select * from registry.episode where id = ${id}`)
}

/** Other jobs of the person that still hold. */
export async function listOtherEpisodes(tx: Tx, person: string, except: string | null): Promise<OtherEpisode[]> {
  return rows(tx, sql<OtherEpisode>`
    select id, start_on as "startOn", end_on as "endOn", form from registry.episode
    where person_id = ${person} and not voided and id is distinct from ${except}`)
}

/** What a form fills in, by column: the same for a new row and a correction. */
export type EpisodeColumns = Omit<EpisodeRecord, 'id' | 'person_id' | 'household_id' | 'division' | 'version' | 'voided'>

export function columnsOf(
  form: EpisodeForm, derived: { area: string | null; track: string | null; sector: number | null; placeName: string },
): EpisodeColumns {
  return {
    start_on: form.startOn, end_on: form.endOn, end_reason: form.endReason, employer_raw: form.employer, employer_uscc: form.uscc,
    occupation: form.occupation, industry: form.industry, sector: derived.sector, place_code: form.placeCode, place_raw: derived.placeName,
    area: derived.area, track: derived.track, gain_type: form.gainType, channel: form.channel, organised: form.organised, form: form.form,
    contract: form.contract, contract_from: form.contractFrom, contract_to: form.contractTo,
    wage_min: form.wageMonthly, wage_max: form.wageMonthly, wage_basis: form.wageMonthly === null ? null : 'month',
    wage_monthly: form.wageMonthly, insured: form.insured,
  }
}

type Stamp = { at: number; by: string }

export async function insertEpisode(tx: Tx, id: string, person: EpisodePerson, columns: EpisodeColumns, { at, by }: Stamp): Promise<void> {
  const names = Object.keys(columns) as (keyof EpisodeColumns)[]
  await sql`insert into registry.episode (id, person_id, household_id, division, source, recorded_at, recorded_by,
      ${sql.join(names.map((name) => sql.ref(name)))})
    values (${id}, ${person.id}, ${person.household_id}, ${person.division}, 'form', ${new Date(at)}, ${by},
      ${sql.join(names.map((name) => columns[name]))})`.execute(tx)
}

/** Updates some columns and raises the version. */
export async function updateEpisode(
  tx: Tx, episode: Pick<EpisodeRecord, 'id' | 'version'>, changes: Partial<EpisodeColumns & { voided: boolean }>, { at, by }: Stamp,
): Promise<number> {
  const assignments = Object.entries(changes).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
  await sql`update registry.episode set ${sql.join(assignments)}, version = version + 1, recorded_at = ${new Date(at)}, recorded_by = ${by}
    where id = ${episode.id} and version = ${episode.version}`.execute(tx)
  return episode.version + 1
}

export async function insertEvidence(
  tx: Tx, id: string, episode: { id: string; division: string }, evidence: EvidenceForm, { at, by }: Stamp,
): Promise<void> {
  await sql`insert into registry.evidence (id, episode_id, division, kind, grade, on_date, amount, note, recorded_at, recorded_by)
    values (${id}, ${episode.id}, ${episode.division}, ${evidence.kind}, ${gradeOf(evidence.kind as Evidence)}, ${evidence.onDate},
      ${evidence.amount}, ${evidence.note}, ${new Date(at)}, ${by})`.execute(tx)
}
