import { claimsWork } from '@anye/codes/parse/work-status-cell'
import { gradeOf } from '@anye/codes/evidence'
import { isHead } from '@anye/codes/relation'
import { sectorOf } from '@anye/codes/industry'
import { trackOf } from '@anye/codes/track'
import { workAreaOf } from '@anye/codes/work-area'
import { addDays, addMonths, type CalendarDate } from '@anye/kernel/calendar-date'
import type { HouseholdDraft, PersonDraft, Stated, WorkDraft } from '../drafts.rules.ts'
import type { Finding } from '../row-reader.rules.ts'

/** Seals and hashes of personal numbers, as text that PostgreSQL reads as bytea. */
export type Sealer = {
  seal: (field: 'registry.household.phone' | 'registry.person.id_no' | 'registry.person.phone' | 'registry.person.bank_no', plain: string) => string
  lookup: (field: 'id_no' | 'id_last4' | 'phone' | 'bank_no', plain: string) => string
}

/** Column values of a row, keyed by column; a key that is absent leaves the stored value alone. */
export type Columns = Record<string, unknown>

const PREFECTURE = '5223'

/**
 * Columns of a household; the sheet's blank column leaves what is known.
 * @param around what stands beside the household's own cells: its village group and where its head is registered
 */
export function householdColumns(
  draft: HouseholdDraft, around: { group: string | null; registerDivision: Stated<string> }, { seal, lookup }: Sealer,
): Columns {
  return stated({
    register_division: around.registerDivision,
    hh_no: draft.hhNo, group_name: around.group ?? undefined, type: draft.type ?? undefined, attribute: draft.attribute, type_year: draft.outOfPovertyYear,
    resettled: draft.resettled ?? undefined, resettled_year: draft.resettleYear, site: draft.site, room: draft.room,
    causes: draft.causes ?? undefined, per_capita_income: withinColumn(draft.perCapitaIncome, 1e10), land_mu: withinColumn(draft.landMu, 1e6),
    contact_name: draft.contactName, grid_name: draft.gridName,
    ...(draft.phone ? { phone_sealed: seal('registry.household.phone', draft.phone), phone_lookup: lookup('phone', draft.phone) } : {}),
  })
}

/**
 * Columns of a person. `pinyin` is given, because reading names is not this rule's matter; `headName` is what a sheet
 * without 与户主关系 says in a column of its own.
 */
export function personColumns(
  draft: PersonDraft, around: { on: CalendarDate; headName: string | null; pinyin: { name_pinyin: string; name_initials: string } },
  { seal, lookup }: Sealer,
): Columns {
  const { idNo, phone, bankNo } = draft
  const relation = relationOf(draft, around.headName)
  return stated({
    ...around.pinyin, name: draft.name, seq: wholeNumber(draft.seq), id_type: draft.idType, sex: draft.sex ?? undefined,
    birth: draft.birth?.date, ethnic: draft.ethnic, relation, is_head: relation && isHead(relation),
    education: draft.education, in_school: draft.inSchool, marital: draft.marital, political: draft.political, health: draft.health ?? undefined,
    disability_category: draft.disability?.category?.toString(), disability_grade: draft.disability?.grade?.toString(),
    labour_skill: draft.labourSkill, register_division: draft.registerDivision, pop_class: draft.popClass ?? undefined, dibao: draft.dibao, tekun: draft.tekun,
    skills: draft.skills ?? undefined, intent: draft.intents?.[0],
    ...(draft.deceased ? { status: 'dead', exit_on: around.on } : {}),
    ...(idNo === null ? {} : {
      id_no_sealed: seal('registry.person.id_no', idNo), id_no_lookup: lookup('id_no', idNo), id_last4_lookup: lookup('id_last4', idNo.slice(-4)),
    }),
    ...(phone ? { phone_sealed: seal('registry.person.phone', phone), phone_lookup: lookup('phone', phone) } : {}),
    ...(bankNo ? { bank_no_sealed: seal('registry.person.bank_no', bankNo), bank_no_lookup: lookup('bank_no', bankNo) } : {}),
  })
}

// A sheet without 与户主关系 names the head in a column of its own.
function relationOf(draft: PersonDraft, headName: string | null): Stated<PersonDraft['relation']> {
  return draft.relation ?? (draft.relation === undefined && draft.name === headName ? '02' : undefined)
}

/** Where the head among these rows is registered; nothing when no row is the head's. */
export function registerDivisionOfHead(persons: readonly PersonDraft[], headName: string | null): Stated<string> {
  return persons.find((draft) => {
    const relation = relationOf(draft, headName)
    return relation && isHead(relation)
  })?.registerDivision
}

/** A job as the commit writes it: the columns of the episode, and the evidence beside it. */
export type StagedJob = {
  working: boolean
  columns: Columns
  evidence: { kind: string; grade: string; on_date: CalendarDate } | null
  /** Last day of work to be written when the sheet says the person does not work. */
  idle_on: CalendarDate
}

