/** `anye serve`: console and API on HOST:PORT, the indicator worker beside them. SIGTERM and SIGINT end it in order. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createApp } from '../app.ts'
import { resumePrints, startCardWorker } from '../modules/cards/cards.api.ts'
import { startCommandWorker } from '../modules/command/command.api.ts'
import { resumeImports } from '../modules/registry/registry.api.ts'
import { startIndicatorWorker } from '../modules/indicators/indicators.api.ts'
import { resumeExports, startReportWorker } from '../modules/reporting/reporting.api.ts'
import { mountReporting } from '../modules/reporting/reporting.routes.ts'
import { openServices } from '../open-services.ts'
import { systemClock } from '../platform/clock.ts'
import { loadConfig, type Config } from '../platform/config.ts'
import { createLog, type Log } from '../platform/log.ts'
import { openPreparedServer } from '../platform/postgres/open-prepared.ts'
import type { DatabaseServer } from '../platform/postgres/open-server.ts'
import { loadSecrets } from '../platform/secrets.ts'

const CONSOLE = fileURLToPath(new URL('../../../console/dist', import.meta.url))
const FIELD = fileURLToPath(new URL('../../../field/dist', import.meta.url))

try {
  await serve()
} catch (error) {
  console.error(sentenceOf(error))
  process.exit(1)
}

async function serve(): Promise<void> {
  const config = loadConfig(process.env)
  const log = createLog({ level: config.logLevel })
  const server = await openPreparedServer(config, (line) => log.info(line))
  try {
    await serveFrom(server, config, log)
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function serveFrom(server: DatabaseServer, config: Config, log: Log): Promise<void> {
  const { services, mountAuth, close } = await openServices({
    config, secrets: loadSecrets(config.secretsFile), appUrl: server.appUrl, clock: systemClock, log,
  })
  const app = await createApp(services, {
    mountAuth, mountRaw: mountReporting, trustedProxies: config.trustedProxies, onTls: config.publicUrl?.protocol === 'https:',
    frameAncestors: config.frameAncestors,
    ...(existsSync(CONSOLE) ? { consoleFolder: CONSOLE } : {}), ...(existsSync(FIELD) ? { fieldFolder: FIELD } : {}),
  })
  // Before the work of earlier runs is taken up: who cannot have the port does nothing else.
  await app.listen({ host: config.host, port: config.port })
  const stopWorker = startIndicatorWorker(services)
  const stopCards = startCardWorker(services)
  const stopCommand = startCommandWorker(services)
  const stopReports = startReportWorker(services)
  stopOnSignal(async () => {
    await app.close()
    await stopWorker()
    await stopCards()
    await stopCommand()
    await stopReports()
    await close()
    await server.stop()
  })
  await resumeImports(services)
  await resumeExports(services)
  await resumePrints(services)
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  const stopOnce = async () => {
    if (stopping) return
    stopping = true
    await stop()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stopOnce())
  process.on('SIGINT', () => void stopOnce())
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? error.code : undefined
  const place = 'address' in error && 'port' in error ? `${String(error.address)}:${String(error.port)}` : 'HOST:PORT'
  if (code === 'EADDRINUSE') return `${place} is used by another program (perhaps an Anye that still runs). Stop it, or set PORT to another.`
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') return `${place} cannot be listened on (${code}). Set HOST and PORT to an address of this machine.`
  return error.message
}
