import type { BookLine, ChildCounters, Counters, LedgerRow } from '../../indicators/indicators.api.ts'

/** The sums a report needs, all added up from one reading of the day's books. */
export type Books = {
  ledger: LedgerRow[]
  counters: Counters
  countersBefore: Counters
  units: { rows: ChildCounters[]; rowsBefore: ChildCounters[] }
  leaves: { rows: ChildCounters[]; parentOf: ReadonlyMap<string, string> }
}

/** Adds up the lines of the places two levels down; the opening of a day is the closing of the day before. */
export function addUpBooks(lines: readonly BookLine[]): Books {
  const whole = new Map<string, LedgerRow>()
  const [units, unitsBefore, leaves] = [
    new Map<string, ChildCounters>(),
    new Map<string, ChildCounters>(),
    new Map<string, ChildCounters>(),
  ]
  const parentOf = new Map<string, string>()
  for (const line of lines) {
    const { code, name, parentCode, parentName } = line
    parentOf.set(code, parentName)
    const here = [childOf(units, parentCode, parentName), childOf(leaves, code, name)]
    const before = childOf(unitsBefore, parentCode, parentName)
    const { key } = line
    if (key === null) continue
    for (const { counters } of here) counters[key] = (counters[key] ?? 0) + line.closing
    before.counters[key] = (before.counters[key] ?? 0) + line.opening
    whole.set(
      key,
      added(whole.get(key), {
        key,
        opening: line.opening,
        change: line.change,
        correction: line.correction,
        closing: line.closing,
      }),
    )
  }
  const ledger = [...whole.values()]
  return {
    ledger,
    units: { rows: inOrder(units), rowsBefore: inOrder(unitsBefore) },
    leaves: { rows: inOrder(leaves), parentOf },
    counters: Object.fromEntries(ledger.map((line) => [line.key, line.closing])),
    countersBefore: Object.fromEntries(ledger.map((line) => [line.key, line.opening])),
  }
}

function childOf(children: Map<string, ChildCounters>, code: string, name: string): ChildCounters {
  const child = children.get(code) ?? { code, name, counters: {} }
  children.set(code, child)
  return child
}

function added(sum: LedgerRow | undefined, line: LedgerRow): LedgerRow {
  if (sum === undefined) return line
  return {
    key: line.key,
    opening: sum.opening + line.opening,
    change: sum.change + line.change,
    correction: sum.correction + line.correction,
    closing: sum.closing + line.closing,
  }
}

function inOrder(children: ReadonlyMap<string, ChildCounters>): ChildCounters[] {
  return [...children.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1))
}
