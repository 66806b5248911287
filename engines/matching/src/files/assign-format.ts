import { MAX_TIER, type Problem } from '../problem.ts'
import { Edges } from './edges.ts'
import { FileError, type Line } from './lines.ts'

const LARGEST = 2 ** 31 - 1
/** What follows each letter, for the error that says so. */
const SHAPES: Readonly<Record<string, string>> = {
  h: 'h <household> <tier>', w: 'w <worker> <household>', v: 'v <vacancy> <capacity>', e: 'e <worker> <vacancy> <fit>',
}

/** Our own format: `p assign <workers> <households> <vacancies> <edges>`, then one record a line, ids from 1. */
export class AssignFormat {
  readonly #household: Int32Array
  readonly #tier: Uint8Array
  readonly #capacity: Int32Array
  readonly #edges: Edges
  readonly #expected: number
  readonly #told: Uint8Array

  constructor(line: Line) {
    const [workers, households, vacancies, edges] = this.#sizes(line)
    this.#household = new Int32Array(workers).fill(-1)
    this.#tier = new Uint8Array(households)
    this.#told = new Uint8Array(households)
    this.#capacity = new Int32Array(vacancies).fill(-1)
    this.#edges = new Edges(edges)
    this.#expected = edges
  }

  take(line: Line): void {
    const { word, values, count, number } = line
    const shape = SHAPES[word]
    if (shape === undefined) throw new FileError(number, `"${word}" begins no record; expected c, h, w, v or e`)
    if (line.more !== '' || count !== (word === 'e' ? 3 : 2)) throw new FileError(number, `expected ${shape}`)
    const [first, second, third] = [values[0]!, values[1]!, values[2]!]
    if (word === 'e') {
      this.#edges.add(index('worker', first, this.#household.length, number), index('vacancy', second, this.#capacity.length, number), within('fit', third, LARGEST, number), number)
    } else if (word === 'w') this.#once(this.#household, index('worker', first, this.#household.length, number), index('household', second, this.#tier.length, number), number)
    else if (word === 'v') this.#once(this.#capacity, index('vacancy', first, this.#capacity.length, number), within('capacity', second, LARGEST, number), number)
    else this.#tell(index('household', first, this.#tier.length, number), within('tier', second, MAX_TIER, number), number)
  }

  /** @param last the number of the last line */
  end(last: number): Problem {
    if (this.#edges.count !== this.#expected) throw new FileError(last, `the file ends with ${this.#edges.count} edges; its p line said ${this.#expected}`)
    const lost = this.#household.indexOf(-1)
    if (lost >= 0) throw new FileError(last, `the file ends without a w line for worker ${lost + 1}`)
    const closed = this.#capacity.indexOf(-1)
    if (closed >= 0) throw new FileError(last, `the file ends without a v line for vacancy ${closed + 1}`)
    return { household: this.#household, tier: this.#tier, capacity: this.#capacity, ...this.#edges.lists(this.#household.length, this.#capacity.length) }
  }

  #sizes(line: Line): [number, number, number, number] {
    if (line.count !== 4) throw new FileError(line.number, 'expected p assign <workers> <households> <vacancies> <edges>')
    const [workers, households, vacancies, edges] = [...line.values.subarray(0, 4)].map((size) => within('size', size, 1 << 28, line.number))
    return [workers!, households!, vacancies!, edges!]
  }

  #once(into: Int32Array, at: number, value: number, line: number): void {
    if (into[at] !== -1) throw new FileError(line, `number ${at + 1} has a line of this kind already`)
    into[at] = value
  }

  #tell(household: number, tier: number, line: number): void {
    if (this.#told[household] === 1) throw new FileError(line, `household ${household + 1} has a line of this kind already`)
    this.#told[household] = 1
    this.#tier[household] = tier
  }
}

export function index(what: string, value: number, size: number, line: number): number {
  if (value < 1 || value > size) throw new FileError(line, `there is no ${what} ${value}; they are numbered 1 to ${size}`)
  return value - 1
}

export function within(what: string, value: number, most: number, line: number): number {
  if (value < 0 || value > most) throw new FileError(line, `${what} ${value} is not between 0 and ${most}`)
  return value
}
