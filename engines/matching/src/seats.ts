/** Who sits where while an assignment is being made: every worker has at most one seat, every object so many. */
export class Seats {
  /** The object where each worker sits, or -1. */
  readonly place: Int32Array
  /** Occupants of object `j` stand from `first[j]`, `taken[j]` of them. */
  readonly first: Int32Array
  readonly occupant: Int32Array
  readonly taken: Int32Array
  readonly #position: Int32Array

  /** @param room the seats of each object */
  constructor(workers: number, room: Int32Array) {
    this.place = new Int32Array(workers).fill(-1)
    this.#position = new Int32Array(workers)
    this.first = new Int32Array(room.length + 1)
    for (let j = 0; j < room.length; j += 1) this.first[j + 1] = this.first[j]! + room[j]!
    this.occupant = new Int32Array(this.first[room.length]!)
    this.taken = new Int32Array(room.length)
  }

  hasRoom(object: number): boolean {
    return this.first[object]! + this.taken[object]! < this.first[object + 1]!
  }

  free(object: number): number {
    return this.first[object + 1]! - this.first[object]! - this.taken[object]!
  }

  /** The worker must have no seat and the object room. */
  sit(worker: number, object: number): void {
    const at = this.first[object]! + this.taken[object]!++
    this.occupant[at] = worker
    this.#position[worker] = at
    this.place[worker] = object
  }

  /** The last occupant of the object takes the seat that becomes free. */
  leave(worker: number): void {
    const object = this.place[worker]!
    const last = this.first[object]! + --this.taken[object]!
    const mover = this.occupant[last]!
    const at = this.#position[worker]!
    this.occupant[at] = mover
    this.#position[mover] = at
    this.place[worker] = -1
  }
}
