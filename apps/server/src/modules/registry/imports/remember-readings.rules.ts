import type { CellInput } from '@anye/codes/parse/cell'

const MOST_KNOWN = 4000
const LONGEST_KNOWN = 40

/**
 * A reader that remembers what it has read: 郑屯镇, 初中 and 户主 stand in a county's sheet a hundred thousand
 * times. For pure readers of columns whose values repeat; never for IDs, names or phones, which may not be
 * kept and do not repeat. The answers are shared, so they must not be changed.
 */
export function rememberReadings<T>(read: (cell: CellInput) => T): (cell: CellInput) => T {
  const known = new Map<CellInput, { reading: T }>()
  return (cell) => {
    if (cell === null || typeof cell === 'object') return read(cell)
    if (typeof cell === 'string' && cell.length > LONGEST_KNOWN) return read(cell)
    const found = known.get(cell)
    if (found) return found.reading
    // A column that repeats nothing must not fill the memory; starting anew costs no more than never
    // remembering.
    if (known.size >= MOST_KNOWN) known.clear()
    const reading = read(cell)
    known.set(cell, { reading })
    return reading
  }
}
