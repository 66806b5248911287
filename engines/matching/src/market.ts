import { groupMembers, type Groups, listersOf } from './groups.ts'
import { type Problem, tiersOf, workersOf } from './problem.ts'

/**
 * A problem as the solver sees it. Objects are the vacancies, then one "home" for each household without work that has
 * two members or more: all but one of them may stay there. The last one at home leaves his household uncovered.
 */
export type Market = {
  problem: Problem
  workers: number
  vacancies: number
  objects: number
  tiers: number
  /** The home of each household, or -1 when it has none. */
  homeOf: Int32Array
  /** The household of each home, counted from the first home. */
  householdOfHome: Int32Array
  /** The seats of each object, or one more than there are people for them: an object that nobody wants more of is never full. */
  room: Int32Array
  /** Members of the households without work. */
  members: Groups
  /** Who lists each vacancy. */
  listers: Groups
}

export function openMarket(problem: Problem): Market {
  const { household, tier, capacity, start, vacancy } = problem
  const vacancies = capacity.length
  const members = groupMembers(household.map((home) => (tier[home] === 0 ? -1 : home)), tier.length)
  const listers = listersOf(start, vacancy, vacancies)
  const homeOf = new Int32Array(tier.length).fill(-1)
  const rooms: number[] = []
  const households: number[] = []
  for (let h = 0; h < tier.length; h += 1) {
    const size = members.first[h + 1]! - members.first[h]!
    if (size < 2) continue
    homeOf[h] = vacancies + rooms.length
    rooms.push(size - 1)
    households.push(h)
  }
  const objects = vacancies + rooms.length
  const room = new Int32Array(objects)
  for (let v = 0; v < vacancies; v += 1) room[v] = Math.min(capacity[v]!, listers.first[v + 1]! - listers.first[v]! + 1)
  room.set(rooms, vacancies)
  return {
    problem, workers: workersOf(problem), vacancies, objects, tiers: tiersOf(problem),
    homeOf, householdOfHome: Int32Array.from(households), room, members, listers,
  }
}

/**
 * What it costs, in levels, to leave a worker without a place when his household's home is full: one for the person,
 * and for the first tier as many more as there are tiers, for the next one less, …
 */
export function idleLevel({ problem, tiers }: Market, worker: number): number {
  const tier = problem.tier[problem.household[worker]!]!
  return tier === 0 ? 1 : 1 + tierWeight(tiers, tier)
}

export const tierWeight = (tiers: number, tier: number): number => tiers + 1 - tier

/** The home where a worker may stay, or -1. */
export const homeOfWorker = ({ problem, homeOf }: Market, worker: number): number => homeOf[problem.household[worker]!]!
