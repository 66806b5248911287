// Generated from the migrated database by `npm run gen`; architecture/generated.test.ts compares.
import type { CalendarDate } from '@anye/kernel/calendar-date'

/** Columns of views may be null: PostgreSQL does not say which are not. */
export type CardsTables = {
  'cards.card': {
    id: string; token: string; card_no: string; household_id: string; division: string; bag_no: number
    state: string; issued_on: CalendarDate; issued_by: string | null; replaces: string | null
    in_bag: boolean | null; checked_at: Date | null; checked_by: string | null; ended_on: CalendarDate | null
    ended_reason: string | null
  }
  'cards.check': {
    id: string; month: string; person_id: string; household_id: string; division: string; observed_at: Date
    device_at: Date; received_at: Date; skew_seconds: number | null; clock_wrong: boolean; late: boolean
    method: string; place: unknown; status: string; no_change: boolean; job: unknown; applied: boolean
    services: unknown; note: string | null; checked_by: string; device_id: string | null
    on_behalf: string | null
  }
  'cards.closing': {
    id: string; act_id: string; month: string; division: string; level: string; act: string; place: string
    lines: number; exceptions: number; reason: string | null; by: string; at: Date
  }
  'cards.failed_call': {
    id: string; month: string; person_id: string; household_id: string; division: string; called_at: Date
    device_at: Date; received_at: Date; skew_seconds: number | null; clock_wrong: boolean; called_by: string
    device_id: string | null; on_behalf: string | null
  }
  'cards.line': {
    month: string; person_id: string; household_id: string; division: string; state: string
    known_status: string | null; known_job: string | null; evidence_on: CalendarDate | null
    months_without_contact: number; months_unchanged: number; check_id: string | null; status: string | null
    method: string | null; no_change: boolean | null; checked_by: string | null; checked_at: Date | null
    late: boolean | null; in_dispute: boolean; review_note: string | null; reviewed_by: string | null
    reviewed_at: Date | null; version: number; review_id: string | null; exception: string | null
  }
  'cards.need': {
    id: string; person_id: string; household_id: string; division: string; kind: string; note: string | null
    state: string; raised_on: CalendarDate; raised_by: string; check_id: string | null
    owner_id: string | null; owner_name: string | null; due_on: CalendarDate; service: string | null
    service_note: string | null; served_on: CalendarDate | null; served_by: string | null
    closed_on: CalendarDate | null; closed_by: string | null; version: number; handed_on: CalendarDate | null
    close_note: string | null; reopened_on: CalendarDate | null; reopened_by: string | null
    reopen_note: string | null
  }
  'cards.parked': {
    id: string; command_id: string; endpoint: string; contract_version: number; payload_sealed: Buffer
    author_id: string; author_name: string; reason: string; division: string; household_id: string
    device_id: string; device_at: Date; skew_seconds: number; received_at: Date; state: string
    decided_by: string | null; decided_at: Date | null; decision_note: string | null
  }
  'cards.print': {
    id: string; division: string; group_name: string | null; paper: string; year: number; households: number
    pages: number | null; state: string; field_level: string; link_base: string; asked_by: string
    asked_at: Date; file_id: string | null; expires_at: Date | null
  }
  'cards.pub_check': {
    id: string | null; month: string | null; person_id: string | null; household_id: string | null
    division: string | null; observed_at: Date | null; received_at: Date | null; clock_wrong: boolean | null
    late: boolean | null; method: string | null; status: string | null; no_change: boolean | null
    applied: boolean | null; note: string | null; checked_by: string | null; on_behalf: string | null
  }
  'cards.pub_line': {
    month: string | null; person_id: string | null; household_id: string | null; division: string | null
    state: string | null; known_status: string | null; evidence_on: CalendarDate | null
    months_without_contact: number | null; months_unchanged: number | null; check_id: string | null
    status: string | null; method: string | null; no_change: boolean | null; checked_by: string | null
    checked_at: Date | null; late: boolean | null; in_dispute: boolean | null; review_note: string | null
    reviewed_by: string | null; reviewed_at: Date | null; version: number | null
  }
  'cards.pub_need': {
    id: string | null; person_id: string | null; household_id: string | null; division: string | null
    kind: string | null; note: string | null; state: string | null; raised_on: CalendarDate | null
    owner_id: string | null; owner_name: string | null; due_on: CalendarDate | null; service: string | null
    served_on: CalendarDate | null; closed_on: CalendarDate | null
  }
  'cards.pub_recall': {
    id: string | null; sample_id: string | null; month: string | null; person_id: string | null
    division: string | null; stated: string | null; found: string | null; outcome: string | null
    method: string | null; recalled_by: string | null; recalled_at: Date | null
  }
  'cards.pub_settlement': {
    id: string | null; month: string | null; person_id: string | null; division: string | null
    check_id: string | null; over_id: string | null; settled_by: string | null; settled_at: Date | null
  }
  'cards.pub_village_month': {
    month: string | null; division: string | null; as_of: CalendarDate | null; due_on: CalendarDate | null
    lines: number | null; opened_at: Date | null; village_closed_at: Date | null
    township_closed_at: Date | null; county_closed_at: Date | null
  }
  'cards.recall': {
    id: string; sample_id: string; month: string; person_id: string; division: string; check_id: string
    stated: string; found: string; outcome: string; method: string; note: string | null; recalled_by: string
    recalled_at: Date
  }
  'cards.review': {
    id: string; month: string; filter: unknown; prefixes: string[]; probe: string; state: string
    total: number; done: number; skipped: unknown; undone: number; cursor_division: string | null
    cursor_person: string | null; started_by: string; started_at: Date; ended_at: Date | null
    undo_by: string | null; undo_at: Date | null
  }
  'cards.sample': {
    id: string; month: string; place: string; probe: string; of: string; seed: string; wanted: number
    population: number; digest: string; drawn_by: string; drawn_at: Date
  }
  'cards.sample_member': {
    sample_id: string; n: number; person_id: string; household_id: string; division: string; check_id: string
    status: string; checked_by: string
  }
  'cards.settlement': {
    id: string; month: string; person_id: string; division: string; check_id: string; over_id: string | null
    note: string | null; settled_by: string; settled_at: Date
  }
  'cards.village_month': {
    month: string; division: string; as_of: CalendarDate; due_on: CalendarDate; lines: number
    opened_at: Date; completed_on: CalendarDate; village_closed_at: Date | null
    village_closed_by: string | null; township_closed_at: Date | null; township_closed_by: string | null
    county_closed_at: Date | null; county_closed_by: string | null
  }
}
