import { must } from '@anye/kernel/assert'
import type { Seeded } from '@anye/kernel/random'
import { choiceOf, steeredChoice } from '../draws.ts'
import type { DemoEpisode, DemoWork, HouseholdClass, PrefectureOptions, VillagePlan } from '../model.ts'
import { COUNTIES, ORDINARY_AREA_SHARES, TARGET_AREA_SHARES, WORK_AREAS } from '../profile.ts'
import type { WorkArea } from '../profile.ts'
import { episodeDraws } from './episodes.ts'
import { jobDraws } from './jobs.ts'
import type { Job } from './job.ts'
import { spellDraws } from './spells.ts'
import type { Spell } from './spells.ts'

// Odds beside the given shares, in the order of WORK_AREAS: the young go far, the old and the weak stay.
const TILT_YOUNG = [1.5, 1.3, 0.8, 0.4, 0.2, 0.7]
const TILT_OLD = [0.5, 0.7, 1.2, 2, 2.2, 1.5]
const TILT_WEAK = [0.2, 0.4, 1, 2.2, 4, 2.5]

const idleTarget = choiceOf([['待业', 45], ['在家', 30], ['务农', 25]])
const idleOrdinary = choiceOf([['务农', 72], ['在家', 20], ['待业', 8]])

/**
 * Shares of one village, around the prefecture's: ranks are uniform by weight, so the factors average to one.
 */
function sharesOf(village: VillagePlan, target: boolean): number[] {
  const [far = 0, province = 0, county = 0, township = 0, post = 0, none = 0] = target
    ? TARGET_AREA_SHARES
    : ORDINARY_AREA_SHARES
  const moreNone = target ? none * (1.5 * village.lag - 0.75) : 0
  const moreFar = far * 0.25 * (2 * village.outflow - 1)
  return [
    far + moreFar,
    province,
    county - moreFar * 0.75 - moreNone,
    township - moreFar * 0.25,
    post,
    none + moreNone,
  ]
}

/** What decides where someone works; `birthDay` is a day number. */
export type Worker = { male: boolean; age: number; weak: boolean; birthDay: number }

// 16 years with their leap days, one to spare.
const SIXTEEN_YEARS = 5_845

// What those without work did before: local work, in the proportion of those who still have it.
const lastArea = (random: Seeded) => (random.next() < 0.72 ? 'county' : 'township')

/** Nobody here worked before 16: what lies before is cut from the history. */
function afterSixteen(spells: readonly Spell[], birthDay: number): Spell[] {
  const first = birthDay + SIXTEEN_YEARS
  return spells
    .map((spell) => ({ ...spell, from: Math.max(spell.from, first) }))
    .filter(({ from, to }) => to === undefined || to > from)
}

/** Draws the work of labourers; where they work follows the given shares of target and other labourers. */
export function workDraws(options: PrefectureOptions, root: Seeded) {
  const area = { target: steeredChoice(WORK_AREAS.length), other: steeredChoice(WORK_AREAS.length) }
  const historyOf = historyDraws(options, root)
  let shares: { village?: VillagePlan; target: number[]; other: number[] } = { target: [], other: [] }

  return (random: Seeded, person: Worker, village: VillagePlan, of: HouseholdClass): DemoWork => {
    if (shares.village !== village) {
      shares = { village, target: sharesOf(village, true), other: sharesOf(village, false) }
    }
    const kind = of === 'ordinary' ? 'other' : 'target'
    const chosen = WORK_AREAS[area[kind](random, shares[kind], tiltOf(person))] ?? 'none'
    const episodes = historyOf(random, person, village, chosen)
    const last = episodes.at(-1)
    const open = last?.to === undefined ? last : undefined
    const past = open === undefined ? episodes : episodes.slice(0, -1)
    const idleOf = kind === 'target' ? idleTarget : idleOrdinary
    return { area: chosen, current: open, past, idle: idleOf(random) }
  }
}

function tiltOf({ weak, age }: Worker): readonly number[] | undefined {
  if (weak) return TILT_WEAK
  return age < 35 ? TILT_YOUNG : age >= 48 ? TILT_OLD : undefined
}

/** Draws a worker's episodes of the last fourteen months, oldest first, the open one last. */
function historyDraws(options: PrefectureOptions, root: Seeded) {
  const spellsOf = spellDraws(options)
  const jobOf = jobDraws(options, root)
  const episodeOf = episodeDraws(options.asOf)
  return (random: Seeded, person: Worker, village: VillagePlan, area: WorkArea): DemoEpisode[] => {
    const spells = spellsOf(random, area, village)
    const missed = must(COUNTIES.find(({ code }) => code === village.countyCode), 'Every village lies in a county').missed
    let job: Job | undefined
    return (person.age < 18 ? afterSixteen(spells, person.birthDay) : spells).map((spell, index) => {
      const same = spell.same && job !== undefined
      if (job === undefined || !same) {
        job = jobOf(random, person.male, area === 'none' ? lastArea(random) : area, village)
      }
      return episodeOf(random, job, { ...spell, same }, { previous: index > 0, missed })
    })
  }
}
