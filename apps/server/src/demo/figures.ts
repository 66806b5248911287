import { dayNumber } from '@anye/kernel/calendar-date'
import type { Tally } from './measure.ts'
import type { Prefecture } from './model.ts'
import {
  AGES,
  CHANNELS_OUT,
  COUNTIES,
  DESTINATION_SHARES,
  EDUCATION,
  HOUSEHOLDS,
  MALE_SHARE,
  OTHER_ETHNIC,
  RETURN_CURVE,
  RESETTLE_YEARS,
  SEGMENTS,
  TARGET_AREA_SHARES,
  WAGES,
  WAGE_GROWTH,
  WORK_AREAS,
} from './profile.ts'

/** A given figure beside what the generated prefecture has; `sigma` is one standard error of the sample. */
export type Figure = { name: string; expected: number; measured: number; sigma: number }

// Members of a household resemble each other, so a sample of persons is worth about half its number.
const CLUSTER = Math.SQRT2
// Variance of the household size in these forms.
const SIZE_VARIANCE = 2.6

/** Compares a tally with every given figure of the profile. */
export function compareFigures({ options }: Prefecture, tally: Tally): Figure[] {
  const count = (key: string) => tally.counts.get(key) ?? 0
  const share = (name: string, expected: number, part: number, whole: number, spread = CLUSTER): Figure => ({
    name,
    expected,
    measured: part / whole,
    sigma: spread * Math.sqrt((expected * (1 - expected)) / whole) + 0.5 / whole,
  })
  const sum = (name: string, atScaleOne: number, key: string, households: number): Figure => ({
    name,
    expected: atScaleOne * options.scale,
    measured: count(key),
    sigma: Math.sqrt(SIZE_VARIANCE * households) + 2,
  })
  const context = { options, tally, count, share, sum }
  return [...population(context), ...segments(context), ...work(context), ...wages(context), ...era(context)]
}

type Context = {
  options: Prefecture['options']
  tally: Tally
  count: (key: string) => number
  share: (name: string, expected: number, part: number, whole: number, spread?: number) => Figure
  sum: (name: string, atScaleOne: number, key: string, households: number) => Figure
}

function population({ options, tally, count, share, sum }: Context): Figure[] {
  const { persons, households } = tally
  return [
    { name: 'households', expected: HOUSEHOLDS * options.scale, measured: households, sigma: 1 },
    ...COUNTIES.map(({ code, registered }) =>
      sum(`registered ${code}`, registered, `county/${code}/persons`, count(`county/${code}/households`)),
    ),
    share('age 0-14', AGES.under15, count('age/under15'), persons),
    share('age 15-59', AGES.from15To59, count('age/from15To59'), persons),
    share('age 60+', AGES.over59, count('age/over59'), persons),
    share('male', MALE_SHARE, count('male'), persons),
    ...COUNTIES.flatMap(({ code, buyi, miao }) => {
      const base = count(`county/${code}/persons`)
      // A village's mix is followed by whole families: the household is the unit of the sample.
      return [
        share(`布依族 ${code}`, buyi, count(`ethnic/${code}/布依族`), base, 2),
        share(`苗族 ${code}`, miao, count(`ethnic/${code}/苗族`), base, 2),
      ]
    }),
    ...OTHER_ETHNIC.map(([name, expected]) => share(name, expected, count(`ethnic/${name}`), persons, 2)),
    { name: 'IDs outside 522399', expected: 0, measured: count('foreignIds'), sigma: 0.1 },
  ]
}

function segments({ count, share, sum, options }: Context): Figure[] {
  const { poor, resettled } = SEGMENTS
  const homes = (key: string) => count(`${key}/households`)
  const fixed = (name: string, atScaleOne: number, key: string): Figure =>
    ({ name, expected: atScaleOne * options.scale, measured: homes(key), sigma: 1 })
  const mean = (name: string, expected: number, key: string): Figure => {
    const measured = count(`${key}/persons`) / homes(key)
    return { name, expected, measured, sigma: Math.sqrt(SIZE_VARIANCE / homes(key)) }
  }
  const [, share2018 = 0] = RESETTLE_YEARS.find(([year]) => year === 2018) ?? []
  const { labourShare, householdsWithLabour } = resettled
  const labourHomes = count('resettled/labourHouseholds')
  return [
    fixed('poor households', poor.households, 'poor'),
    sum('poor persons', poor.persons, 'poor/persons', homes('poor')),
    sum('poor labourers', poor.labourers, 'poor/labourers', homes('poor')),
    mean('mean size, poor', poor.persons / poor.households, 'poor'),
    fixed('resettled households', resettled.households, 'resettled'),
    sum('resettled persons', resettled.persons, 'resettled/persons', homes('resettled')),
    mean('mean size, resettled', resettled.persons / resettled.households, 'resettled'),
    share('labour share, resettled', labourShare, count('resettled/labourers'), count('resettled/persons')),
    share('resettled with labour', householdsWithLabour, labourHomes, homes('resettled'), 1),
    share('resettled in 2018', share2018, count('year/2018'), homes('resettled'), 1),
    share('edge of rural', SEGMENTS.edgeShareOfRural, homes('class/edge'), homes('rural'), 1),
  ]
}

