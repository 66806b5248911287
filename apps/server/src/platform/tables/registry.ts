// Generated from the migrated database by `npm run gen`; architecture/generated.test.ts compares.
import type { CalendarDate } from '@anye/kernel/calendar-date'

/** Columns of views may be null: PostgreSQL does not say which are not. */
export type RegistryTables = {
  'registry.contact': {
    id: string; household_id: string; division: string; user_id: string | null; name: string
    phone_sealed: Buffer | null; from_on: CalendarDate; to_on: CalendarDate | null; source: string
    ended_note: string | null; voided_at: Date | null; version: number; recorded_at: Date
    recorded_by: string | null; import_id: string | null
  }
  'registry.episode': {
    id: string; person_id: string; household_id: string; division: string; start_on: CalendarDate
    start_precision: string; end_on: CalendarDate | null; end_precision: string | null; employer_raw: string
    employer_uscc: string | null; occupation: string | null; occupation_raw: string | null
    industry: string | null; sector: number | null; place_code: string | null; place_raw: string | null
    area: string | null; track: string | null; gain_type: string | null; channel: string | null
    organised: boolean; form: string; contract: string | null; contract_from: CalendarDate | null
    contract_to: CalendarDate | null; wage_min: number | null; wage_max: number | null
    wage_basis: string | null; wage_monthly: number | null; paid_days: number | null; insured: boolean | null
    end_reason: string | null; voided: boolean; source: string; raw: unknown; version: number
    recorded_at: Date; recorded_by: string | null; import_id: string | null
  }
  'registry.evidence': {
    id: string; episode_id: string; division: string; kind: string; grade: string; on_date: CalendarDate
    amount: number | null; note: string | null; file_id: string | null; recorded_at: Date
    recorded_by: string | null
  }
  'registry.exemption': {
    id: string; person_id: string; division: string; reason: string; from_on: CalendarDate
    until_on: CalendarDate; approved_by: string | null; approved_at: Date | null; asked_by: string | null
    version: number; ended_by: string | null; ended_at: Date | null; end_note: string | null
  }
  'registry.household': {
    id: string; hh_no: string | null; source: string; division: string; group_name: string | null
    register_division: string | null; type: string; attribute: string | null; type_year: number | null
    resettled: boolean; resettled_year: number | null; site: string | null; room: string | null
    causes: string[]; per_capita_income: number | null; land_mu: number | null; phone_sealed: Buffer | null
    phone_lookup: Buffer | null; contact_name: string | null; grid_name: string | null
    head_id: string | null; head_name: string | null; members: number; status: string; parents: string[]
    raw: unknown; version: number; recorded_at: Date; recorded_by: string | null; import_id: string | null
    known_since: CalendarDate
  }
  'registry.household_change': {
    division: string; household_id: string; xid: number; at: Date
  }
  'registry.import': {
    id: string; file_id: string; file_name: string; sha256: Buffer; kind: string; state: string
    on_date: CalendarDate; prefixes: string[]; probe: string; mapping: unknown; fingerprint: string | null
    remembered: boolean; columns: unknown; missing: string[]; sheets: unknown; counts: unknown
    difference: unknown; done: number; total: number | null; cancel_asked: boolean; message: string | null
    annotated_file_id: string | null; same_as: string | null; created_at: Date; created_by: string
    created_by_name: string; committed_at: Date | null
  }
  'registry.import_history': {
    import_id: string; n: number; division: string; sheet: number; row: number; id_lookup: Buffer
    job: unknown
  }
  'registry.import_household': {
    import_id: string; n: number; new_id: string; division: string; hh_no: string | null; payload: unknown
    matched_id: string | null; change: string | null
  }
  'registry.import_issue': {
    import_id: string; n: number; sheet_index: number | null; sheet: string | null; row: number | null
    column: string | null; rule: string; level: string; code: string; field: string | null; values: unknown
    message: string
  }
  'registry.import_mapping': {
    fingerprint: string; probe: string; mapping: unknown; used_at: Date
  }
  'registry.import_person': {
    import_id: string; n: number; household_n: number; new_id: string; division: string; sheet: number
    row: number; level: string; name: string; sex: string | null; birth: CalendarDate | null
    id_lookup: Buffer | null; payload: unknown; job: unknown; training: unknown; matched_id: string | null
    change: string | null
  }
  'registry.import_village': {
    import_id: string; division: string; persons: number; done_at: Date | null
  }
  'registry.person': {
    id: string; household_id: string; division: string; seq: number | null; name: string; name_pinyin: string
    name_initials: string; former_name: string | null; id_type: string; id_no_sealed: Buffer | null
    id_no_lookup: Buffer | null; id_last4_lookup: Buffer | null; sex: string; birth: CalendarDate | null
    ethnic: string | null; relation: string; is_head: boolean; education: string | null
    in_school: string | null; marital: string | null; political: string | null; health: string[]
    disability_category: string | null; disability_grade: string | null; labour_skill: string | null
    pop_class: string; phone_sealed: Buffer | null; phone_lookup: Buffer | null
    bank_no_sealed: Buffer | null; skills: string[]; intent: string | null; dibao: boolean | null
    tekun: boolean | null; status: string; exit_on: CalendarDate | null; raw: unknown; version: number
    recorded_at: Date; recorded_by: string | null; import_id: string | null; bank_no_lookup: Buffer | null
    graduates_on: CalendarDate | null; register_division: string | null
  }
  'registry.pub_contact': {
    id: string | null; household_id: string | null; division: string | null; user_id: string | null
    name: string | null; phone_sealed: Buffer | null; from_on: CalendarDate | null
    to_on: CalendarDate | null; source: string | null; version: number | null
  }
  'registry.pub_episode': {
    id: string | null; person_id: string | null; household_id: string | null; division: string | null
    start_on: CalendarDate | null; start_precision: string | null; end_on: CalendarDate | null
    employer_raw: string | null; employer_uscc: string | null; occupation: string | null
    industry: string | null; sector: number | null; place_code: string | null; place_raw: string | null
    area: string | null; track: string | null; gain_type: string | null; channel: string | null
    organised: boolean | null; form: string | null; contract: string | null
    contract_from: CalendarDate | null; contract_to: CalendarDate | null; wage_min: number | null
    wage_max: number | null; wage_basis: string | null; wage_monthly: number | null; paid_days: number | null
    insured: boolean | null; end_reason: string | null; voided: boolean | null; source: string | null
    version: number | null
  }
  'registry.pub_evidence': {
    id: string | null; episode_id: string | null; division: string | null; kind: string | null
    grade: string | null; on_date: CalendarDate | null; amount: number | null; note: string | null
    recorded_at: Date | null
  }
  'registry.pub_exemption': {
    id: string | null; person_id: string | null; division: string | null; reason: string | null
    from_on: CalendarDate | null; until_on: CalendarDate | null; approved_by: string | null
    approved_at: Date | null; asked_by: string | null; state: string | null; ended_at: Date | null
  }
  'registry.pub_household': {
    id: string | null; hh_no: string | null; division: string | null; group_name: string | null
    type: string | null; attribute: string | null; type_year: number | null; resettled: boolean | null
    resettled_year: number | null; site: string | null; room: string | null; causes: string[] | null
    per_capita_income: number | null; land_mu: number | null; phone_sealed: Buffer | null
    contact_name: string | null; grid_name: string | null; head_id: string | null; head_name: string | null
    members: number | null; status: string | null; parents: string[] | null; version: number | null
    register_division: string | null
  }
  'registry.pub_household_change': {
    division: string | null; household_id: string | null; xid: number | null
  }
  'registry.pub_import': {
    id: string | null; kind: string | null; state: string | null; counts: unknown; difference: unknown
    probe: string | null; created_at: Date | null; committed_at: Date | null
  }
  'registry.pub_person': {
    id: string | null; household_id: string | null; division: string | null; seq: number | null
    name: string | null; id_no_sealed: Buffer | null; sex: string | null; birth: CalendarDate | null
    ethnic: string | null; relation: string | null; is_head: boolean | null; education: string | null
    in_school: string | null; marital: string | null; political: string | null; health: string[] | null
    disability_category: string | null; disability_grade: string | null; labour_skill: string | null
    pop_class: string | null; phone_sealed: Buffer | null; bank_no_sealed: Buffer | null
    skills: string[] | null; intent: string | null; dibao: boolean | null; tekun: boolean | null
    status: string | null; exit_on: CalendarDate | null; version: number | null
    graduates_on: CalendarDate | null; register_division: string | null
  }
  'registry.pub_person_initials': {
    id: string | null; division: string | null; name_initials: string | null
  }
  'registry.pub_segment': {
    household_id: string | null; division: string | null; kind: string | null; from_on: CalendarDate | null
    to_on: CalendarDate | null; source: string | null
  }
  'registry.pub_training': {
    id: string | null; person_id: string | null; division: string | null; course: string | null
    kind: string | null; from_on: CalendarDate | null; to_on: CalendarDate | null; result: string | null
    certificate: string | null
  }
  'registry.pub_village_touch': {
    division: string | null; at: Date | null
  }
  'registry.segment': {
    household_id: string; division: string; kind: string; from_on: CalendarDate; to_on: CalendarDate | null
    source: string
  }
  'registry.training': {
    id: string; person_id: string; division: string; course: string; kind: string | null
    from_on: CalendarDate | null; to_on: CalendarDate | null; result: string | null
    certificate: string | null; recorded_at: Date; recorded_by: string | null; import_id: string | null
  }
  'registry.version': {
    id: number; entity: string; entity_id: string; division: string; version: number; before: unknown
    after: unknown; reason: string; recorded_at: Date; recorded_by: string | null; import_id: string | null
  }
  'registry.village_touch': {
    id: number; division: string; at: Date
  }
}
