import { DistanceHeap } from './distance-heap.ts'

/** The objects that one shortest-path search has reached and settled (Dijkstra). Objects at the present distance skip the heap: ties are the rule here. */
export class Frontier {
  readonly distance: Float64Array
  /** The settled objects stand in the first `settledCount` positions, in the order of their distance. */
  readonly settled: Int32Array
  settledCount = 0
  readonly #heap = new DistanceHeap()
  readonly #near: Int32Array
  readonly #seen: Int32Array
  readonly #settledIn: Int32Array
  #nearCount = 0
  #search = 0
  #now = 0

  constructor(objects: number) {
    this.distance = new Float64Array(objects)
    this.settled = new Int32Array(objects)
    this.#near = new Int32Array(objects)
    this.#seen = new Int32Array(objects)
    this.#settledIn = new Int32Array(objects)
  }

  begin(): void {
    this.#search += 1
    this.#heap.clear()
    this.settledCount = 0
    this.#nearCount = 0
    this.#now = 0
  }

  /** @returns true when the object was not reached as cheaply before */
  isCloser(object: number, distance: number): boolean {
    return this.#seen[object] !== this.#search || distance < this.distance[object]!
  }

  /** Only after `isCloser`. */
  reach(object: number, distance: number): void {
    this.#seen[object] = this.#search
    this.distance[object] = distance
    if (distance <= this.#now) this.#near[this.#nearCount++] = object
    else this.#heap.push(object, distance)
  }

  /** Settles the nearest object closer than `limit`, or returns -1. */
  next(limit: number): number {
    for (;;) {
      let object: number
      if (this.#nearCount > 0) object = this.#near[--this.#nearCount]!
      else if (this.#heap.isEmpty || this.#heap.nearest >= limit) return -1
      else object = this.#heap.pop()
      if (this.#settledIn[object] === this.#search || this.distance[object]! >= limit) continue
      this.#settledIn[object] = this.#search
      this.settled[this.settledCount++] = object
      this.#now = this.distance[object]!
      return object
    }
  }
}
