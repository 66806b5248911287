import { dayNumber, yearOf } from '@anye/kernel/calendar-date'
import { must } from '@anye/kernel/assert'
import type { Seeded } from '@anye/kernel/random'
import type { PrefectureOptions, VillagePlan } from '../model.ts'
import { HISTORY_DAYS, RETURN_CURVE } from '../profile.ts'
import type { WorkArea } from '../profile.ts'

/** A stretch in one job, in day numbers; without `to` it is open. `same` = back with the employer before. */
export type Spell = { from: number; to: number | undefined; same: boolean }

// First day of the lunar year: people change jobs around it.
const SPRING_FESTIVALS = [
  '2017-01-28',
  '2018-02-16',
  '2019-02-05',
  '2020-01-25',
  '2021-02-12',
  '2022-02-01',
  '2023-01-22',
  '2024-02-10',
  '2025-01-29',
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-03',
].map(dayNumber)

const curve = RETURN_CURVE.map(([date, share]) => [dayNumber(date), share] as const)

/** Draws the spells of a worker over the last fourteen months, oldest first, as the era has them. */
export function spellDraws({ asOf, era }: PrefectureOptions) {
  const today = dayNumber(asOf)
  const horizon = today - HISTORY_DAYS
  const festival = must(
    SPRING_FESTIVALS.findLast((day) => day + 10 <= today) ?? SPRING_FESTIVALS[0],
    'A festival',
  )
  const newYear = dayNumber(`${yearOf(asOf)}-01-01`)
  return (random: Seeded, area: WorkArea, village: VillagePlan): Spell[] => {
    if (area === 'none') return lostWork(random, today, horizon)
    if (area === 'post')
      return [{ from: Math.max(horizon, newYear - 365 * random.int(0, 2)), to: undefined, same: false }]
    if (era === '2020') return closeAt(springOf2020(random, area, village), today)
    return steady(random, { today, horizon, festival })
  }
}

/** Half of those without work had a job that ended lately; the others have had none in fourteen months. */
function lostWork(random: Seeded, today: number, horizon: number): Spell[] {
  if (random.next() < 0.5) return []
  const to = today - random.int(6, 200)
  return [{ from: Math.max(horizon, to - random.int(40, 300)), to, same: false }]
}

function steady(random: Seeded, days: { today: number; horizon: number; festival: number }): Spell[] {
  const draw = random.next()
  const tenure =
    draw < 0.45
      ? days.today - days.festival - random.int(8, 34)
      : 20 + Math.floor(800 * random.next() * random.next())
  let from = days.today - Math.max(1, tenure)
  const spells: Spell[] = [{ from, to: undefined, same: random.next() < 0.5 }]
  while (from > days.horizon + 60) {
    const to = from - random.int(5, 40)
    from = Math.max(days.horizon - random.int(0, 300), to - random.int(60, 420))
    spells.unshift({ from, to, same: random.next() < 0.4 })
  }
  return spells
}

/** Home for the festival and the weeks of the epidemic, back along the given curve. */
function springOf2020(random: Seeded, area: WorkArea, village: VillagePlan): Spell[] {
  const started = random.next() < 0.3 ? dayNumber('2018-02-25') : dayNumber('2019-02-14')
  const from = started + random.int(0, 34)
  if (area === 'out_of_province' || area === 'province') {
    const rank = random.next() < 0.75 ? random.next() : reflected(village.lag + 0.3 * (random.next() - 0.5))
    const back = { from: returnDay(rank), to: undefined, same: random.next() < 0.7 }
    return [{ from, to: dayNumber('2020-01-08') + random.int(0, 15), same: false }, back]
  }
  if (random.next() < 0.62) return [{ from, to: undefined, same: false }]
  const reopened = dayNumber('2020-02-17') + Math.floor(36 * random.next() * (0.5 + village.lag))
  return [
    { from, to: dayNumber('2020-01-18') + random.int(0, 5), same: false },
    { from: reopened, to: undefined, same: true },
  ]
}

/** The day by which the share `rank` of all out-workers is back. */
function returnDay(rank: number): number {
  for (let index = 1; index < curve.length; index++) {
    const [before, low] = curve[index - 1] ?? [0, 0]
    const [day, high] = curve[index] ?? [0, 1]
    // Back by the end of `day`, so the step of a day counts for the day that it leads to.
    if (rank <= high) return Math.ceil(before + ((day - before) * (rank - low)) / (high - low))
  }
  return must(curve.at(-1), 'The curve has an end')[0]
}

// Keeps a uniform rank uniform when noise pushes it over an end.
const reflected = (rank: number) => (rank < 0 ? -rank : rank > 1 ? 2 - rank : rank)

/** What was known on the as-of day: later spells have not begun, later ends have not come. */
function closeAt(spells: Spell[], today: number): Spell[] {
  return spells
    .filter(({ from }) => from <= today)
    .map((spell) => (spell.to !== undefined && spell.to > today ? { ...spell, to: undefined } : spell))
}