function work({ tally, count, share }: Context): Figure[] {
  const labourers = count('labourers')
  const target = WORK_AREAS.reduce((total, area) => total + count(`work/${area}`), 0)
  const out = tally.counts.get('out') ?? 0
  return [
    ...EDUCATION.map(([label, expected]) =>
      share(`education ${label}`, expected, count(`education/${label}`), labourers, 1),
    ),
    ...WORK_AREAS.map((area, index) =>
      share(`work area ${area}`, TARGET_AREA_SHARES[index] ?? 0, count(`work/${area}`), target, 1),
    ),
    ...Object.entries(DESTINATION_SHARES).map(([group, expected]) =>
      share(`destination ${group}`, expected, count(`destination/${group}`), count('destinations'), 1),
    ),
    ...CHANNELS_OUT.map(([label, expected]) =>
      share(`channel ${label}`, expected, count(`channel/${label}`), out, 1.2),
    ),
  ]
}

function wages({ options, tally }: Context): Figure[] {
  const mean = (track: 'out' | 'local'): Figure => {
    const [sum, squares, n] = tally.moments.get(`wage/${track}`) ?? [0, 0, 0]
    const measured = sum / n
    const sigma = Math.sqrt((squares / n - measured * measured) / n) + 0.5
    return { name: `wage ${track}`, expected: WAGES[track] * WAGE_GROWTH[options.era], measured, sigma }
  }
  const { sigma, degrees, women, pairs } = pooledWages(tally)
  // Wages are rounded to 50 yuan, which the last term allows for.
  const spread = WAGES.sigma / Math.sqrt(2 * degrees) + 0.001
  const gap = (WAGES.sigma * WAGES.women) / Math.sqrt(pairs) + 0.001
  return [
    mean('out'),
    mean('local'),
    { name: 'wage log sigma', expected: WAGES.sigma, measured: sigma, sigma: spread },
    { name: 'wage women to men', expected: WAGES.women, measured: women, sigma: gap },
  ]
}

/**
 * Within one industry, form, track and sex a wage is one log-normal: spread and gap pooled over all of them.
 */
function pooledWages({ moments }: Tally): { sigma: number; degrees: number; women: number; pairs: number } {
  let [within, degrees, gap, pairs] = [0, 0, 0, 0]
  for (const [key, [sum, squares, n]] of moments) {
    if (!key.startsWith('logWage/')) continue
    within += squares - (sum * sum) / n
    degrees += n - 1
    const [womenSum, , women] = moments.get(key.replace(/男$/u, '女')) ?? [0, 0, 0]
    if (!key.endsWith('男') || women === 0) continue
    const weight = (n * women) / (n + women)
    gap += weight * (womenSum / women - sum / n)
    pairs += weight
  }
  return { sigma: Math.sqrt(within / degrees), degrees, women: Math.exp(gap / pairs), pairs }
}

/** In spring 2020 the return curve holds; in other times the employment level. */
function era({ options, count, share, sum }: Context): Figure[] {
  const labourers = count('target/labourers')
  if (options.era === 'today') {
    const [none = 0] = TARGET_AREA_SHARES.slice(-1)
    return [share('employed of target labourers', 1 - none, count('targetEmployed'), labourers, 1)]
  }
  const wangmo = COUNTIES.find(({ left }) => left !== undefined)
  return [
    sum('left at the start of 2020', SEGMENTS.left, 'left/persons', count('left/households')),
    sum(
      'left in 望谟',
      wangmo?.left ?? 0,
      `left/${wangmo?.code}/persons`,
      count(`left/${wangmo?.code}/households`),
    ),
    share(
      'returned of out-workers',
      returnedBy(options.asOf),
      count('outWorkersBack'),
      count('outWorkers'),
      1.2,
    ),
  ]
}

/** Given share of out-workers back by the end of the day, between the given days in proportion. */
export function returnedBy(date: string): number {
  const day = dayNumber(date)
  const points = RETURN_CURVE.map(([at, value]) => [dayNumber(at), value] as const)
  const next = points.findIndex(([at]) => at >= day)
  if (next === 0) return 0
  if (next < 0) return 1
  const [[before, low], [after, high]] = [points[next - 1] ?? [0, 0], points[next] ?? [0, 1]]
  return low + ((high - low) * (day - before)) / (after - before)
}
