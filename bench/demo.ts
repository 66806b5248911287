import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SYNTHETIC_AREA, buildCitizenId } from '@anye/codes/citizen-id'
import { writeXlsx } from 'hucre/xlsx'
import type { Prefecture } from '../apps/server/src/demo/model.ts'
import { generatePrefecture } from '../apps/server/src/demo/prefecture.ts'
import { rosterRow } from '../apps/server/src/demo/rosters/roster-row.ts'
import { ROSTER_STYLES } from '../apps/server/src/demo/rosters/styles.ts'
import { writeRosters } from '../apps/server/src/demo/rosters/write-rosters.ts'
import type { BenchRow } from './bench-row.ts'

const OPTIONS = { scale: 0.01, seed: 1, asOf: '2026-03-31', era: 'today' } as const

/**
 * Persons a second: made by the generator, against building their ID numbers alone; and written as the
 * counties' rosters, against the same number of clean rows in one sheet by the same library.
 */
export async function bench(): Promise<BenchRow[]> {
  const prefecture = generatePrefecture(OPTIONS)
  countPersons(prefecture)
  const made = await persons(() => countPersons(prefecture))
  const ids = await persons(() => buildIds(100_000))
  const folder = await mkdtemp(join(tmpdir(), 'anye-bench-demo-'))
  try {
    const written = await persons(async () => (await writeRosters(prefecture, folder)).persons)
    const plain = await persons(() => writePlain(prefecture, join(folder, 'plain.xlsx')))
    return [
      row('demo: persons generated', made, 'ID numbers alone', ids),
      row('demo: persons written to rosters', written, 'clean rows in one sheet', plain),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function row(name: string, value: number, baseline: string, baselineValue: number): BenchRow {
  return { name, value, unit: 'persons/s', baseline, baselineValue, ratio: value / baselineValue }
}

async function persons(run: () => number | Promise<number>): Promise<number> {
  const start = performance.now()
  const count = await run()
  return Math.round((count * 1_000) / (performance.now() - start))
}

function countPersons(prefecture: Prefecture): number {
  let count = 0
  for (const households of prefecture.households()) {
    for (const { members } of households) count += members.length
  }
  return count
}

function buildIds(count: number): number {
  for (let index = 0; index < count; index++) buildCitizenId(SYNTHETIC_AREA, '1990-01-01', (index % 998) + 1)
  return count
}

async function writePlain(prefecture: Prefecture, path: string): Promise<number> {
  const style = ROSTER_STYLES[0]
  if (style === undefined) throw new Error('A roster style')
  const rows = [...prefecture.households()].flat().flatMap((household) =>
    household.members.map((person) => Object.values(rosterRow(household, person, style, OPTIONS))),
  )
  await writeFile(path, await writeXlsx({ sheets: [{ name: '人员', rows }] }))
  return rows.length
}
