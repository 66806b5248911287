// Generated from the migrated database by `npm run gen`; architecture/generated.test.ts compares.
import type { CalendarDate } from '@anye/kernel/calendar-date'

/** Columns of views may be null: PostgreSQL does not say which are not. */
export type OrganizationTables = {
  'organization.division': {
    code: string; valid_from: CalendarDate; valid_to: CalendarDate | null; name: string; short_name: string
    level: number; parent_code: string | null; successor_code: string | null; kind: string; pinyin: string
    initials: string; sort: number
  }
  'organization.grid': {
    id: string; division: string; name: string; groups: string[]; post_id: string | null
  }
  'organization.handover': {
    id: string; grid_id: string; division: string; from_holder_id: string; to_user_id: string
    from_on: CalendarDate; note: string | null; state: string; on_behalf: boolean; offered_by: string
    offered_at: Date; expires_at: Date; closed_by: string | null; closed_at: Date | null
    answer: string | null; begins_on: CalendarDate | null; version: number
  }
  'organization.holder': {
    id: string; post_id: string; user_id: string | null; name: string; duty: string | null
    phone_sealed: Buffer | null; term_from: CalendarDate; term_to: CalendarDate | null
    ended_reason: string | null; version: number
  }
  'organization.organisation': {
    id: string; kind: string; name: string; division: string; unit_code: string | null
    parent_id: string | null; valid_from: CalendarDate; valid_to: CalendarDate | null
  }
  'organization.party_group': {
    id: string; weak_group_id: string; division: string; name: string; leader_name: string | null
    from_on: CalendarDate; to_on: CalendarDate | null; version: number
  }
  'organization.post': {
    id: string; organisation_id: string; kind: string; title: string; rank: number; required: boolean
    division: string
  }
  'organization.pub_grid': {
    id: string | null; division: string | null; name: string | null; groups: string[] | null
    post_id: string | null
  }
  'organization.pub_party_group': {
    id: string | null; weak_group_id: string | null; division: string | null; name: string | null
    leader_name: string | null; from_on: CalendarDate | null; to_on: CalendarDate | null
    version: number | null
  }
  'organization.pub_term': {
    id: string | null; user_id: string | null; post_id: string | null; kind: string | null
    division: string | null; term_from: CalendarDate | null; term_to: CalendarDate | null
  }
  'organization.pub_unit': {
    code: string | null; name: string | null; short_name: string | null; county_code: string | null
    sort: number | null
  }
  'organization.pub_user': {
    id: string | null; name: string | null; user_name: string | null; state: string | null
  }
  'organization.pub_village': {
    code: string | null; name: string | null; township_code: string | null; township_name: string | null
    county_code: string | null; county_name: string | null; unit_code: string | null
    unit_name: string | null; urban: boolean | null
  }
  'organization.pub_weak_group': {
    id: string | null; division: string | null; group_name: string | null; criteria: string[] | null
    note: string | null; listed_on: CalendarDate | null; base_labourers: number | null
    base_unemployed: number | null; delisted_on: CalendarDate | null; delist_note: string | null
    version: number | null
  }
  'organization.pub_weak_group_cadre': {
    id: string | null; weak_group_id: string | null; division: string | null; user_id: string | null
    name: string | null; duty: string | null; term_from: CalendarDate | null; term_to: CalendarDate | null
    closed_on: CalendarDate | null; result: string | null; version: number | null
  }
  'organization.reporting_unit': {
    code: string; name: string; short_name: string; county_code: string | null; sort: number
  }
  'organization.reporting_unit_township': {
    unit_code: string; township_code: string; valid_from: CalendarDate; valid_to: CalendarDate | null
  }
  'organization.role_grant': {
    id: string; user_id: string; role: string; scope: string[]; unit_code: string | null
    valid_from: CalendarDate; valid_to: CalendarDate | null; granted_by: string | null; granted_at: Date
  }
  'organization.user_account': {
    id: string; user_name: string; name: string; duty: string | null; state: string
    must_change_password: boolean; demo: boolean; created_at: Date; created_by: string | null
    version: number
  }
  'organization.village': {
    code: string; name: string; township_code: string; township_name: string; county_code: string
    county_name: string; unit_code: string; unit_name: string; urban: boolean
  }
  'organization.weak_group': {
    id: string; division: string; group_name: string; criteria: string[]; note: string | null
    listed_on: CalendarDate; listed_by: string | null; base_labourers: number; base_unemployed: number
    delisted_on: CalendarDate | null; delisted_by: string | null; delist_note: string | null; version: number
  }
  'organization.weak_group_cadre': {
    id: string; weak_group_id: string; division: string; user_id: string | null; name: string
    duty: string | null; term_from: CalendarDate; term_to: CalendarDate; closed_on: CalendarDate | null
    result: string | null; version: number
  }
}
