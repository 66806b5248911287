import { sql } from 'kysely'
import type { CounterKey } from '@anye/contract/indicators/counters'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { rows, type Tx } from '../../../platform/db.ts'
import { villagesOf, type Place } from '../../organization/organization.api.ts'

/** A line of a day's books for a place two levels down, with the place between; `key` is null where nothing is booked. */
export type BookLine = {
  code: string; name: string; parentCode: string; parentName: string
  key: CounterKey | null; opening: number; change: number; correction: number; closing: number
}

const LEVELS = {
  unit_code: { code: 'v.township_code', name: 'v.township_name', parentCode: 'v.unit_code', parentName: 'v.unit_name' },
  township_code: { code: 'v.code', name: 'v.name', parentCode: 'v.township_code', parentName: 'v.township_name' },
} as const

/**
 * The books of a closed day two levels below a place: townships of the prefecture, villages of a reporting unit. One
 * pass over the day, from which every sum above can be added up; opening is the closing of the closed day before.
 */
export async function listBooksBelow(tx: Tx, place: Place, day: CalendarDate): Promise<BookLine[]> {
  const level = LEVELS[place.children?.column === 'township_code' ? 'township_code' : 'unit_code']
  return rows(tx, sql<BookLine>`
    select ${sql.ref(level.code)} as code, ${sql.ref(level.name)} as name, ${sql.ref(level.parentCode)} as "parentCode",
      ${sql.ref(level.parentName)} as "parentName", l.key, coalesce(sum(l.opening), 0)::int as opening, coalesce(sum(l.change), 0)::int as change,
      coalesce(sum(l.correction), 0)::int as correction, coalesce(sum(l.closing), 0)::int as closing
    from organization.pub_village v left join indicators.ledger l on l.division = v.code and l.day = ${day}
    where ${villagesOf(place)} group by 1, 2, 3, 4, 5 order by 1, 5`)
}
