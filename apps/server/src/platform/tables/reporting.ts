// Generated from the migrated database by `npm run gen`; architecture/generated.test.ts compares.
import type { CalendarDate } from '@anye/kernel/calendar-date'

/** Columns of views may be null: PostgreSQL does not say which are not. */
export type ReportingTables = {
  'reporting.correction': {
    report_id: string; number: number; text: string; signed_at: Date; signed_by: string; signer_name: string
  }
  'reporting.export_request': {
    id: string; what: string; filter: unknown; columns: string[]; rows: number; reason: string; state: string
    scope: string[]; field_level: string; asked_by: string; asked_at: Date; decided_by: string | null
    decided_at: Date | null; file_id: string | null; expires_at: Date | null; probe: string
  }
  'reporting.report': {
    id: string; unit_code: string; day: CalendarDate; number: number; state: string; content: unknown
    notes: unknown; compiled_at: Date; compiled_by: string | null; signed_at: Date | null
    signed_by: string | null; signer_name: string | null; signer_title: string | null; digest: string | null
    version: number
  }
}
