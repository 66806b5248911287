/** A queue of objects by distance. An object may stand in it more than once; the caller drops what he has settled. */
export class DistanceHeap {
  #distance = new Float64Array(64)
  #object = new Int32Array(64)
  #size = 0

  clear(): void {
    this.#size = 0
  }

  get isEmpty(): boolean {
    return this.#size === 0
  }

  /** The distance of the next object. Only when not empty. */
  get nearest(): number {
    return this.#distance[0]!
  }

  push(object: number, distance: number): void {
    if (this.#size === this.#object.length) this.#grow()
    let at = this.#size++
    while (at > 0) {
      const above = (at - 1) >> 1
      if (this.#distance[above]! <= distance) break
      this.#distance[at] = this.#distance[above]!
      this.#object[at] = this.#object[above]!
      at = above
    }
    this.#distance[at] = distance
    this.#object[at] = object
  }

  /** Takes the next object off. Only when not empty. */
  pop(): number {
    const top = this.#object[0]!
    const size = --this.#size
    const [distance, object] = [this.#distance[size]!, this.#object[size]!]
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= size) break
      if (below + 1 < size && this.#distance[below + 1]! < this.#distance[below]!) below += 1
      if (this.#distance[below]! >= distance) break
      this.#distance[at] = this.#distance[below]!
      this.#object[at] = this.#object[below]!
      at = below
    }
    this.#distance[at] = distance
    this.#object[at] = object
    return top
  }

  #grow(): void {
    const [distance, object] = [this.#distance, this.#object]
    this.#distance = new Float64Array(2 * distance.length)
    this.#object = new Int32Array(2 * object.length)
    this.#distance.set(distance)
    this.#object.set(object)
  }
}
