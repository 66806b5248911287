/** `anye indicators`: recomputes every village from its facts and tells which stood otherwise. */
import { parseArgs } from 'node:util'
import { rebuildVillages, type Rebuild } from '../modules/indicators/indicators.api.ts'
import { openServices } from '../open-services.ts'
import { systemClock } from '../platform/clock.ts'
import { loadConfig } from '../platform/config.ts'
import { createLog } from '../platform/log.ts'
import { openPreparedServer } from '../platform/postgres/open-prepared.ts'
import { loadSecrets } from '../platform/secrets.ts'

const USAGE = `anye indicators rebuild [--check]
Recomputes the states and counters of every village from its facts as of today and prints the villages that stood
otherwise. Exits 0; with --check, 1 when any differed.`

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true, options: { check: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  })
  if (values.help) console.log(USAGE)
  else if (positionals.join(' ') !== 'rebuild') throw new Error(USAGE)
  else process.exitCode = tell(await rebuild()) && values.check ? 1 : 0
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function rebuild(): Promise<Rebuild> {
  const config = loadConfig(process.env)
  const server = await openPreparedServer(config, (line) => console.error(line))
  const { services, close } = await openServices({
    config, secrets: loadSecrets(config.secretsFile), appUrl: server.appUrl, clock: systemClock, log: createLog({ level: 'error' }), connections: 3,
  })
  try {
    return await rebuildVillages(services, (done, total) => console.error(`${done} of ${total} villages`))
  } finally {
    await close()
    await server.stop()
  }
}

/** Prints the outcome; answers whether any village differed. */
function tell({ villages, differing }: Rebuild): boolean {
  for (const { division, counters, states } of differing) {
    const moved = counters.map((counter) => `${counter.key} ${counter.before} → ${counter.after}`)
    console.log([division, ...moved, ...(states && moved.length === 0 ? ['states only'] : [])].join('  '))
  }
  console.log(`${villages} villages rebuilt from facts, ${differing.length} stood otherwise`)
  return differing.length > 0
}
