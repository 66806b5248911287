/** `anye serve`: console and API on HOST:PORT, the indicator worker beside them. SIGTERM and SIGINT end it in order. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createApp } from '../app.ts'
import { resumeImports } from '../modules/registry/registry.api.ts'
import { startIndicatorWorker } from '../modules/indicators/indicators.api.ts'
import { resumeExports, startReportWorker } from '../modules/reporting/reporting.api.ts'
import { mountReporting } from '../modules/reporting/reporting.routes.ts'
import { openServices } from '../open-services.ts'
import { systemClock } from '../platform/clock.ts'
import { loadConfig } from '../platform/config.ts'
import { createLog } from '../platform/log.ts'
import { openDatabaseServer } from '../platform/postgres/open-server.ts'
import { loadSecrets } from '../platform/secrets.ts'

const CONSOLE = fileURLToPath(new URL('../../../console/dist', import.meta.url))

const config = loadConfig(process.env)
const log = createLog({ level: config.logLevel })
const server = await openDatabaseServer(config, (line) => log.info(line))
const { services, mountAuth, close } = await openServices({
  config, secrets: loadSecrets(config.secretsFile), appUrl: server.appUrl, clock: systemClock, log,
})
const app = await createApp(services, {
  mountAuth, mountRaw: mountReporting, trustedProxies: config.trustedProxies, onTls: config.publicUrl?.protocol === 'https:',
  ...(existsSync(CONSOLE) ? { consoleFolder: CONSOLE } : {}),
})
const stopWorker = startIndicatorWorker(services)
const stopReports = startReportWorker(services)
await resumeImports(services)
await resumeExports(services)
await app.listen({ host: config.host, port: config.port })

let stopping = false
const stop = async () => {
  if (stopping) return
  stopping = true
  await app.close()
  await stopWorker()
  await stopReports()
  await close()
  await server.stop()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
