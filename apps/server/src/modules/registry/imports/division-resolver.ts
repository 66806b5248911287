import { createGazetteer, type Gazetteer } from '@anye/codes/data/divisions-gazetteer'
import { DIVISIONS } from '@anye/codes/data/divisions'
import { REPORTING_UNITS } from '@anye/codes/data/divisions-units'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { nameOfDivision } from '../persons/register-name.rules.ts'
import type { DivisionLookup } from './place.rules.ts'

/**
 * Finds and names divisions by the list that comes with the product; for dry runs without a database. A
 * running server passes a look-up over its own, edited division table instead.
 */
export function createFileLookup(): DivisionLookup {
  const byDay = new Map<CalendarDate, Gazetteer>()
  return {
    resolve(place, on) {
      const gazetteer = byDay.get(on) ?? createGazetteer(DIVISIONS, REPORTING_UNITS, on)
      byDay.set(on, gazetteer)
      return gazetteer.resolve(place)
    },
    nameOf: nameOfDivision,
  }
}
