import type { Cells } from './cells.ts'
import { PARTS, wageShare } from './score.ts'

/** Steps of the expected wage for which bounds are kept, and the lowest of them (yuan a month); each is a tenth above the one before. */
const [STEPS, LOWEST, GROWTH] = [40, 500, 1.1]

/**
 * For each cell the most that wage part less price can be, by what a seeker expects: what says in one read that nobody
 * need look into the cell.
 */
export class CellBounds {
  readonly #bound: Float64Array

  constructor(cells: number) {
    this.#bound = new Float64Array(cells * STEPS)
  }

  /** @param wage of the vacancies in the order of the cells, `price` likewise */
  compute({ first }: Cells, wage: Int32Array, price: Float64Array): void {
    const expected = Array.from({ length: STEPS }, (_, step) => (step === 0 ? 1 : LOWEST * GROWTH ** step))
    for (let cell = 0; cell + 1 < first.length; cell += 1) {
      for (let step = 0; step < STEPS; step += 1) {
        // Who expects at least this much has no larger wage part than who expects just this.
        let most = Number.NEGATIVE_INFINITY
        for (let at = first[cell]!; at < first[cell + 1]!; at += 1) {
          const gain = Math.min(PARTS.wage, wageShare(wage[at]!, expected[step]!)) - price[at]!
          if (gain > most) most = gain
        }
        this.#bound[cell * STEPS + step] = most
      }
    }
  }

  /** @param step of `stepOf` */
  bound(cell: number, step: number): number {
    return this.#bound[cell * STEPS + step]!
  }
}

/** The step whose bound holds for a seeker. */
export function stepOf(expects: number): number {
  const step = Math.floor(Math.log(expects / LOWEST) / Math.log(GROWTH) - 1e-9)
  return Math.max(0, Math.min(STEPS - 1, step))
}
