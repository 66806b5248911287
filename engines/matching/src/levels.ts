import { type Market, tierWeight } from './market.ts'
import { pullWorkers, pushWorkers, Searches } from './searches.ts'
import type { Seats } from './seats.ts'
import type { Watch } from './watch.ts'

/** The level price of each object: how high the loss is of the worst-placed worker who could be helped by a seat more there. */
export type Levels = Uint8Array

/** Pair scans that one search may use, round by round: most searches are short, and the long ones wait for the dead ends to be known. */
const BUDGETS = [200, 800, 3200, Number.POSITIVE_INFINITY] as const
/** A side with this many times more open searches than the other is not searched from. */
const LOPSIDED = 4

/**
 * Covers as many households without work as can be, tier by tier, then places as many people as can be (goals 1 and
 * 2), and reads the level prices off the searches that found no room. Households that can be covered together form a
 * transversal matroid: each stage only adds to what the earlier ones covered, so the order of the stages is the order
 * of the goals.
 */
export function findLevels(market: Market, watch: Watch): { levels: Levels; seats: Seats } {
  const searches = new Searches(market)
  for (let tier = 1; tier <= market.tiers; tier += 1) runStage(market, searches, watch, tier)
  runStage(market, searches, watch, 0)
  return { levels: levelPrices(market, searches), seats: searches.seats }
}

/** @param tier the tier whose households get their first place, or 0 for the last stage: everyone else */
function runStage(market: Market, searches: Searches, watch: Watch, tier: number): void {
  const level = tier === 0 ? 1 : 1 + tierWeight(market.tiers, tier)
  searches.begin(tier, level)
  watch.stage(`levels ${level}`)
  let sources = searches.seatGreedily(firstSources(market, searches, tier))
  let rooms = searches.openRooms()
  for (const budget of BUDGETS) {
    const pushFirst = sources.length <= rooms.length
    for (const push of pushFirst ? [true, false] : [false, true]) {
      const [mine, other] = push ? [sources.length, rooms.length] : [rooms.length, sources.length]
      if (mine === 0 || mine > LOPSIDED * other) continue
      if (push) sources = pushWorkers(searches, sources, budget, watch)
      else rooms = pullWorkers(searches, rooms, budget, watch)
      sources = sources.filter((source) => searches.isOpen(source))
      rooms = rooms.filter((room) => searches.seats.hasRoom(room))
    }
  }
  // Nothing can be gained any more; these searches end at what their sources can reach, and that is the level price.
  pushWorkers(searches, sources, Number.POSITIVE_INFINITY, watch)
}

/** A household is searched for from its first member; searches look at all of them. */
function firstSources({ problem, members, workers }: Market, searches: Searches, tier: number): number[] {
  const sources: number[] = []
  if (tier === 0) {
    for (let w = 0; w < workers; w += 1) if (searches.seats.place[w] === -1) sources.push(w)
    return sources
  }
  for (let h = 0; h < problem.tier.length; h += 1) {
    const first = members.first[h]!
    if (problem.tier[h] === tier && first < members.first[h + 1]!) sources.push(members.member[first]!)
  }
  return sources
}

/** The price of a home follows from where its household stands: its idle members must not prefer to be elsewhere. */
function levelPrices({ problem, homeOf, members, vacancies, objects, tiers }: Market, searches: Searches): Levels {
  const levels = new Uint8Array(objects)
  levels.set(searches.dead.subarray(0, vacancies))
  for (let h = 0; h < homeOf.length; h += 1) {
    const home = homeOf[h]!
    if (home < 0) continue
    let placed = 0
    let highest = 0
    for (let at = members.first[h]!; at < members.first[h + 1]!; at += 1) {
      const seat = searches.seats.place[members.member[at]!]!
      if (seat < 0) continue
      placed += 1
      highest = Math.max(highest, levels[seat]! - 1)
    }
    if (placed === 0) levels[home] = tierWeight(tiers, problem.tier[h]!)
    else if (placed === 1) levels[home] = highest
  }
  return levels
}
