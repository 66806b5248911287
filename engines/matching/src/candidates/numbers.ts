/** A list of whole numbers (32 bits) that grows; `values` is longer than `length`. */
export class Numbers {
  values = new Int32Array(16)
  length = 0

  static of(...values: number[]): Numbers {
    const numbers = new Numbers()
    for (const value of values) numbers.push(value)
    return numbers
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
