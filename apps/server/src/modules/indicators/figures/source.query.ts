import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Tx } from '../../../platform/db.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { findDay, findDayBefore } from '../days/ledger.store.ts'
import type { Source } from './sums.query.ts'

/** Live numbers without a day; else the books of a closed day. `before` is the closed day to compare with. */
export async function pickSource(
  tx: Tx, wanted: CalendarDate | undefined, today: CalendarDate,
): Promise<{ source: Source; day: CalendarDate; before: CalendarDate | undefined }> {
  const day = wanted ?? today
  if (wanted !== undefined && (await findDay(tx, wanted)) === undefined) throw new Refusal('not_found', { day: wanted })
  const source: Source = wanted === undefined ? { live: true } : { live: false, day: wanted }
  return { source, day, before: (await findDayBefore(tx, day))?.day }
}
