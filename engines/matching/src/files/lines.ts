/** A line that is not what its format asks for. `line` counts from 1. */
export class FileError extends Error {
  override name = 'FileError'
  readonly line: number

  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`)
    this.line = line
  }
}

/** One line: the word it begins with ('' when it begins with a number), its further words, and its numbers. */
export type Line = { number: number; word: string; more: string; values: Float64Array; count: number }

const NEWLINE = 10
const LONGEST_LINE = 1 << 24
const [ZERO, NINE, MINUS] = [48, 57, 45]
const isBlank = (byte: number): boolean => byte === 32 || byte === 9 || byte === 13

/**
 * Splits text that comes in pieces into lines of words and whole numbers. Made for files of ten million lines: no string
 * is built where a number stands, and one `Line` serves for all.
 */
export class LineReader {
  readonly #take: (line: Line) => void
  #line: Line = { number: 0, word: '', more: '', values: new Float64Array(16), count: 0 }
  #rest: Uint8Array = new Uint8Array(0)

  /** @param take must not keep the line it is given */
  constructor(take: (line: Line) => void) {
    this.#take = take
  }

  /** @throws {FileError} when a line holds what is neither a word at its begin nor a whole number */
  push(piece: Uint8Array): void {
    let from = 0
    for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, from)) {
      if (this.#rest.length > 0) {
        const whole = joined(this.#rest, piece.subarray(0, at))
        this.#rest = new Uint8Array(0)
        this.#parse(whole, 0, whole.length)
      } else this.#parse(piece, from, at)
      from = at + 1
    }
    if (from < piece.length) this.#rest = joined(this.#rest, piece.subarray(from))
    if (this.#rest.length > LONGEST_LINE) throw new FileError(this.#line.number + 1, 'this line is longer than 16 MB; is this a text file?')
  }

  /** Takes what follows the last newline. Returns the number of the last line. */
  end(): number {
    if (this.#rest.length > 0) this.#parse(this.#rest, 0, this.#rest.length)
    this.#rest = new Uint8Array(0)
    return this.#line.number
  }

  #parse(bytes: Uint8Array, from: number, to: number): void {
    const line = this.#line
    line.number += 1
    line.word = ''
    line.more = ''
    line.count = 0
    let at = from
    while (at < to) {
      while (at < to && isBlank(bytes[at]!)) at += 1
      if (at === to) break
      let end = at
      while (end < to && !isBlank(bytes[end]!)) end += 1
      if (line.word === 'c') break
      this.#field(bytes, at, end)
      at = end
    }
    this.#take(line)
  }

  #field(bytes: Uint8Array, from: number, to: number): void {
    const line = this.#line
    let at = bytes[from] === MINUS ? from + 1 : from
    if (at < to && bytes[at]! >= ZERO && bytes[at]! <= NINE) {
      let value = 0
      for (; at < to && bytes[at]! >= ZERO && bytes[at]! <= NINE; at += 1) value = 10 * value + bytes[at]! - ZERO
      if (at < to || value > Number.MAX_SAFE_INTEGER) throw new FileError(line.number, `"${text(bytes, from, to)}" is not a whole number`)
      if (line.count === line.values.length) this.#grow()
      line.values[line.count++] = bytes[from] === MINUS ? -value : value
      return
    }
    if (line.count > 0 || line.more !== '') throw new FileError(line.number, `"${text(bytes, from, to)}" is not a whole number`)
    // Nearly every line has one word of one letter.
    const word = to - from === 1 ? String.fromCharCode(bytes[from]!) : text(bytes, from, to)
    if (line.word === '') line.word = word
    else line.more = word
  }

  #grow(): void {
    const longer = new Float64Array(2 * this.#line.values.length)
    longer.set(this.#line.values)
    this.#line.values = longer
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

function text(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder().decode(bytes.subarray(from, Math.min(to, from + 40)))
}
