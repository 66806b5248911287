import type { OptionFinder } from './option-finder.ts'

/** The options of each worker as a problem wants them, made in the order of the workers. */
export class OptionLists {
  readonly start: Int32Array
  vacancy: Int32Array
  fit: Int32Array
  #workers = 0
  #length = 0

  constructor(workers: number, expected: number) {
    this.start = new Int32Array(workers + 1)
    this.vacancy = new Int32Array(expected)
    this.fit = new Int32Array(expected)
  }

  get length(): number {
    return this.#length
  }

  /** Adds to the worker at whom the lists stand. */
  addFound({ vacancy, fit, found }: OptionFinder): void {
    this.#makeRoom(found)
    for (let at = 0; at < found; at += 1) {
      this.vacancy[this.#length] = vacancy[at]!
      this.fit[this.#length++] = fit[at]!
    }
  }

  /** Adds what another worker of other lists has. */
  addFrom(lists: OptionLists, worker: number): void {
    const [from, to] = [lists.start[worker]!, lists.start[worker + 1]!]
    this.#makeRoom(to - from)
    this.vacancy.set(lists.vacancy.subarray(from, to), this.#length)
    this.fit.set(lists.fit.subarray(from, to), this.#length)
    this.#length += to - from
  }

  nextWorker(): void {
    this.start[++this.#workers] = this.#length
  }

  /** Cuts off what was not used. Call it after the last worker. */
  finish(): { start: Int32Array; vacancy: Int32Array; fit: Int32Array } {
    return { start: this.start, vacancy: this.vacancy.subarray(0, this.#length), fit: this.fit.subarray(0, this.#length) }
  }

  #makeRoom(more: number): void {
    if (this.#length + more <= this.vacancy.length) return
    const size = Math.max(this.#length + more, Math.ceil(1.3 * this.vacancy.length))
    const [vacancy, fit] = [new Int32Array(size), new Int32Array(size)]
    vacancy.set(this.vacancy)
    fit.set(this.fit)
    this.vacancy = vacancy
    this.fit = fit
  }
}
