import type { Market } from './market.ts'
import { Seats } from './seats.ts'
import type { Watch } from './watch.ts'

/** How a search ended: a place was gained, none can be (and what was seen is marked), or the budget was used up. */
type SearchEnd = 'gained' | 'closed' | 'unknown'

/**
 * Breadth-first searches for chains that end with one more household (or person) placed: somebody without a place
 * takes a seat, its occupant moves to another, … until a seat is free. While a tier is covered a household counts as
 * one: whoever leaves a seat may be followed by another member of his household elsewhere.
 */
export class Searches {
  readonly seats: Seats
  /** The level at which it was found that no room can be reached from a vacancy, or 0. Full for good. */
  readonly dead: Uint8Array
  readonly #market: Market
  /** Vacancies whose room nobody of this stage can reach. */
  readonly #barren: Uint8Array
  readonly #covered: Uint8Array
  #tier = 0
  #level = 0
  // One search: the queue, what it saw, who would sit down in a seen vacancy, and who would leave where.
  readonly #queue: Int32Array
  readonly #seen: Int32Array
  readonly #mover: Int32Array
  readonly #link: Int32Array
  #search = 0
  #length = 0
  #scans = 0

  constructor(market: Market) {
    const { workers, vacancies, problem } = market
    this.#market = market
    this.seats = new Seats(workers, market.room.subarray(0, vacancies))
    this.dead = new Uint8Array(vacancies)
    this.#barren = new Uint8Array(vacancies)
    this.#covered = new Uint8Array(problem.tier.length)
    this.#queue = new Int32Array(vacancies)
    this.#seen = new Int32Array(vacancies)
    this.#mover = new Int32Array(vacancies)
    this.#link = new Int32Array(vacancies)
  }

  begin(tier: number, level: number): void {
    this.#tier = tier
    this.#level = level
    this.#barren.fill(0)
  }

