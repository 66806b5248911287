import { createGazetteer, type Gazetteer } from '@anye/codes/data/divisions-gazetteer'
import { DIVISIONS } from '@anye/codes/data/divisions'
import { everydayName } from '@anye/codes/data/divisions-names'
import { REPORTING_UNITS } from '@anye/codes/data/divisions-units'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { DivisionLookup } from './place.rules.ts'

/**
 * Finds and names divisions by the list that comes with the product; for dry runs without a database. A
 * running server passes a look-up over its own, edited division table instead.
 */
export function createFileLookup(): DivisionLookup {
  const byDay = new Map<CalendarDate, Gazetteer>()
  const names = new Map(DIVISIONS.map(({ code, name, level }) => [code, everydayName(name, level, code)]))
  return {
    resolve(place, on) {
      const gazetteer = byDay.get(on) ?? createGazetteer(DIVISIONS, REPORTING_UNITS, on)
      byDay.set(on, gazetteer)
      return gazetteer.resolve(place)
    },
    nameOf(code) {
      const levels = [6, 9, 12].filter((digits) => digits <= code.length)
      return levels.map((digits) => names.get(code.slice(0, digits)) ?? '').join('') || code
    },
  }
}
