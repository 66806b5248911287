import { sql, type RawBuilder } from 'kysely'
import type { Sample } from '@anye/contract/cards/samples/endpoints'
import { agreementOf } from '@anye/contract/cards/samples/agreement.rules'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'
import { PREFECTURE, villagesOf, type Place } from '../../organization/organization.api.ts'

const PREFECTURE_NAME = '黔西南州'

/** Lines a sample of a month and place is drawn from: shown by one check, and none that stands in dispute. */
const population = (month: string, place: Place, of: Sample['of']) => sql`cards.line l join organization.pub_village v on v.code = l.division
  where l.month = ${month} and l.state in ('checked', 'reviewed', 'closed') and l.check_id is not null and not l.in_dispute and ${villagesOf(place)}
    and ${of === 'all' ? sql`true` : sql`l.no_change and l.months_unchanged + 1 >= 3`}`

export type Stratum = { division: string; size: number; digest: string }

/** Villages of the population with their sizes, in the order of their codes, and a digest of who and what was in them. */
export async function listStrata(tx: Tx, month: string, place: Place, of: Sample['of']): Promise<Stratum[]> {
  return rows(tx, sql<Stratum>`
    select l.division, count(*)::int as size,
      sum(('x' || substr(md5(l.person_id || '/' || l.check_id || '/' || l.status), 1, 12))::bit(48)::bigint)::text as digest
    from ${population(month, place, of)} group by l.division order by l.division`)
}

export type Draw = { id: string; month: string; place: Place; of: Sample['of']; seed: string }

/**
 * Freezes the drawn lines: of each village the given number, those whose hash of seed and person is smallest. MD5 is no
 * secret here, only the same everywhere and for ever.
 */
export async function insertMembers(tx: Tx, { id, month, place, of, seed }: Draw, shares: readonly { division: string; share: number }[]): Promise<number> {
  const members = await rows(tx, sql<{ n: number }>`
    insert into cards.sample_member (sample_id, n, person_id, household_id, division, check_id, status, checked_by)
    select ${id}, row_number() over (order by r.division, r.nth), r.person_id, r.household_id, r.division, r.check_id, r.status, r.checked_by
    from (select l.person_id, l.household_id, l.division, l.check_id, l.status, l.checked_by,
        row_number() over (partition by l.division order by md5(${seed} || '/' || l.person_id), l.person_id) as nth
      from ${population(month, place, of)}) r
    join unnest(${shares.map(({ division }) => division)}::text[], ${shares.map(({ share }) => share)}::int[]) s(division, share) on s.division = r.division
    where r.nth <= s.share returning n`)
  return members.length
}

type NewSample = Draw & { probe: string; wanted: number; population: number; digest: string; by: string; at: number }

export async function insertSample(tx: Tx, sample: NewSample): Promise<void> {
  await sql`insert into cards.sample (id, month, place, probe, of, seed, wanted, population, digest, drawn_by, drawn_at)
    values (${sample.id}, ${sample.month}, ${sample.place.ref.code}, ${sample.probe}, ${sample.of}, ${sample.seed}, ${sample.wanted},
      ${sample.population}, ${sample.digest}, ${sample.by}, ${new Date(sample.at)})`.execute(tx)
}

type SampleRecord = Omit<Sample, 'drawnAt' | 'agreement' | 'place'> & { place: string; place_name: string | null; drawn_at: Date }

/** Samples whose whole place is in scope, with what the re-calls found: a rate over a part must not pass for the whole. */
export async function sampleRows(tx: Tx, tail: RawBuilder<unknown>): Promise<Sample[]> {
  const found = await rows(tx, sql<SampleRecord>`
    select s.id, s.month, s.place, p.name as place_name, s.of, s.seed, s.population, s.digest, u.name as "drawnBy", s.drawn_at, m.size, r.agrees, r.differs,
      r.unreached
    from cards.sample s
    left join organization.pub_user u on u.id = s.drawn_by
    join lateral (
      select max(case length(s.place) when 12 then v.name when 9 then v.township_name when 4 then ${PREFECTURE_NAME} else v.unit_name end) as name,
        bool_and(platform.in_scope(v.code)) as whole
      from organization.pub_village v where s.place in (v.code, v.township_code, v.unit_code, ${PREFECTURE})) p on p.whole
    left join lateral (select count(*)::int as size from cards.sample_member m where m.sample_id = s.id) m on true
    left join lateral (
      select count(*) filter (where c.outcome = 'agrees')::int as agrees, count(*) filter (where c.outcome = 'differs')::int as differs,
        count(distinct c.person_id) filter (where c.outcome = 'unreached' and not exists (
          select 1 from cards.recall x where x.sample_id = c.sample_id and x.person_id = c.person_id and x.outcome <> 'unreached'))::int as unreached
      from cards.recall c where c.sample_id = s.id) r on true
    ${tail}`)
  return found.map(({ place, place_name, drawn_at, ...sample }) => ({
    ...sample, place: { code: place, name: place_name ?? place }, drawnAt: drawn_at.toISOString(),
    agreement: agreementOf(sample.agrees, sample.agrees + sample.differs) ?? null,
  }))
}

/** First village of a place: whoever sees it may find what hangs on the place. */
export async function firstVillage(tx: Tx, place: Place): Promise<string | undefined> {
  const first = await firstRow(tx, sql<{ code: string }>`select min(v.code) as code from organization.pub_village v where ${villagesOf(place)}`)
  return first?.code
}

/** One sample as people see it. */
export async function findSample(tx: Tx, id: string): Promise<Sample | undefined> {
  return (await sampleRows(tx, sql`where s.id = ${id}`))[0]
}
