import { REPORTING_UNITS } from '@anye/codes/data/divisions-units'
import { isCalendarDate } from '@anye/kernel/calendar-date'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { PrefectureOptions } from './model.ts'

// Return to the coast is nearly done: the day the campaign is shown at when none is named.
const SPRING_DAY = '2020-04-30'
// Below it the smallest county has fewer households than townships.
const SMALLEST = 0.0003

/** Flags of `anye demo` as typed. */
export type DemoFlags = { scale?: string; seed?: string; 'as-of'?: string; era?: string; places?: string }

/**
 * Checks the flags and fills in the rest; `today` is the business day. Throws a sentence for the person
 * typing.
 */
export function readDemoOptions(flags: DemoFlags, today: CalendarDate): PrefectureOptions {
  const scale = Number(flags.scale ?? '0.02')
  if (!(scale >= SMALLEST && scale <= 1))
    throw new Error(`--scale is a number from ${SMALLEST} to 1; 1 is 3.7 million persons`)
  const era = flags.era ?? 'today'
  if (era !== '2020' && era !== 'today') throw new Error('--era is 2020 (the spring campaign) or today')
  const asOf = flags['as-of'] ?? (era === '2020' ? SPRING_DAY : today)
  if (!isCalendarDate(asOf)) throw new Error(`--as-of is a day like 2026-03-01, not ${asOf}`)
  if (era === '2020' && (asOf < '2020-02-08' || asOf > '2020-12-31')) {
    throw new Error('--era 2020 needs --as-of between 2020-02-08 and 2020-12-31')
  }
  if (asOf < '2018-04-01')
    throw new Error(
      '--as-of cannot be before 2018-04-01: the history would begin before the last resettlement',
    )
  const places = flags.places?.split(',')
  const stranger = places?.find((place) => !/^5223\d{2}(\d{3}){0,2}$/.test(place) && !REPORTING_UNITS.some(({ code }) => code === place))
  if (stranger !== undefined) throw new Error(`--places are codes of reporting units, townships or villages such as 522326001,5223-YL; ${stranger} is none`)
  return { scale, seed: flags.seed ?? '1', asOf, era, ...(places === undefined ? {} : { places }) }
}
