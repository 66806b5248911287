import { must } from './assert.ts'

/** Source of `size` unpredictable (or, in tests and demos, reproducible) bytes. */
export type RandomBytes = (size: number) => Uint8Array

/** Bytes of the operating system; the only unpredictable source of the product, in Node and browser alike. */
export const systemRandomBytes: RandomBytes = (size) => crypto.getRandomValues(new Uint8Array(size))

/** A reproducible stream of draws. The same seed and the same calls give the same values on any machine. */
export interface Seeded {
  /** Uniform in [0, 1), 32 bits of resolution. */
  next(): number
  /** Uniform integer in [lo, hi], both included. */
  int(lo: number, hi: number): number
  /** True with the given probability 0–1. */
  chance(probability: number): boolean
  /** One element; throws on an empty list. */
  pick<T>(list: readonly T[]): T
  /** One element of `[value, weight]` pairs; weights need not sum to one. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T
  /** Roughly normal, mean 0 and deviation 1, bounded to ±6. */
  normal(): number
  /** Log-normal around a median, `sigma` on the log scale. */
  logNormal(median: number, sigma: number): number
  /** A new, shuffled list. */
  shuffle<T>(list: readonly T[]): T[]
  /** An independent stream named by `label`; does not advance this one, so order of forks does not matter. */
  fork(label: string): Seeded
  /** Reproducible bytes, for ids in tests and demos. */
  bytes: RandomBytes
}

/** FNV-1a with a final avalanche, over UTF-16 units; `salt` gives independent words of the same text. */
function hashWord(text: string, salt: number): number {
  let hash = (0x811c9dc5 ^ salt) >>> 0
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** sfc32: small, fast, passes PractRand, and uses 32-bit integer arithmetic only. */
function sfc32(seed: string): () => number {
  let [a, b, c, counter] = [hashWord(seed, 0), hashWord(seed, 0x9e3779b9), hashWord(seed, 0x3c6ef372), 1]
  const word = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let warmUp = 0; warmUp < 12; warmUp++) word()
  return word
}

/** e^x from additions and divisions only: `Math.exp` may differ in the last bit between engines. */
function exponential(x: number): number {
  let [sum, term] = [1, 1]
  for (let n = 1; n < 60; n++) {
    term *= x / n
    sum += term
  }
  return sum
}

/** Starts a reproducible stream. Never use it for secrets: it is predictable by design. */
export function seeded(seed: string | number): Seeded {
  const name = String(seed)
  const word = sfc32(name)
  const next = () => word() / 0x1_0000_0000
  const int = (lo: number, hi: number) => lo + Math.floor(next() * (hi - lo + 1))
  const normal = () => {
    let sum = -6
    for (let draw = 0; draw < 12; draw++) sum += next()
    return sum
  }
  return {
    next,
    int,
    normal,
    chance: (probability) => next() < probability,
    pick: (list) => list[pickIndex(list.length, int)] as (typeof list)[number],
    weighted: (choices) => drawWeighted(choices, next()),
    // exp(-x) is computed as 1 / exp(x), where the series does not cancel.
    logNormal: (median, sigma) => {
      const power = sigma * normal()
      return power < 0 ? median / exponential(-power) : median * exponential(power)
    },
    shuffle: (list) => shuffled(list, int),
    fork: (label) => seeded(`${name}/${label}`),
    bytes: (size) => Uint8Array.from({ length: size }, () => word() & 0xff),
  }
}

function pickIndex(length: number, int: (lo: number, hi: number) => number): number {
  if (length === 0) throw new RangeError('Cannot pick from an empty list')
  return int(0, length - 1)
}

function drawWeighted<T>(choices: readonly (readonly [T, number])[], draw: number): T {
  let left = draw * choices.reduce((total, [, weight]) => total + weight, 0)
  for (const [value, weight] of choices) {
    left -= weight
    if (left < 0) return value
  }
  // Rounding may leave a hair above zero after the last weight.
  return must(choices.findLast(([, weight]) => weight > 0), 'Cannot draw without a positive weight')[0]
}

function shuffled<T>(list: readonly T[], int: (lo: number, hi: number) => number): T[] {
  const result = [...list]
  for (let index = result.length - 1; index > 0; index--) {
    const other = int(0, index)
    const moved = result[index] as T
    result[index] = result[other] as T
    result[other] = moved
  }
  return result
}
