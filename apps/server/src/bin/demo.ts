/**
 * `anye demo`: loads the synthetic prefecture by the real import. `--write-only` writes its rosters alone, `--profile`
 * prints every given figure beside the generated one; neither needs a database.
 */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { compareFigures } from '../demo/figures.ts'
import { readDemoOptions, type DemoFlags } from '../demo/demo-options.ts'
import { settleDemoDay } from '../demo/load/demo-day.ts'
import { loadDemo } from '../demo/load/load-demo.ts'
import { continuedOptions } from '../demo/load/roster-folder.ts'
import { tallyPrefecture } from '../demo/measure.ts'
import type { Prefecture, PrefectureOptions } from '../demo/model.ts'
import { generatePrefecture } from '../demo/prefecture.ts'
import { TOLERATED_SIGMAS, deviation, printFigures } from '../demo/print-figures.ts'
import { writeRosters } from '../demo/rosters/write-rosters.ts'
import { openServices } from '../open-services.ts'
import { systemClock } from '../platform/clock.ts'
import { loadConfig } from '../platform/config.ts'
import { createLog } from '../platform/log.ts'
import { migrate } from '../platform/migrate.ts'
import { openDatabaseServer } from '../platform/postgres/open-server.ts'
import { loadSecrets } from '../platform/secrets.ts'

const USAGE = `anye demo [--scale 0.02] [--seed 1] [--as-of YYYY-MM-DD] [--era 2020|today] [--out DIR]
           [--places 522326001,5223-YL]
  loads the prefecture; the rosters lie in DIR, else in ANYE_HOME/demo/rosters. Run again to continue.
  --places peoples only these reporting units, townships and villages.
anye demo --write-only --out DIR …   writes the rosters, and dirt.json, the list of their faults
anye demo --profile …                prints every given figure beside the generated one
--era 2020 is the spring campaign, on 2020-04-30 unless --as-of names another day of that year. Evidence ages, so
the installation then lives in that time: its clock is set back by whole days and runs on from there.
All people are synthetic: IDs begin with 522399, phones with 154.`

try {
  const { values } = parseArgs({
    options: {
      scale: { type: 'string' },
      seed: { type: 'string' },
      'as-of': { type: 'string' },
      era: { type: 'string' },
      places: { type: 'string' },
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

type Flags = DemoFlags & { out?: string; profile: boolean; 'write-only': boolean }

async function runDemo(flags: Flags): Promise<void> {
  const options = readDemoOptions(flags, systemClock.today())
  if (flags.profile) printProfile(generatePrefecture(options))
  else if (flags['write-only']) await writeOnly(generatePrefecture(options), flags.out)
  else await load(options, flags)
}

function printProfile(prefecture: Prefecture): void {
  const figures = compareFigures(prefecture, tallyPrefecture(prefecture))
  console.log(printFigures(figures))
  if (figures.some((figure) => Math.abs(deviation(figure)) > TOLERATED_SIGMAS)) process.exitCode = 1
}

async function writeOnly(prefecture: Prefecture, out: string | undefined): Promise<void> {
  if (out === undefined) throw new Error('Say where to write the sheets: --out DIR')
  const { files, persons } = await writeRosters(prefecture, resolve(out))
  console.log(`Wrote ${persons} persons in ${files.length} files to ${resolve(out)}`)
}

async function load(given: PrefectureOptions, flags: Flags): Promise<void> {
  const config = loadConfig(process.env)
  if (!config.synthetic) throw new Error('The demo writes synthetic people, which this installation refuses (ANYE_SYNTHETIC=off)')
  const secrets = loadSecrets(config.secretsFile)
  const say = (line: string): void => console.log(line)
  const folder = flags.out === undefined ? join(config.home, 'demo', 'rosters') : resolve(flags.out)
  const options = await continuedOptions(given, folder, flags['as-of'] !== undefined)
  const server = await openDatabaseServer(config, say)
  try {
    await migrate({ ownerUrl: server.ownerUrl, appPassword: secrets.appPassword, log: say })
    await settleDemoDay(server.appUrl, systemClock, options.asOf)
    const log = createLog({ level: 'warn' })
    const { services, close } = await openServices({ config, secrets, appUrl: server.appUrl, clock: systemClock, log })
    try {
      await loadDemo(services, { prefecture: generatePrefecture(options), folder, home: config.home }, say)
    } finally {
      await close()
    }
  } finally {
    await server.stop()
  }
}
