import type { Groups } from './groups.ts'
import type { Levels } from './levels.ts'
import { homeOfWorker, idleLevel, type Market } from './market.ts'

/** The options of each worker: those of worker `w` stand from `start[w]` up to `start[w + 1]`. */
export type Listed = { start: Int32Array; object: Int32Array; fit: Int32Array }

/**
 * The options of each worker, those of the lowest level price first and among them the best fit first. Positions
 * `start[w]` up to `tight[w]` are level-tight: in every optimum he takes one of these, stays at home where `homeTight`,
 * or is idle where `idleTight` says so. What is not level-tight costs a person or a household, whatever its fit.
 */
export type Options = Listed & {
  tight: Int32Array
  homeTight: Uint8Array
  idleTight: Uint8Array
}

export function restrictToLevels(market: Market, levels: Levels): Options {
  const { problem, workers } = market
  const options: Options = {
    start: problem.start, object: problem.vacancy.slice(), fit: problem.fit.slice(),
    tight: new Int32Array(workers), homeTight: new Uint8Array(workers), idleTight: new Uint8Array(workers),
  }
  for (let w = 0; w < workers; w += 1) {
    const home = homeOfWorker(market, w)
    const idle = idleLevel(market, w)
    const stay = home < 0 ? Number.POSITIVE_INFINITY : 1 + levels[home]!
    let lowest = Math.min(idle, stay)
    for (let at = problem.start[w]!; at < problem.start[w + 1]!; at += 1) lowest = Math.min(lowest, levels[problem.vacancy[at]!]!)
    sortOptions(options, levels, w)
    let end = problem.start[w]!
    while (end < problem.start[w + 1]! && levels[options.object[end]!] === lowest) end += 1
    options.tight[w] = end
    options.homeTight[w] = stay === lowest ? 1 : 0
    options.idleTight[w] = idle === lowest ? 1 : 0
  }
  return options
}

/** By insertion, for most lists are short and nearly sorted; long ones by a sort of their positions. */
function sortOptions({ start, object, fit }: Options, levels: Levels, w: number): void {
  const [from, to] = [start[w]!, start[w + 1]!]
  if (to - from > 64) return sortLong(object.subarray(from, to), fit.subarray(from, to), levels)
  for (let at = from + 1; at < to; at += 1) {
    const [j, value] = [object[at]!, fit[at]!]
    const level = levels[j]!
    let gap = at
    for (; gap > from; gap -= 1) {
      const before = levels[object[gap - 1]!]!
      if (before < level || (before === level && fit[gap - 1]! >= value)) break
      object[gap] = object[gap - 1]!
      fit[gap] = fit[gap - 1]!
    }
    object[gap] = j
    fit[gap] = value
  }
}

function sortLong(object: Int32Array, fit: Int32Array, levels: Levels): void {
  const order = Array.from(object.keys()).sort((a, b) => levels[object[a]!]! - levels[object[b]!]! || fit[b]! - fit[a]!)
  const [objects, fits] = [object.slice(), fit.slice()]
  for (const [to, from] of order.entries()) {
    object[to] = objects[from]!
    fit[to] = fits[from]!
  }
}

/** Who lists each vacancy, at which fit: those of vacancy `v` stand from `first[v]` up to `first[v + 1]`. */
export type Wanted = { first: Int32Array; worker: Int32Array; fit: Int32Array }

export function turnRound({ start, object, fit }: Listed, { first }: Groups): Wanted {
  const next = first.slice(0, -1)
  const wanted: Wanted = { first, worker: new Int32Array(object.length), fit: new Int32Array(object.length) }
  for (let w = 0; w + 1 < start.length; w += 1) {
    for (let at = start[w]!; at < start[w + 1]!; at += 1) {
      const to = next[object[at]!]!++
      wanted.worker[to] = w
      wanted.fit[to] = fit[at]!
    }
  }
  return wanted
}
