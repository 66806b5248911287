import type { Problem } from '../problem.ts'
import { index, within } from './assign-format.ts'
import { Edges } from './edges.ts'
import { FileError, type Line } from './lines.ts'

/**
 * An assignment problem of the literature: everybody must get an object of his own, at the lowest total cost. `names`
 * are the numbers of the left side in the file; on the right an object is one less than in the file.
 */
export type CostProblem = { problem: Problem; highestCost: number; names: Int32Array }

const LARGEST_COST = 2 ** 29

/** DIMACS `.asn`: `p asn <nodes> <arcs>`, `n <node>` for each node of the left side, `a <left> <right> <cost>`. */
export class AsnFormat {
  readonly #left: Int32Array
  readonly #arcs: number
  readonly #edges: Edges
  #lefts = 0

  constructor(line: Line) {
    if (line.count !== 2) throw new FileError(line.number, 'expected p asn <nodes> <arcs>')
    this.#left = new Int32Array(within('size', line.values[0]!, 1 << 24, line.number)).fill(-1)
    this.#arcs = within('size', line.values[1]!, 1 << 28, line.number)
    this.#edges = new Edges(this.#arcs)
  }

  take({ word, values, count, number }: Line): void {
    if (word === 'n' && count === 1) this.#name(index('node', values[0]!, this.#left.length, number), number)
    else if (word === 'a' && count === 3) {
      const [from, to] = [index('node', values[0]!, this.#left.length, number), index('node', values[1]!, this.#left.length, number)]
      if (this.#left[from] === -1) throw new FileError(number, `node ${from + 1} is not of the left side: no n line named it`)
      if (this.#left[to] !== -1) throw new FileError(number, `node ${to + 1} is of the left side; an arc must end on the right`)
      this.#edges.add(this.#left[from]!, to, costWithin(values[2]!, number), number)
    } else throw new FileError(number, 'expected c, n <node> or a <left> <right> <cost>')
  }

  #name(node: number, line: number): void {
    if (this.#left[node] !== -1) throw new FileError(line, `node ${node + 1} was named already`)
    this.#left[node] = this.#lefts++
  }

  end(last: number): CostProblem {
    if (this.#edges.count !== this.#arcs) throw new FileError(last, `the file ends with ${this.#edges.count} arcs; its p line said ${this.#arcs}`)
    const names = new Int32Array(this.#lefts)
    for (const [node, at] of this.#left.entries()) if (at !== -1) names[at] = node + 1
    return toFits(this.#edges, names, this.#left.map((at) => (at === -1 ? 1 : 0)))
  }
}

/** OR-Library `assign*.txt`: the size n, then n times n costs, row after row, over as many lines as it takes. */
export class MatrixFormat {
  #size = -1
  #edges = new Edges(16)

  take({ word, values, count, number }: Line): void {
    if (word !== '') throw new FileError(number, `"${word}" stands among the numbers of a cost matrix`)
    for (let at = 0; at < count; at += 1) {
      if (this.#size < 0) {
        this.#size = within('size', values[at]!, 20_000, number)
        this.#edges = new Edges(this.#size ** 2)
        continue
      }
      const cell = this.#edges.count
      if (cell >= this.#size ** 2) throw new FileError(number, `there are more than ${this.#size} times ${this.#size} costs`)
      this.#edges.add(Math.floor(cell / this.#size), cell % this.#size, costWithin(values[at]!, number), number)
    }
  }

  end(last: number): CostProblem {
    if (this.#edges.count !== this.#size ** 2) throw new FileError(last, `the file ends with ${this.#edges.count} costs; ${this.#size} times ${this.#size} were expected`)
    return toFits(this.#edges, Int32Array.from({ length: this.#size }, (_, at) => at + 1), new Int32Array(this.#size).fill(1))
  }
}

function costWithin(cost: number, line: number): number {
  if (Math.abs(cost) > LARGEST_COST) throw new FileError(line, `cost ${cost} is larger than ${LARGEST_COST}`)
  return cost
}

/** The cheapest assignment of all is the one of the highest fit when a fit is what a cost is below the highest. */
function toFits(edges: Edges, names: Int32Array, capacity: Int32Array): CostProblem {
  const { start, vacancy, fit: cost } = edges.lists(names.length, capacity.length)
  const highestCost = cost.reduce((most, each) => Math.max(most, each), 0)
  const household = new Int32Array(names.length)
  return { highestCost, names, problem: { household, tier: Uint8Array.of(0), capacity, start, vacancy, fit: cost.map((each) => highestCost - each) } }
}