  /** Vacancies with room that were not found out of reach. */
  openRooms(): number[] {
    const rooms: number[] = []
    for (let v = 0; v < this.#market.vacancies; v += 1) if (this.seats.hasRoom(v)) rooms.push(v)
    return rooms
  }

  /** True while a source still has no place: the household while a tier is covered, else the person. */
  isOpen(source: number): boolean {
    return this.#tier === 0 ? this.seats.place[source] === -1 : this.#covered[this.#market.problem.household[source]!] === 0
  }

  /** Gives each source the free vacancy on its list that fewest want for its places. Returns who found none. */
  seatGreedily(sources: readonly number[]): number[] {
    const { listers, problem } = this.#market
    const left: number[] = []
    for (const source of sources) {
      let best = -1
      let who = -1
      let least = Number.POSITIVE_INFINITY
      this.#forMembers(source, (worker) => {
        for (let at = problem.start[worker]!; at < problem.start[worker + 1]!; at += 1) {
          const v = problem.vacancy[at]!
          const pressure = (listers.first[v + 1]! - listers.first[v]!) / problem.capacity[v]!
          if (pressure >= least || !this.seats.hasRoom(v)) continue
          least = pressure
          best = v
          who = worker
        }
      })
      if (best < 0) left.push(source)
      else this.#sit(who, best)
    }
    return left
  }

  /** Looks for a free seat from somebody without a place. */
  push(source: number, budget: number): SearchEnd {
    this.#start()
    let end = this.#reachFrom(source, -1)
    for (let at = 0; at < this.#length && end < 0; at += 1) {
      const v = this.#queue[at]!
      const { first, taken, occupant } = this.seats
      for (let slot = first[v]!; slot < first[v]! + taken[v]! && end < 0; slot += 1) {
        end = this.#reachFrom(occupant[slot]!, occupant[slot]!)
        if (this.#scans > budget) return 'unknown'
      }
    }
    if (end >= 0) {
      this.#shiftTowards(end)
      return 'gained'
    }
    for (let at = 0; at < this.#length; at += 1) this.dead[this.#queue[at]!] = this.#level
    return 'closed'
  }

  /** Looks for somebody without a place from a free seat. */
  pull(room: number, budget: number): SearchEnd {
    const { listers } = this.#market
    this.#start()
    this.#see(room)
    for (let at = 0; at < this.#length; at += 1) {
      const v = this.#queue[at]!
      for (let slot = listers.first[v]!; slot < listers.first[v + 1]!; slot += 1) {
        const worker = listers.member[slot]!
        if (this.#isSource(worker)) {
          this.#shiftFrom(worker, v, room)
          return 'gained'
        }
        this.#reachBack(worker, v)
      }
      this.#scans += listers.first[v + 1]! - listers.first[v]!
      if (this.#scans > budget) return 'unknown'
    }
    for (let at = 0; at < this.#length; at += 1) this.#barren[this.#queue[at]!] = 1
    return 'closed'
  }

  isBarren(vacancy: number): boolean {
    return this.#barren[vacancy] === 1
  }

  #start(): void {
    this.#search += 1
    this.#length = 0
    this.#scans = 0
  }

  #see(vacancy: number): void {
    this.#seen[vacancy] = this.#search
    this.#queue[this.#length++] = vacancy
  }

  #forMembers(worker: number, look: (member: number) => void): void {
    if (this.#tier === 0) return look(worker)
    const { members, problem } = this.#market
    const home = problem.household[worker]!
    for (let at = members.first[home]!; at < members.first[home + 1]!; at += 1) look(members.member[at]!)
  }

  /** @returns a vacancy with room that `worker` (or, for a household, one of his) can take once `leaver` left, or -1 */
  #reachFrom(worker: number, leaver: number): number {
    if (this.#tier === 0) return this.#reach(worker, leaver)
    const { members, problem } = this.#market
    const home = problem.household[worker]!
    for (let at = members.first[home]!; at < members.first[home + 1]!; at += 1) {
      const end = this.#reach(members.member[at]!, leaver)
      if (end >= 0) return end
    }
    return -1
  }

  #reach(mover: number, leaver: number): number {
    const { start, vacancy } = this.#market.problem
    const [from, to] = [start[mover]!, start[mover + 1]!]
    this.#scans += to - from
    for (let at = from; at < to; at += 1) {
      const v = vacancy[at]!
      if (this.#seen[v] === this.#search || this.dead[v] !== 0) continue
      this.#mover[v] = mover
      this.#link[v] = leaver
      if (this.seats.hasRoom(v)) return v
      this.#see(v)
    }
    return -1
  }

  #shiftTowards(end: number): void {
    for (let v = end; ; ) {
      const leaver = this.#link[v]!
      const from = leaver < 0 ? -1 : this.seats.place[leaver]!
      if (leaver >= 0) this.#leave(leaver)
      this.#sit(this.#mover[v]!, v)
      if (from < 0) return
      v = from
    }
  }

  #isSource(worker: number): boolean {
    if (this.seats.place[worker] !== -1) return false
    if (this.#tier === 0) return true
    const home = this.#market.problem.household[worker]!
    return this.#market.problem.tier[home] === this.#tier && this.#covered[home] === 0
  }

  /** `worker` could sit in `vacancy`: the seat that he, or the placed member of his household, has now would be free. */
  #reachBack(worker: number, vacancy: number): void {
    const leaver = this.#placedOf(worker)
    if (leaver < 0) return
    const from = this.seats.place[leaver]!
    if (this.#seen[from] === this.#search || this.#barren[from] !== 0) return
    this.#mover[from] = worker
    this.#link[from] = vacancy
    this.#queue[this.#length++] = from
    this.#seen[from] = this.#search
  }

  #placedOf(worker: number): number {
    if (this.seats.place[worker] !== -1) return worker
    if (this.#tier === 0) return -1
    const { members, problem } = this.#market
    const home = problem.household[worker]!
    for (let at = members.first[home]!; at < members.first[home + 1]!; at += 1) {
      if (this.seats.place[members.member[at]!] !== -1) return members.member[at]!
    }
    return -1
  }

  #shiftFrom(source: number, first: number, room: number): void {
    let [mover, to] = [source, first]
    while (to !== room) {
      const next = this.#mover[to]!
      this.#leave(this.#leaverOf(next, to))
      this.#sit(mover, to)
      ;[mover, to] = [next, this.#link[to]!]
    }
    this.#sit(mover, room)
  }

  /** Whoever sits in `vacancy` of the household of `mover`: himself, or while a tier is covered its one placed member. */
  #leaverOf(mover: number, vacancy: number): number {
    return this.seats.place[mover] === vacancy ? mover : this.#placedOf(mover)
  }

  #sit(worker: number, vacancy: number): void {
    this.seats.sit(worker, vacancy)
    this.#covered[this.#market.problem.household[worker]!] = 1
  }

  #leave(worker: number): void {
    this.seats.leave(worker)
    this.#covered[this.#market.problem.household[worker]!] = 0
  }
}

/** Searches from each source. Returns those whose search ran out of budget. */
export function pushWorkers(searches: Searches, sources: readonly number[], budget: number, watch: Watch): number[] {
  return sources.filter((source) => {
    watch.step()
    return searches.isOpen(source) && searches.push(source, budget) === 'unknown'
  })
}

/** Searches from each vacancy with room, as often as it has seats. Returns those whose search ran out of budget. */
export function pullWorkers(searches: Searches, rooms: readonly number[], budget: number, watch: Watch): number[] {
  return rooms.filter((room) => {
    while (searches.seats.hasRoom(room) && !searches.isBarren(room)) {
      watch.step()
      const end = searches.pull(room, budget)
      if (end !== 'gained') return end === 'unknown'
    }
    return false
  })
}
