import type { Problem } from '../problem.ts'
import { AssignFormat } from './assign-format.ts'
import { AsnFormat, type CostProblem, MatrixFormat } from './cost-formats.ts'
import { FileError, type Line, LineReader } from './lines.ts'

/** What a file holds: a problem of ours, or one of the literature whose answer is a cost. */
export type Task = { kind: 'assign'; problem: Problem } | ({ kind: 'cost' } & CostProblem)

/** Reads a problem that comes in pieces, in whichever of the three formats it is written. */
export class ProblemReader {
  readonly #lines = new LineReader((line) => this.#take(line))
  #assign: AssignFormat | undefined
  #cost: AsnFormat | MatrixFormat | undefined

  /** @throws {FileError} with the number of the first line that is wrong */
  push(piece: Uint8Array): void {
    this.#lines.push(piece)
  }

  /** @throws {FileError} when something is missing at the end */
  end(): Task {
    const last = this.#lines.end()
    if (this.#assign) return { kind: 'assign', problem: this.#assign.end(last) }
    if (this.#cost) return { kind: 'cost', ...this.#cost.end(last) }
    throw new FileError(Math.max(1, last), 'the file holds no problem')
  }

  #take(line: Line): void {
    if (line.word === 'c' || (line.word === '' && line.count === 0)) return
    const format = this.#assign ?? this.#cost
    if (!format) this.#begin(line)
    else if (line.word === 'p') throw new FileError(line.number, 'a second p line')
    else format.take(line)
  }

  #begin(line: Line): void {
    if (line.word === '') {
      this.#cost = new MatrixFormat()
      this.#cost.take(line)
    } else if (line.word === 'p' && line.more === 'assign') this.#assign = new AssignFormat(line)
    else if (line.word === 'p' && line.more === 'asn') this.#cost = new AsnFormat(line)
    else throw new FileError(line.number, 'expected p assign …, p asn … (DIMACS), or the size of a cost matrix (OR-Library)')
  }
}
