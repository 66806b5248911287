// Generated from the migrated database by `npm run gen`; architecture/generated.test.ts compares.
import type { CalendarDate } from '@anye/kernel/calendar-date'

/** Columns of views may be null: PostgreSQL does not say which are not. */
export type PlatformTables = {
  'platform.audit_entry': {
    id: number; at: Date; actor_id: string | null; actor_name: string | null; action: string; outcome: string
    object_type: string | null; object_id: string | null; division: string | null; before: unknown
    after: unknown; reason: string | null; request_id: string | null; address: string | null
    content_hash: Buffer
  }
  'platform.audit_link': {
    seq: number; entry_id: number; hash: Buffer
  }
  'platform.audit_pending': {
    entry_id: number
  }
  'platform.command_claim': {
    command_id: string; endpoint: string; actor_id: string; request_hash: Buffer; response: unknown; at: Date
  }
  'platform.crypto_key': {
    id: number; suite: string; wrapped_key: Buffer; state: string; created_at: Date; purpose: string
  }
  'platform.definition': {
    name: string; hash: string; at: Date
  }
  'platform.event': {
    id: number; type: string; payload: unknown; at: Date
  }
  'platform.event_cursor': {
    subscriber: string; last_id: number; moved_at: Date
  }
  'platform.file': {
    id: string; name: string; media_type: string; bytes: number; sha256: Buffer; purpose: string
    owner_id: string; division: string | null; created_at: Date; expires_at: Date | null
  }
  'platform.migration': {
    name: string; hash: string; at: Date
  }
  'platform.setting': {
    key: string; valid_from: CalendarDate; value: unknown; document: string | null; updated_by: string | null
    updated_at: Date
  }
  'platform.task': {
    id: string; kind: string; title: string; state: string; done: number; total: number | null
    detail: unknown; owner_id: string; cancel_asked: boolean; created_at: Date; updated_at: Date
  }
}
