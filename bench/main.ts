/** `npm run bench [NAME…]`: runs the benchmarks and prints one table of ratios against their baselines. */
import { readdirSync } from 'node:fs'
import type { BenchRow } from './bench-row.ts'

type Bench = { bench: () => Promise<BenchRow[]> }

const wanted = process.argv.slice(2)
const files = readdirSync(import.meta.dirname)
  .filter((file) => /^[a-z]+\.ts$/.test(file) && file !== 'main.ts')
  .filter((file) => wanted.length === 0 || wanted.includes(file.replace('.ts', '')))
const rows: (BenchRow & { file: string })[] = []
for (const file of files) {
  console.error(`${file} …`)
  const module = (await import(new URL(file, import.meta.url).href)) as Partial<Bench>
  if (module.bench === undefined) throw new Error(`bench/${file} exports no bench()`)
  rows.push(...(await module.bench()).map((row) => ({ ...row, file: file.replace('.ts', '') })))
}

const HEADS = ['bench', 'measure', 'value', 'unit', 'baseline', 'its value', 'ratio']
const lines = rows.map((row) => [row.file, row.name, show(row.value), row.unit, row.baseline, show(row.baselineValue), row.ratio.toFixed(2)])
const widths = HEADS.map((head, column) => Math.max(...[HEADS, ...lines].map((line) => (line[column] ?? '').length), head.length))
for (const line of [HEADS, widths.map((width) => '-'.repeat(width)), ...lines]) {
  console.log(`| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
}

/** Three figures are enough to compare and do not pretend to be exact. */
function show(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}
