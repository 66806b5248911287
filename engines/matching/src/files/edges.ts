import { FileError } from './lines.ts'

/** Pairs as they come in a file, in any order, until their lists can be made. */
export class Edges {
  #worker: Int32Array
  #vacancy: Int32Array
  #fit: Int32Array
  #line: Int32Array
  #count = 0

  /** @param expected a first guess; more are welcome */
  constructor(expected: number) {
    const size = Math.min(Math.max(expected, 16), 1 << 24)
    this.#worker = new Int32Array(size)
    this.#vacancy = new Int32Array(size)
    this.#fit = new Int32Array(size)
    this.#line = new Int32Array(size)
  }

  get count(): number {
    return this.#count
  }

  add(worker: number, vacancy: number, fit: number, line: number): void {
    if (this.#count === this.#worker.length) this.#grow()
    this.#worker[this.#count] = worker
    this.#vacancy[this.#count] = vacancy
    this.#fit[this.#count] = fit
    this.#line[this.#count] = line
    this.#count += 1
  }

  /**
   * The pairs as one list for each worker, in the order of the file.
   *
   * @throws {FileError} when a pair stands twice
   */
  lists(workers: number, vacancies: number): { start: Int32Array; vacancy: Int32Array; fit: Int32Array } {
    const start = new Int32Array(workers + 1)
    for (let e = 0; e < this.#count; e += 1) start[this.#worker[e]! + 1]! += 1
    for (let w = 0; w < workers; w += 1) start[w + 1]! += start[w]!
    const next = start.slice(0, workers)
    const order = new Int32Array(this.#count)
    for (let e = 0; e < this.#count; e += 1) order[next[this.#worker[e]!]!++] = e
    const seen = new Int32Array(vacancies).fill(-1)
    for (let w = 0; w < workers; w += 1) {
      for (let at = start[w]!; at < start[w + 1]!; at += 1) {
        const v = this.#vacancy[order[at]!]!
        if (seen[v] === w) throw new FileError(this.#line[order[at]!]!, `worker ${w + 1} and vacancy ${v + 1} stand together once already`)
        seen[v] = w
      }
    }
    return { start, vacancy: order.map((e) => this.#vacancy[e]!), fit: order.map((e) => this.#fit[e]!) }
  }

  #grow(): void {
    const longer = (array: Int32Array): Int32Array => {
      const copy = new Int32Array(2 * array.length)
      copy.set(array)
      return copy
    }
    this.#worker = longer(this.#worker)
    this.#vacancy = longer(this.#vacancy)
    this.#fit = longer(this.#fit)
    this.#line = longer(this.#line)
  }
}
