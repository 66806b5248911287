import { sql } from 'kysely'
import type { Episode, Evidence, Exemption } from '@anye/contract/registry/persons/person'
import { addDays, type CalendarDate } from '@anye/kernel/calendar-date'
import { healthFor, maskFor, maskIdNo } from '../../../platform/crypto/mask.rules.ts'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { getParametersOn } from '../../indicators/indicators.api.ts'
import { contactNameOn, listVersions } from '../../registry/registry.api.ts'
import { nameOfRegistered } from '../../registry/registry.rules.ts'
import { maskEpisode, maskVersion } from './history-mask.rules.ts'
import { personRecords, personRow } from './person-rows.query.ts'

// Health codes of GB/T 2261.3 from 2 on mean that the person needs consideration; 1 is healthy.
const isNeed = (code: string) => code !== '1'

/** The person page: who it is, and the four strands of S86: work, places (in the work strand), training, wages. */
export async function getPerson(ctx: Ctx, { id }: { id: string }) {
  const [record] = await personRecords(ctx, sql`where q.id = ${id}`)
  const rest = await firstRow(ctx.tx, sql<PersonRest>`select * from registry.pub_person where id = ${id}`)
  if (record === undefined || rest === undefined) throw new Refusal('not_found')
  const { parameters } = await getParametersOn(ctx.tx, ctx.today)
  const episodes = (await listEpisodes(ctx.tx, id, parameters.evidenceDays)).map((episode) => maskEpisode(ctx.fieldLevel, episode))
  const exemptions = await listExemptionsOf(ctx, id)
  const versions = await listVersions(ctx.tx, [id, ...[...episodes, ...exemptions].map((each) => each.id)])
  ctx.audit.about('person', id, record.division)
  const idNo = record.id_no_sealed === null ? null : ctx.services.cipher.open('registry.person.id_no', record.id_no_sealed)
  return {
    person: {
      ...personRow(ctx, record), idMasked: idNo === null ? null : maskIdNo(idNo),
      version: rest.version, birth: rest.birth, inSchool: rest.in_school, graduatesOn: rest.graduates_on, marital: rest.marital, political: rest.political,
      healthNeed: healthFor(ctx.fieldLevel, rest.health, isNeed).need, skills: rest.skills, intent: rest.intent, status: rest.status,
      exitOn: rest.exit_on, hasBankNo: rest.bank_no_sealed !== null,
      registerDivision: rest.register_division, registerName: rest.register_division && nameOfRegistered(rest.register_division),
    },
    household: await householdOf(ctx, record.household_id),
    episodes, exemptions,
    trainings: await rows(ctx.tx, sql<TrainingRow>`select id, course, kind, from_on as "fromOn", to_on as "toOn", result, certificate
      from registry.pub_training where person_id = ${id} order by coalesce(from_on, to_on) desc nulls last, id`),
    wages: wagesOf(episodes),
    versions: versions.map((version) => maskVersion(ctx.fieldLevel, version)),
  }
}

type PersonRest = {
  version: number; birth: CalendarDate | null; in_school: string | null; graduates_on: CalendarDate | null; marital: string | null; political: string | null; health: string[]
  skills: string[]; intent: string | null; status: string; exit_on: CalendarDate | null; bank_no_sealed: Buffer | null
  register_division: string | null
}
type TrainingRow = {
  id: string; course: string; kind: string | null; fromOn: CalendarDate | null; toOn: CalendarDate | null; result: string | null; certificate: string | null
}

async function householdOf(ctx: Ctx, id: string) {
  const household = await firstRow(ctx.tx, sql<{ id: string; head_name: string | null; type: string; resettled: boolean; members: number; contact_name: string | null }>`
    select id, head_name, type, resettled, members, ${contactNameOn(sql`h.id`, ctx.today)} as contact_name
    from registry.pub_household h where h.id = ${id}`)
  if (household === undefined) throw new Refusal('not_found')
  return {
    id, headName: maskFor(ctx.fieldLevel, 'name', household.head_name) ?? '—', type: household.type, resettled: household.resettled,
    members: household.members, contactName: household.contact_name,
  }
}

type EpisodeRow = Omit<Episode, 'evidence'> & { evidence: (Omit<Evidence, 'freshUntil' | 'recordedAt'> & { recordedAt: string })[] }

/** Episodes of a person, latest first, each with its evidence and the day until which that stays fresh. */
async function listEpisodes(tx: Tx, person: string, evidenceDays: number): Promise<Episode[]> {
  const found = await rows(tx, sql<EpisodeRow>`
    select e.id, e.version, e.person_id as "personId", e.start_on as "startOn", e.start_precision as "startPrecision", e.end_on as "endOn",
      e.employer_raw as employer, e.employer_uscc as uscc, e.occupation, e.industry, e.sector, e.place_code as "placeCode", e.place_raw as place,
      e.area, e.track, e.gain_type as "gainType", e.channel, e.organised, e.form, e.contract, e.contract_from as "contractFrom",
      e.contract_to as "contractTo", e.wage_min as "wageMin", e.wage_max as "wageMax", e.wage_basis as "wageBasis",
      e.wage_monthly as "wageMonthly", e.paid_days as "paidDays", e.insured, e.end_reason as "endReason", e.voided, e.source,
      coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'kind', v.kind, 'grade', v.grade, 'onDate', v.on_date, 'amount', v.amount,
          'note', v.note, 'recordedAt', v.recorded_at) order by v.on_date desc, v.id)
        from registry.pub_evidence v where v.episode_id = e.id), '[]') as evidence
    from registry.pub_episode e where e.person_id = ${person} order by e.start_on desc, e.id`)
  return found.map((episode) => ({
    ...episode,
    evidence: episode.evidence.map((proof) => ({
      ...proof, recordedAt: new Date(proof.recordedAt).toISOString(), freshUntil: addDays(proof.onDate, evidenceDays),
    })),
  }))
}

async function listExemptionsOf(ctx: Ctx, person: string): Promise<Exemption[]> {
  const found = await rows(ctx.tx, sql<Exemption>`
    select x.id, x.person_id as "personId", q.name as "personName", x.reason, x.from_on as "fromOn", x.until_on as "untilOn",
      x.state, a.name as "askedBy", b.name as "approvedBy"
    from registry.pub_exemption x join registry.pub_person q on q.id = x.person_id
    left join organization.pub_user a on a.id = x.asked_by left join organization.pub_user b on b.id = x.approved_by
    where x.person_id = ${person} order by x.from_on desc, x.id`)
  return found.map((exemption) => ({ ...exemption, personName: maskFor(ctx.fieldLevel, 'name', exemption.personName) ?? '—' }))
}

/** The wage strand: what was agreed at the start of each job and what evidence says was paid. */
function wagesOf(episodes: readonly Episode[]) {
  const points = episodes.flatMap((episode) => [
    ...(episode.wageMonthly === null ? [] : [{ onDate: episode.startOn, monthly: episode.wageMonthly, employer: episode.employer, kind: 'agreed' as const }]),
    ...episode.evidence.flatMap((proof) => proof.amount === null ? [] : [{ onDate: proof.onDate, monthly: proof.amount, employer: episode.employer, kind: 'paid' as const }]),
  ])
  return points.sort((a, b) => a.onDate.localeCompare(b.onDate))
}
