import type { ErrorCode } from '@anye/contract/errors'
import type { FieldLevel } from '@anye/contract/access'
import type { Holder } from '@anye/contract/organization/posts/body'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { maskFor } from '../../../platform/crypto/mask.rules.ts'

/** Which refusal the end of a term meets: an older version, an end already as early, an end before the start. */
export function checkTermEnd(
  holder: { term_from: CalendarDate; term_to: CalendarDate | null; version: number },
  end: { lastDay: CalendarDate; version: number },
): ErrorCode | undefined {
  if (holder.version !== end.version) return 'stale_version'
  if (holder.term_to !== null && holder.term_to <= end.lastDay) return 'already_done'
  return end.lastDay < holder.term_from ? 'wrong_state' : undefined
}

type HeldPost = {
  id: string; name: string; duty: string | null; user_id: string | null
  term_from: CalendarDate; term_to: CalendarDate | null; version: number
}

/**
 * A holder as the viewer may see it. Names of officials stand on the responsibility board (挂图), so only the phone
 * follows the field level.
 * @param phone the opened number, null when none is known
 */
export function holderFor(level: FieldLevel, row: HeldPost, phone: string | null): Holder {
  return {
    id: row.id,
    name: row.name,
    duty: row.duty,
    phone: maskFor(level, 'phone', phone),
    userId: row.user_id,
    termFrom: row.term_from,
    termTo: row.term_to,
    version: row.version,
  }
}
