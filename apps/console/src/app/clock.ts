import { businessDayOf } from '@anye/kernel/calendar-date'
import type { CalendarDate } from '@anye/kernel/calendar-date'

/** Today in Asia/Shanghai; the only place of the console that reads the machine's clock. */
export function today(): CalendarDate {
  return businessDayOf(Date.now())
}
