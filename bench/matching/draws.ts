/** xoshiro128** started by splitmix32: a short, public generator, so that others can build the same instances. */
export class Draws {
  readonly #state: Uint32Array

  constructor(seed: number) {
    let word = seed >>> 0
    this.#state = Uint32Array.from({ length: 4 }, () => {
      word = (word + 0x9e3779b9) >>> 0
      let mixed = Math.imul(word ^ (word >>> 16), 0x21f0aaad)
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
      return mixed ^ (mixed >>> 15)
    })
  }

  /** Uniform in [0, 1). */
  next(): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.#state
    const product = Math.imul(b, 5)
    const word = Math.imul((product << 7) | (product >>> 25), 9) >>> 0
    const [third, fourth] = [c ^ a, d ^ b]
    this.#state[1] = b ^ third
    this.#state[0] = a ^ fourth
    this.#state[2] = third ^ (b << 9)
    this.#state[3] = (fourth << 11) | (fourth >>> 21)
    return word / 0x1_0000_0000
  }

  /** Standard normal (Box–Muller, one of the pair). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next())
  }

  /** Running sums of weights, for `from`. */
  table(weights: readonly number[]): Float64Array {
    let sum = 0
    return Float64Array.from(weights, (weight) => (sum += weight))
  }

  /** An index drawn by the weights of a table. */
  from(table: Float64Array): number {
    const draw = this.next() * (table.at(-1) ?? 0)
    let [low, high] = [0, table.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((table[middle] ?? 0) > draw) high = middle
      else low = middle + 1
    }
    return low
  }

  /** An index drawn by a few probabilities. */
  among(shares: readonly number[]): number {
    let left = this.next()
    for (const [at, share] of shares.entries()) {
      left -= share
      if (left < 0) return at
    }
    return shares.length - 1
  }
}