/**
 * What the row says of work: a job; that the person does not work (待业, 务农, 在家), so that what was open ends; or null,
 * nothing. A status that contradicts the employer beside it says nothing until somebody has asked.
 */
export function stagedJob(
  { work, draft, findings }: { work: WorkDraft | null; draft: PersonDraft; findings: readonly Finding[] }, division: string, on: CalendarDate,
): StagedJob | null {
  const status = draft.workStatus
  if (work !== null) return stagedWork(work, division, on)
  if (!status || status === 'unknown' || claimsWork(status) || findings.some(({ code }) => LEAVES_JOBS_ALONE.has(code))) return null
  return { working: false, columns: {}, evidence: null, idle_on: addDays(on, -1) }
}

const LEAVES_JOBS_ALONE: ReadonlySet<string> = new Set(['work_contradicts', 'work_ends_before_start'])

/** A job of a row as the commit writes it. */
export function stagedWork(work: WorkDraft, division: string, on: CalendarDate): StagedJob | null {
  const verified = work.verifiedOn?.date ?? null
  const idleOn = addDays(on, -1)
  if (work.form === null) return null
  const start = startOf(work, on)
  const end = work.open ? null : (work.to?.date ?? verified ?? start.date)
  const kind = work.verifyMethod ?? 'village'
  return {
    working: true, idle_on: idleOn,
    columns: { ...placeColumns(work, division), ...jobColumns(work), start_on: start.date, start_precision: start.precision,
      // A start after the end is a slip of the sheet that the checks have queried; the job is kept with its end.
      end_on: end !== null && end < start.date ? start.date : end, end_precision: end === null ? null : (work.to?.precision ?? 'day') },
    evidence: verified === null ? null : { kind, grade: gradeOf(kind), on_date: verified },
  }
}

// Without a start the job is at least as old as the months the sheet gives, or as the day somebody verified it. A job
// that has ended is counted back from its end, so that the same row means the same job next month.
function startOf(work: WorkDraft, on: CalendarDate): { date: CalendarDate; precision: 'day' | 'month' | 'year' } {
  if (work.from) return work.from
  const until = work.open ? undefined : work.to?.date
  if (typeof work.months === 'number' && work.months > 0) return { date: addMonths(until ?? on, -Math.ceil(work.months)), precision: 'month' }
  return { date: until ?? work.verifiedOn?.date ?? on, precision: 'month' }
}

function placeColumns(work: WorkDraft, division: string): Columns {
  const code = work.place?.code
  const area = (code === undefined ? undefined : workAreaOf(code, division)) ?? work.area ?? null
  return {
    place_code: code ?? null, place_raw: work.place?.name ?? work.placeText ?? null, area,
    track: (code === undefined ? undefined : trackOf(code, PREFECTURE)) ?? trackOfArea(area),
  }
}

// 县外省内 may lie inside the prefecture or outside it, so it tells no track.
function trackOfArea(area: string | null): string | null {
  if (area === '04' || area === '06') return '1'
  return area === '01' || area === '02' ? '2' : null
}

function jobColumns(work: WorkDraft): Columns {
  const sector = work.industry ? sectorOf(work.industry) : undefined
  return {
    employer_raw: work.employer || work.placeText || '未填', employer_uscc: work.uscc ?? null, occupation: work.occupation ?? null,
    occupation_raw: work.occupationText ?? null, industry: work.industry ?? null, sector: sector === undefined ? null : Number(sector),
    channel: work.channel ?? null, organised: work.organised ?? false, form: work.form, gain_type: work.gainType ?? null,
    contract: work.contract ?? null, contract_from: work.contractFrom?.date ?? null, contract_to: work.contractTo?.date ?? null,
    wage_min: cents(work.wage?.min), wage_max: cents(work.wage?.max), wage_basis: work.wage?.basis ?? null,
    wage_monthly: cents(work.wage?.monthly),
  }
}

export type StagedTraining = { course: string; from_on: CalendarDate | null }

export function stagedTraining(draft: PersonDraft): StagedTraining | null {
  return draft.training ? { course: draft.training, from_on: draft.trainingOn?.date ?? null } : null
}

// A number that the column cannot hold is a slip (an ID under 耕地面积); the checks have warned of it.
function withinColumn(value: number | null | undefined, below: number): number | undefined {
  return typeof value === 'number' && Math.abs(value) < below ? value : undefined
}

function wholeNumber(text: string | null | undefined): number | undefined {
  return /^\d{1,9}$/u.test(text ?? '') ? Number(text) : undefined
}

// As the column keeps it, so that the same sheet is found to be the same.
function cents(amount: number | null | undefined): number | null {
  return typeof amount === 'number' ? Math.round(amount * 100) / 100 : null
}

/** Drops what the sheet does not state; a cell that is empty leaves what is known, since blanks are rarely meant. */
function stated(columns: Columns): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined && value !== null))
}
