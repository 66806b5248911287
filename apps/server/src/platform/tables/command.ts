// Generated from the migrated database by `npm run gen`; architecture/generated.test.ts compares.
import type { CalendarDate } from '@anye/kernel/calendar-date'

/** Columns of views may be null: PostgreSQL does not say which are not. */
export type CommandTables = {
  'command.task': {
    id: string; division: string; kind: string; subject_id: string; household_id: string
    person_id: string | null; due_on: CalendarDate | null; detail: unknown; owner_name: string | null
    from_day: CalendarDate; to_day: CalendarDate | null; done: boolean | null
  }
  'command.task_day': {
    day: CalendarDate; division: string; taken_at: Date
  }
  'command.zero_case': {
    id: string; household_id: string; division: string; state: string; zero_since: CalendarDate
    opened_on: CalendarDate; owner_id: string | null; owner_name: string | null; episode_id: string | null
    note: string | null; proposed_by: string | null; proposed_on: CalendarDate | null
    approved_by: string | null; closed_on: CalendarDate | null; version: number
  }
  'command.zero_case_event': {
    case_id: string; seq: number; division: string; kind: string; at: Date; by_id: string | null
    owner_name: string | null; episode_id: string | null; note: string | null
  }
}
