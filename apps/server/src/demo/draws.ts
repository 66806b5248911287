import { must } from '@anye/kernel/assert'
import type { Seeded } from '@anye/kernel/random'

/** Draws one value with fixed weights; the table is built once, for draws made by the million. */
export function choiceOf<T>(pairs: readonly (readonly [T, number])[]): (random: Seeded) => T {
  const total = pairs.reduce((sum, [, weight]) => sum + weight, 0)
  let running = 0
  const limits = pairs.map(([, weight]) => (running += weight / total))
  const values = pairs.map(([value]) => value)
  const last = must(values.at(-1), 'A choice needs a value')
  return (random) => {
    const draw = random.next()
    for (let index = 0; index < limits.length; index++)
      if (draw < (limits[index] ?? 1)) return values[index] ?? last
    return last
  }
}

// How hard a running shortfall pulls on the next draw: at 0.1, ten missing draws double the odds.
const PULL = 0.1

/** Odds factor of a running shortfall; plain arithmetic, so the same on every machine. */
function pull(shortfall: number): number {
  return shortfall >= 0 ? 1 + PULL * shortfall : 1 / (1 - PULL * shortfall)
}

/**
 * Draws an index so that the long-run shares equal `targets`, whatever `tilt` (odds factors of this draw)
 * does: old people may prefer the township, yet the given share of the township holds. The running shortfall
 * of each index corrects the odds, so sums stay within a few draws of the given figure at any scale.
 */
export function steeredChoice(size: number) {
  const shortfall = new Float64Array(size)
  const odds = new Float64Array(size)
  return (random: Seeded, targets: readonly number[], tilt?: readonly number[]): number => {
    let total = 0
    for (let index = 0; index < size; index++) {
      const target = targets[index] ?? 0
      shortfall[index] = (shortfall[index] ?? 0) + target
      const weight = target * (tilt?.[index] ?? 1) * pull(shortfall[index] ?? 0)
      odds[index] = weight
      total += weight
    }
    let left = random.next() * total
    let chosen = 0
    while (chosen < size - 1 && (left -= odds[chosen] ?? 0) >= 0) chosen++
    shortfall[chosen] = (shortfall[chosen] ?? 0) - 1
    return chosen
  }
}

/** A yes/no draw of which a given share of all `count`ed cases must be yes, though only some cases may be. */
export type SteeredRate = {
  /** Adds a case to the base with the share of it that should be yes. */
  count(target: number): void
  /** Draws for a case that may be yes, `likely` 0–1 before correction. */
  draw(random: Seeded, likely: number): boolean
  /** Records a yes decided elsewhere. */
  record(): void
}

/** See {@link SteeredRate}: for example labourers per person, where only healthy adults can be one. */
export function steeredRate(): SteeredRate {
  let shortfall = 0
  return {
    count: (target) => {
      shortfall += target
    },
    draw: (random, likely) => {
      const odds = likely * pull(shortfall)
      const yes = random.next() * (odds + 1 - likely) < odds
      if (yes) shortfall--
      return yes
    },
    record: () => {
      shortfall--
    },
  }
}

/**
 * Scales raw expectations so that their running mean equals `target`; `prior` is a first guess of the raw
 * mean.
 */
export function steeredMean(target: number, prior: number) {
  let [sum, count] = [prior * 50, 50]
  return (raw: number): number => {
    sum += raw
    count++
    return (raw * target * count) / sum
  }
}

/** Integers summing to `total`, proportional to `weights`, none below `floors` while the total allows. */
export function largestRemainder(total: number, weights: readonly number[], floor = 0): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  if (sum <= 0 || total <= 0) return weights.map(() => 0)
  const order = weights
    .map((weight, index) => ({ index, weight }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
  const base = Math.min(floor, Math.floor(total / weights.length))
  const shares = weights.map((weight) => Math.max(base, (total * weight) / sum))
  const excess = shares.reduce((a, b) => a + b, 0) - total
  const above = shares.reduce((a, share) => a + Math.max(0, share - base), 0)
  const fair = shares.map((share) => (above > 0 ? share - (excess * (share - base)) / above : share))
  const counts = fair.map((share) => Math.floor(share + 1e-9))
  let missing = total - counts.reduce((a, b) => a + b, 0)
  const byRemainder = order.sort(
    (a, b) => remainder(fair, counts, b.index) - remainder(fair, counts, a.index) || a.index - b.index,
  )
  for (const { index } of byRemainder) {
    if (missing <= 0) break
    counts[index] = (counts[index] ?? 0) + 1
    missing--
  }
  return counts
}

function remainder(shares: readonly number[], counts: readonly number[], index: number): number {
  return (shares[index] ?? 0) - (counts[index] ?? 0)
}
