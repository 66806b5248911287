import { startOfBusinessDay, type CalendarDate } from '@anye/kernel/calendar-date'
import type { Tx } from '../../../platform/db.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { addWorkdays } from '../../../platform/workdays.rules.ts'
import { monthRatesOf } from '../../cards/cards.api.ts'
import {
  findDay,
  findDayBefore,
  getFreshness,
  getParametersOn,
  getPlansOn,
  listBooksBelow,
  listFrozenZero,
  type ChildCounters,
} from '../../indicators/indicators.api.ts'
import { chiefsOf, getPlace, listUnits, PREFECTURE, type Place } from '../../organization/organization.api.ts'
import { addUpBooks } from './books.rules.ts'
import { tallyImports } from './import-tally.query.ts'
import type { ReportFacts } from './report-facts.ts'

/**
 * Exports of more than 200 rows need approval (DOMAIN section 8), so the annex holds no more and says how
 * many there are.
 */
const ANNEX_MOST = 200

/**
 * The prefecture or a reporting unit as a place; refuses anything below, which has no report of its own, and
 * any place that is not wholly in the scope of the transaction.
 */
export async function getReportPlace(tx: Tx, unit: string): Promise<Place> {
  const place = await getPlace(tx, unit, 'unit')
  if (place.ref.level !== 'prefecture' && place.ref.level !== 'unit')
    throw new Refusal('not_found', { place: unit })
  return place
}

/**
 * Reads what the report of a place says from the books of a closed day; nothing live enters but the names of
 * households and officials. Refuses `day_not_closed` for a day whose books were not closed at its own
 * cut-off.
 */
export async function readFacts(
  tx: Tx,
  place: Place,
  day: CalendarDate,
): Promise<Omit<ReportFacts, 'number' | 'synthetic'>> {
  const closed = await findDay(tx, day)
  if (closed?.state !== 'closed') throw new Refusal('day_not_closed', { day })
  const before = await findDayBefore(tx, day)
  const isPrefecture = place.ref.level === 'prefecture'
  const { counters, countersBefore, units, leaves, ledger } = addUpBooks(await listBooksBelow(tx, place, day))
  const reporting = await listUnits(tx, day)
  const prefixes = isPrefecture
    ? [PREFECTURE]
    : (reporting.find(({ code }) => code === place.ref.code)?.scope ?? [])
  const importedFrom = before?.state === 'closed' ? before.closed_at.getTime() : startOfBusinessDay(day)
  return {
    place: place.ref,
    day,
    before: before?.day,
    ledgerHead: closed.head ?? '',
    chiefs: await chiefs(tx, place.ref.code, day),
    base: (await getFreshness(tx, place, { live: false, day, frozen: true }, day)).base,
    plans: await getPlansOn(tx, day),
    counters,
    countersBefore: before === undefined ? undefined : countersBefore,
    ledger,
    units: {
      level: isPrefecture ? 'unit' : 'township',
      rows: inOrderOf(reporting, units.rows),
      rowsBefore: before === undefined ? [] : units.rowsBefore,
    },
    leaves: { level: isPrefecture ? 'township' : 'village', ...leaves },
    cards: await monthRatesOf(tx, place, day, closed.closed_at),
    imports: await tallyImports(tx, prefixes, importedFrom, closed.closed_at.getTime()),
    zero: await frozenZero(tx, place, day),
  }
}

async function chiefs(tx: Tx, unit: string, day: CalendarDate): Promise<ReportFacts['chiefs']> {
  return (await chiefsOf(tx, unit, day)).map(({ title, name }) => ({ title, name }))
}

/** Units in the order of reports, which is not that of their codes; townships stay in the order of theirs. */
function inOrderOf(units: readonly { code: string }[], rows: readonly ChildCounters[]): ChildCounters[] {
  const order = new Map(units.map(({ code }, index) => [code, index]))
  return rows.toSorted((a, b) => (order.get(a.code) ?? 0) - (order.get(b.code) ?? 0))
}

async function frozenZero(tx: Tx, place: Place, day: CalendarDate): Promise<ReportFacts['zero']> {
  const { parameters } = await getParametersOn(tx, day)
  const { rows, total } = await listFrozenZero(tx, place, day, ANNEX_MOST)
  return {
    rows: rows.map((row) => ({ ...row, dueOn: addWorkdays(row.since, parameters.zeroClearDays) })),
    total,
  }
}
