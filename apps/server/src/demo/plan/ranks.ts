import type { Seeded } from '@anye/kernel/random'
import { OTHER_ETHNIC } from '../profile.ts'
import type { CountyProfile } from '../profile.ts'
import type { Place } from './places.ts'

/**
 * Ranks 0–1, uniform by weight, in the order of `scores`: whatever is made from the rank (a late return, a
 * share without work) differs from village to village and still averages exactly to the prefecture's figure.
 */
export function weightedRanks(scores: readonly number[], weights: readonly number[]): number[] {
  const order = scores
    .map((score, index) => ({ score, index }))
    .sort((a, b) => a.score - b.score || a.index - b.index)
  const total = weights.reduce((a, b) => a + b, 0)
  const ranks = new Array<number>(scores.length).fill(0)
  let passed = 0
  for (const { index } of order) {
    const weight = weights[index] ?? 0
    ranks[index] = (passed + weight / 2) / total
    passed += weight
  }
  return ranks
}

/** Names of the groups in the order of the share arrays. */
export const ETHNIC_GROUPS: readonly string[] = ['汉族', '布依族', '苗族', ...OTHER_ETHNIC.map(([name]) => name)]

// Share of households that follow the village's main group rather than the county's mix.
const CLUSTERING = 0.6

/** Shares of the county, in the order of {@link ETHNIC_GROUPS}. */
function countyShares(county: CountyProfile): number[] {
  const others = OTHER_ETHNIC.map(([, share]) => share)
  const rest = 1 - county.buyi - county.miao - others.reduce((a, b) => a + b, 0)
  return [rest, county.buyi, county.miao, ...others]
}

/**
 * Ethnic shares of each village of one county. Villages are sorted along a line on which neighbours of one
 * township stand together and cut in proportion, so there are 布依 villages and 苗 villages; what the cut leaves
 * over is corrected in the county's mix, so the county's shares hold exactly.
 */
export function ethnicShares(
  county: CountyProfile,
  places: readonly Place[],
  sizes: readonly number[],
  random: Seeded,
): number[][] {
  const shares = countyShares(county)
  const townshipScore = new Map<string, number>()
  for (const { townshipCode } of places) {
    if (!townshipScore.has(townshipCode)) townshipScore.set(townshipCode, random.fork(townshipCode).next())
  }
  const scores = places.map(
    ({ code, townshipCode }) => (townshipScore.get(townshipCode) ?? 0) + 0.4 * random.fork(code).next(),
  )
  const main = weightedRanks(scores, sizes).map((rank) => groupAt(shares, rank))
  const total = sizes.reduce((a, b) => a + b, 0)
  const mix = shares.map((share, group) => {
    const dominated =
      main.reduce((sum, of, index) => (of === group ? sum + (sizes[index] ?? 0) : sum), 0) / total
    return Math.max(0, (share - CLUSTERING * dominated) / (1 - CLUSTERING))
  })
  return main.map((own) =>
    mix.map((share, group) => (1 - CLUSTERING) * share + (group === own ? CLUSTERING : 0)),
  )
}

// Groups under 5 % have no villages of their own here: with them the cut would be coarser than the share.
function groupAt(shares: readonly number[], rank: number): number {
  let limit = 0
  for (const group of [1, 2]) {
    limit += shares[group] ?? 0
    if (rank < limit) return group
  }
  return 0
}
