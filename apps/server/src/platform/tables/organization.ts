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
  'organization.holder': {
    id: string; post_id: string; user_id: string | null; name: string; duty: string | null
    phone_sealed: Buffer | null; term_from: CalendarDate; term_to: CalendarDate | null
    ended_reason: string | null; version: number
  }
  'organization.organisation': {
    id: string; kind: string; name: string; division: string; unit_code: string | null
    parent_id: string | null; valid_from: CalendarDate; valid_to: CalendarDate | null
  }
  'organization.post': {
    id: string; organisation_id: string; kind: string; title: string; rank: number; required: boolean
    division: string
  }
  'organization.pub_unit': {
    code: string | null; name: string | null; short_name: string | null; county_code: string | null
    sort: number | null
  }
  'organization.pub_user': {
    id: string | null; name: string | null; user_name: string | null
  }
  'organization.pub_village': {
    code: string | null; name: string | null; township_code: string | null; township_name: string | null
    county_code: string | null; county_name: string | null; unit_code: string | null
    unit_name: string | null; urban: boolean | null
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
}
