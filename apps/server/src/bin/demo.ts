/**
 * `anye demo [--scale 0.02] [--seed 1] [--as-of DATE] [--era 2020] --out DIR [--write-only]`: writes the
 * synthetic prefecture's roster sheets. `--profile` prints every given figure beside the generated one and
 * writes nothing.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { compareFigures } from '../demo/figures.ts'
import { readDemoOptions } from '../demo/demo-options.ts'
import { tallyPrefecture } from '../demo/measure.ts'
import { generatePrefecture } from '../demo/prefecture.ts'
import { TOLERATED_SIGMAS, deviation, printFigures } from '../demo/print-figures.ts'
import { writeRosters } from '../demo/rosters/write-rosters.ts'
import { systemClock } from '../platform/clock.ts'

const USAGE = `anye demo [--scale 0.02] [--seed 1] [--as-of YYYY-MM-DD] [--era 2020|today]
  --out DIR [--write-only]
anye demo --profile [--scale …] [--seed …] [--as-of …] [--era …]
Writes the roster sheets of a synthetic prefecture to DIR, and dirt.json, the list of their faults.
All people are synthetic: IDs begin with 522399, phones with 154.`

try {
  const { values } = parseArgs({
    options: {
      scale: { type: 'string' },
      seed: { type: 'string' },
      'as-of': { type: 'string' },
      era: { type: 'string' },
      out: { type: 'string' },
      'write-only': { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) console.log(USAGE)
  else await runDemo(values)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function runDemo(
  flags: Parameters<typeof readDemoOptions>[0] & { out?: string; profile: boolean },
): Promise<void> {
  const prefecture = generatePrefecture(readDemoOptions(flags, systemClock.today()))
  if (flags.profile) {
    const figures = compareFigures(prefecture, tallyPrefecture(prefecture))
    console.log(printFigures(figures))
    if (figures.some((figure) => Math.abs(deviation(figure)) > TOLERATED_SIGMAS)) process.exitCode = 1
    return
  }
  if (flags.out === undefined) throw new Error('Say where to write the sheets: --out DIR')
  const folder = resolve(flags.out)
  const { files, persons } = await writeRosters(prefecture, folder)
  console.log(`Wrote ${persons} persons in ${files.length} files to ${folder}`)
}
