import { describe, expect, it } from 'vitest'
import { assign } from '../assign.ts'
import { FileError } from './lines.ts'
import { ProblemReader, type Task } from './read-problem.ts'

/** Reads a text in pieces of so many bytes, so that lines and numbers are cut anywhere. */
function read(text: string, piece = 7): Task {
  const reader = new ProblemReader()
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += piece) reader.push(bytes.subarray(at, at + piece))
  return reader.end()
}

function costOf(task: Task): number {
  if (task.kind !== 'cost') throw new Error('not a cost problem')
  const outcome = assign(task.problem)
  if (outcome.status !== 'optimal') throw new Error('stopped')
  return outcome.score.placed * task.highestCost - outcome.score.fit
}

const SMALL = `c two households, one of the first tier
p assign 3 2 2 4
h 1 1
h 2 0
w 1 1
w 2 2
w 3 2
v 1 1
v 2 2
e 1 1 10
e 2 1 900
e 3 2 20
e 2 2 7
`

describe('a problem of our own format', () => {
  it.each([1, 2, 3, 13, 4096])('is read in pieces of %d bytes', (piece) => {
    const task = read(SMALL, piece)
    expect(task.kind).toBe('assign')
    expect(assign(task.problem)).toMatchObject({ score: { covered: [1], placed: 3, fit: 37 } })
  })

  it('may have any order of records, Windows line ends, tabs, empty lines and no last newline', () => {
    const [head, ...records] = SMALL.trim().split('\n').slice(1)
    const shuffled = [head, ...records.reverse()].join('\r\n\r\n').replaceAll(' ', ' \t ')
    expect(assign(read(shuffled).problem)).toMatchObject({ score: { covered: [1], placed: 3, fit: 37 } })
  })

  const wrong: [string, string, RegExp][] = [
    ['an unknown record', SMALL.replace('v 1 1', 'x 1 1'), /^line 8: "x" begins no record; expected c, h, w, v or e$/],
    ['a record too short', SMALL.replace('e 1 1 10', 'e 1 1'), /^line 10: expected e <worker> <vacancy> <fit>$/],
    ['a record too long', SMALL.replace('h 2 0', 'h 2 0 0'), /^line 4: expected h <household> <tier>$/],
    ['a word for a number', SMALL.replace('v 2 2', 'v 2 two'), /^line 9: "two" is not a whole number$/],
    ['a fraction', SMALL.replace('e 3 2 20', 'e 3 2 20.5'), /^line 12: "20.5" is not a whole number$/],
    ['a worker beyond the last', SMALL.replace('e 3 2', 'e 4 2'), /^line 12: there is no worker 4; they are numbered 1 to 3$/],
    ['a worker 0', SMALL.replace('e 3 2', 'e 0 2'), /^line 12: there is no worker 0/],
    ['a negative fit', SMALL.replace('20', '-20'), /^line 12: fit -20 is not between 0 and/],
    ['a pair told twice', SMALL.replace('e 2 2 7', 'e 2 1 7'), /^line 13: worker 2 and vacancy 1 stand together once already$/],
    ['a worker told twice', SMALL.replace('w 2 2', 'w 1 2'), /^line 6: number 1 has a line of this kind already$/],
    ['a worker not told', SMALL.replace('w 2 2\n', ''), /^line 12: the file ends without a w line for worker 2$/],
    ['an edge too few', SMALL.replace('e 2 2 7\n', ''), /^line 12: the file ends with 3 edges; its p line said 4$/],
    ['an edge too many', `${SMALL}e 1 2 3\n`, /^line 14: the file ends with 5 edges; its p line said 4$/],
    ['a second p line', `${SMALL}p assign 1 1 1 1\n`, /^line 14: a second p line$/],
    ['no p line', 'h 1 1\n', /^line 1: expected p assign/],
    ['nothing', 'c only this\n', /^line 1: the file holds no problem$/],
    ['another program\'s file', 'PK\u0003\u0004 binary\n', /^line 1: /],
  ]
  it.each(wrong)('is refused with its line: %s', (_, text, message) => {
    expect(() => read(text)).toThrow(FileError)
    expect(() => read(text)).toThrow(message)
  })
})

describe('a problem of the literature', () => {
  it('in DIMACS .asn costs what its best assignment costs', () => {
    const text = 'c four nodes\np asn 4 4\nn 3\nn 1\na 3 2 7\na 3 4 2\na 1 2 3\na 1 4 9\n'
    expect(costOf(read(text))).toBe(5)
    expect(read(text)).toMatchObject({ names: Int32Array.of(3, 1) })
  })

  it('may have negative costs', () => {
    expect(costOf(read('p asn 4 4\nn 1\nn 2\na 1 3 -7\na 1 4 2\na 2 3 -9\na 2 4 1\n'))).toBe(-7)
  })

  it('in OR-Library form is a matrix over any number of lines', () => {
    expect(costOf(read(' 3\n 4 1 3\n 2 0\n 5 3 2 2\n'))).toBe(5)
    expect(costOf(read('1\n6'))).toBe(6)
  })

  const wrong: [string, string, RegExp][] = [
    ['an arc from the right', 'p asn 2 1\nn 1\na 2 1 5\n', /^line 3: node 2 is not of the left side/],
    ['an arc within the left', 'p asn 2 1\nn 1\nn 2\na 1 2 5\n', /^line 4: node 2 is of the left side/],
    ['arcs that are missing', 'p asn 2 2\nn 1\na 1 2 5\n', /^line 3: the file ends with 1 arcs; its p line said 2$/],
    ['a node named twice', 'p asn 2 1\nn 1\nn 1\na 1 2 5\n', /^line 3: node 1 was named already$/],
    ['costs that are missing', '2\n1 2 3\n', /^line 2: the file ends with 3 costs; 2 times 2 were expected$/],
    ['costs too many', '1\n1 2\n', /^line 2: there are more than 1 times 1 costs$/],
    ['a word in a matrix', '1\nx\n', /^line 2: "x" stands among the numbers of a cost matrix$/],
  ]
  it.each(wrong)('is refused with its line: %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message)
  })
})
