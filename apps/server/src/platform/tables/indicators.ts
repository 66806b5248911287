// Generated from the migrated database by `npm run gen`; architecture/generated.test.ts compares.
import type { CalendarDate } from '@anye/kernel/calendar-date'

/** Columns of views may be null: PostgreSQL does not say which are not. */
export type IndicatorsTables = {
  'indicators.base_household': {
    month: string; household_id: string; division: string; poor: boolean; resettled: boolean; edge: boolean
  }
  'indicators.base_month': {
    month: string; frozen_on: CalendarDate; frozen_by: string | null; households: number
  }
  'indicators.clock_state': {
    household_id: string; division: string; opened_on: CalendarDate; due_on: CalendarDate
    cleared_on: CalendarDate | null
  }
  'indicators.day': {
    day: CalendarDate; state: string; closed_at: Date; closed_by: string | null; head: string | null
  }
  'indicators.frozen_clock': {
    household_id: string; from_day: CalendarDate; to_day: CalendarDate | null; division: string
    opened_on: CalendarDate; due_on: CalendarDate; cleared_on: CalendarDate | null
  }
  'indicators.frozen_household': {
    household_id: string; from_day: CalendarDate; to_day: CalendarDate | null; division: string
    in_base: boolean; poor: boolean; resettled: boolean; edge: boolean; labourers: number; available: number
    employed: number; stable: number; zero: boolean; zero_since: CalendarDate | null; special: boolean
  }
  'indicators.frozen_person': {
    person_id: string; from_day: CalendarDate; to_day: CalendarDate | null; household_id: string
    division: string; available: boolean; employed: boolean; stable: boolean; to_verify: boolean
    employed_until: CalendarDate | null; episode_id: string | null; area: string | null; track: string | null
    destination: string | null; sector: number | null; organised: boolean | null; form: string | null
    wage_monthly: number | null; poor: boolean; resettled: boolean; edge: boolean
  }
  'indicators.household_state': {
    household_id: string; division: string; in_base: boolean; poor: boolean; resettled: boolean
    edge: boolean; labourers: number; available: number; employed: number; stable: number; zero: boolean
    zero_since: CalendarDate | null; special: boolean
  }
  'indicators.ledger': {
    day: CalendarDate; division: string; key: string; opening: number; change: number; correction: number
    closing: number
  }
  'indicators.person_state': {
    person_id: string; household_id: string; division: string; available: boolean; employed: boolean
    stable: boolean; to_verify: boolean; employed_until: CalendarDate | null; episode_id: string | null
    area: string | null; track: string | null; destination: string | null; sector: number | null
    organised: boolean | null; form: string | null; wage_monthly: number | null; poor: boolean
    resettled: boolean; edge: boolean
  }
  'indicators.pub_day': {
    day: CalendarDate | null; state: string | null; closed_at: Date | null; head: string | null
  }
  'indicators.pub_household_state': {
    household_id: string | null; division: string | null; in_base: boolean | null; poor: boolean | null
    resettled: boolean | null; edge: boolean | null; labourers: number | null; available: number | null
    employed: number | null; stable: number | null; zero: boolean | null; zero_since: CalendarDate | null
    special: boolean | null
  }
  'indicators.pub_person_state': {
    person_id: string | null; household_id: string | null; division: string | null; available: boolean | null
    employed: boolean | null; stable: boolean | null; to_verify: boolean | null
    employed_until: CalendarDate | null; episode_id: string | null; area: string | null; track: string | null
    destination: string | null; sector: number | null; organised: boolean | null; form: string | null
    wage_monthly: number | null; poor: boolean | null; resettled: boolean | null; edge: boolean | null
  }
  'indicators.pub_village_computed': {
    division: string | null; as_of: CalendarDate | null; computed_at: Date | null
  }
  'indicators.village_computed': {
    division: string; as_of: CalendarDate; computed_at: Date; facts_at: Date
  }
  'indicators.village_counter': {
    division: string; key: string; value: number
  }
}
