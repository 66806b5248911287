import { startOfBusinessDay, type CalendarDate } from '@anye/kernel/calendar-date'
import type { Tx } from '../../../platform/db.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { addWorkdays } from '../../../platform/workdays.ts'
import {
  findDay, findDayBefore, getFreshness, getParametersOn, getPlace, getPlansOn, listFrozenZero, PREFECTURE, sumChildCounters, sumCounters,
  sumLedger, type Place,
} from '../../indicators/indicators.api.ts'
import { chiefsOf, listUnits } from '../../organization/organization.api.ts'
import { tallyImports } from './import-tally.query.ts'
import { townshipNames, unitNames } from './parent-names.query.ts'
import type { ReportFacts } from './report-facts.ts'

/** Exports of more than 200 rows need approval (DOMAIN section 8), so the annex holds no more and says how many there are. */
const ANNEX_MOST = 200

/**
 * The prefecture or a reporting unit as a place; refuses anything below, which has no report of its own, and any place
 * that is not wholly in the scope of the transaction.
 */
export async function getReportPlace(tx: Tx, unit: string): Promise<Place> {
  const place = await getPlace(tx, unit, 'unit')
  if (place.ref.level !== 'prefecture' && place.ref.level !== 'unit') throw new Refusal('not_found', { place: unit })
  return place
}

/**
 * Reads what the report of a place says from the books of a closed day; nothing live enters but the names of households
 * and officials. Refuses `day_not_closed` for a day whose books were not closed at its own cut-off.
 */
export async function readFacts(tx: Tx, place: Place, day: CalendarDate): Promise<Omit<ReportFacts, 'number' | 'synthetic'>> {
  const books = await findDay(tx, day)
  if (books?.state !== 'closed') throw new Refusal('day_not_closed', { day })
  const before = await findDayBefore(tx, day)
  const source = { live: false as const, day }
  const sourceBefore = before === undefined ? undefined : { live: false as const, day: before.day }
  const importedFrom = before?.state === 'closed' ? before.closed_at.getTime() : startOfBusinessDay(day)
  return {
    place: place.ref, day, before: before?.day, ledgerHead: books.head ?? '', chiefs: await chiefs(tx, place.ref.code, day),
    base: (await getFreshness(tx, place, source, day)).base, plans: await getPlansOn(tx, day),
    counters: await sumCounters(tx, place, source),
    countersBefore: sourceBefore === undefined ? undefined : await sumCounters(tx, place, sourceBefore),
    units: {
      level: place.children?.level ?? 'township', rows: await sumChildCounters(tx, place, source),
      rowsBefore: sourceBefore === undefined ? [] : await sumChildCounters(tx, place, sourceBefore),
    },
    leaves: await leaves(tx, place, day),
    imports: await tallyImports(tx, await prefixesOf(tx, place, day), importedFrom, books.closed_at.getTime()),
    ledger: await sumLedger(tx, place, day),
    zero: await frozenZero(tx, place, day),
  }
}

async function chiefs(tx: Tx, unit: string, day: CalendarDate): Promise<ReportFacts['chiefs']> {
  return (await chiefsOf(tx, unit, day)).map(({ title, name }) => ({ title, name }))
}

async function prefixesOf(tx: Tx, place: Place, day: CalendarDate): Promise<string[]> {
  if (place.ref.level === 'prefecture') return [PREFECTURE]
  return (await listUnits(tx, day)).find(({ code }) => code === place.ref.code)?.scope ?? []
}

/** One level below the unit table: townships under the prefecture, villages under a unit. */
async function leaves(tx: Tx, place: Place, day: CalendarDate): Promise<ReportFacts['leaves']> {
  const isPrefecture = place.ref.level === 'prefecture'
  const children: Place['children'] = isPrefecture
    ? { column: 'township_code', nameColumn: 'township_name', level: 'township' }
    : { column: 'code', nameColumn: 'name', level: 'village' }
  return {
    level: children.level, rows: await sumChildCounters(tx, { ...place, children }, { live: false, day }),
    parentOf: isPrefecture ? await unitNames(tx) : await townshipNames(tx, place.ref.code),
  }
}

async function frozenZero(tx: Tx, place: Place, day: CalendarDate): Promise<ReportFacts['zero']> {
  const { parameters } = await getParametersOn(tx, day)
  const { rows, total } = await listFrozenZero(tx, place, day, ANNEX_MOST)
  return { rows: rows.map((row) => ({ ...row, dueOn: addWorkdays(row.since, parameters.zeroClearDays) })), total }
}
