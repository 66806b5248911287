import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Database, Tx } from '../../../platform/db.ts'
import { listUnits } from '../units/unit.query.ts'
import { prefixesOfPlace } from './area.rules.ts'

/** The code prefixes that are exactly a place on a day: a reporting unit's townships, a division's code. */
export async function prefixesUnder(tx: Tx | Database, place: string, on: CalendarDate): Promise<readonly string[]> {
  return prefixesOfPlace(place, await listUnits(tx, on))
}
