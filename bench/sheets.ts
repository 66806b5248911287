import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { writeXlsx } from 'hucre/xlsx'
import { writeWorkbook } from '../apps/server/src/platform/sheets/write-workbook.ts'
import type { SheetColumn } from '../apps/server/src/platform/sheets/write-workbook.ts'
import type { BenchRow } from './bench-row.ts'

const ONE_READ = fileURLToPath(new URL('./sheets-one-read.ts', import.meta.url))
const ROWS = 100_000
const WHOLE_READ = 'hucre readXlsx, whole file in the same process'

type Cost = { rows: number; milliseconds: number; megabytes: number }

/**
 * Reads a roster of 20 columns through the reading process and, for comparison, by one call of hucre. Not at
 * the 400,000 rows of a prefecture: there the baseline fails, the XML exceeds the longest string of V8.
 */
export async function bench(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-sheets-'))
  try {
    const path = join(folder, 'roster.xlsx')
    const streaming = await timed(() =>
      writeWorkbook([{ name: '花名册', columns: COLUMNS, rows: roster() }], path),
    )
    const whole = await timed(() => writeXlsx({ sheets: [{ name: '花名册', rows: [...roster()] }] }))
    const adapter = await costOf('adapter', path)
    const plain = await costOf('plain', path)
    if (adapter.rows !== plain.rows) throw new Error(`Rows differ: ${adapter.rows} and ${plain.rows}`)
    return [
      row('read .xlsx through the adapter', 'rows/s', perSecond(adapter), perSecond(plain)),
      row('memory of the server while reading', 'MB', adapter.megabytes, plain.megabytes),
      row(
        'write .xlsx, rows streamed',
        'rows/s',
        (ROWS / streaming) * 1000,
        (ROWS / whole) * 1000,
        'hucre writeXlsx, whole file in memory',
      ),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function row(
  name: string,
  unit: string,
  value: number,
  baselineValue: number,
  baseline = WHOLE_READ,
): BenchRow {
  return { name, unit, value, baseline, baselineValue, ratio: value / baselineValue }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function perSecond(cost: Cost): number {
  return (cost.rows / cost.milliseconds) * 1000
}

async function costOf(way: 'adapter' | 'plain', path: string): Promise<Cost> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--max-old-space-size=4096',
    ONE_READ,
    way,
    path,
  ])
  return JSON.parse(stdout) as Cost // printed by our own script above
}

const COLUMNS: readonly SheetColumn[] = Array.from({ length: 20 }, (_, at) => ({
  title: `列${at + 1}`,
  kind: at === 5 ? 'id' : at === 7 ? 'date' : at > 15 ? 'number' : 'text',
}))

function* roster(): Generator<(string | number | null)[]> {
  for (let at = 0; at < ROWS; at += 1) {
    const texts = ['某县', '某某镇', `某村${at % 300}`, `王${at % 5000}`]
    const person = [
      `522399${String(100000000000 + at)}`,
      at % 2 === 0 ? '男' : '女',
      '1990-03-07',
      '汉族',
      '户主',
      '初中',
    ]
    const work = [
      `154${String(10000000 + at)}`,
      `某某有限公司${at % 2000}`,
      '浙江省宁波市',
      '2024-02-01',
      null,
    ]
    yield [`H${at}`, ...texts, ...person, ...work, at % 12, 3000 + (at % 4000), at, at % 7]
  }
}
