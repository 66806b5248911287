import type { CellInput } from '@anye/codes/parse/cell'
import type { MergedRange, RosterRow } from './roster-row.rules.ts'

/**
 * A row whose merged cells hold the value of their range. `spans` gives, for each column that lies in a range
 * over several rows, the first row of that range: two rows with the same span state one fact together.
 */
export type FilledRow = RosterRow & { spans: ReadonlyMap<number, number> }

const NO_SPANS: ReadonlyMap<number, number> = new Map()

/**
 * Fills values down inside merged ranges and nowhere else (DOMAIN 3.3-5): an empty cell outside a range may
 * mean "none", and copying the cell above would give one household's facts to the next. Rows must come in
 * file order.
 * @param columns columns to fill; a person's own (name, ID) are left out, since two persons never share them
 * @param after last row of the header; ranges that begin there are titles
 */
export function createMergeFill(
  merges: readonly MergedRange[], columns: ReadonlySet<number>, after: number,
): (row: RosterRow) => FilledRow {
  const lanes = lanesOf(merges, columns, after)
  if (lanes.length === 0) return (row) => ({ ...row, spans: NO_SPANS })
  return (row) => {
    let cells: CellInput[] | undefined
    const spans = new Map<number, number>()
    for (const lane of lanes) {
      const range = rangeAt(lane, row.number)
      if (range === undefined) continue
      if (row.number === range.top) lane.value = row.cells[lane.column] ?? null
      spans.set(lane.column, range.top)
      if (row.number === range.top || lane.value === null) continue
      cells ??= padded(row.cells, lane.column)
      cells[lane.column] = lane.value
    }
    return { number: row.number, hidden: row.hidden, cells: cells ?? row.cells, spans }
  }
}

/** The ranges of one column in row order, and how far the reading has come. */
type Lane = { column: number; ranges: MergedRange[]; next: number; value: CellInput }

function lanesOf(merges: readonly MergedRange[], columns: ReadonlySet<number>, after: number): Lane[] {
  const byColumn = new Map<number, MergedRange[]>()
  for (const merge of merges) {
    if (merge.bottom === merge.top || merge.top <= after || !columns.has(merge.left)) continue
    const ranges = byColumn.get(merge.left)
    if (ranges) ranges.push(merge)
    else byColumn.set(merge.left, [merge])
  }
  return [...byColumn].map(([column, ranges]) =>
    ({ column, ranges: ranges.sort((left, right) => left.top - right.top), next: 0, value: null }))
}

function rangeAt(lane: Lane, row: number): MergedRange | undefined {
  let range = lane.ranges[lane.next]
  while (range !== undefined && range.bottom < row) {
    lane.next++
    // A range whose first row was not delivered held nothing; its value must not come from the range before.
    lane.value = null
    range = lane.ranges[lane.next]
  }
  return range !== undefined && range.top <= row ? range : undefined
}

function padded(cells: readonly CellInput[], column: number): CellInput[] {
  const copy = [...cells]
  while (copy.length <= column) copy.push(null)
  return copy
}
