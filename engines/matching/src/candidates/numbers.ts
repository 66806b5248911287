/** A list of whole numbers (32 bits) that grows; `values` is longer than `length`. */
export class Numbers {
  values = new Int32Array(16)
  length = 0

  static of(...values: number[]): Numbers {
    const numbers = new Numbers()
    for (const value of values) numbers.push(value)
    return numbers
  }

  /** The highest value, or -1 when there is none above. */
  get highest(): number {
    let highest = -1
    for (let at = 0; at < this.length; at += 1) highest = Math.max(highest, this.values[at]!)
    return highest
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const longer = new Int32Array(2 * this.length)
      longer.set(this.values)
      this.values = longer
    }
    this.values[this.length++] = value
  }
}
