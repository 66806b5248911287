/**
 * Holds the database server for a command line session: the first message to the parent says it is ready, SIGTERM
 * releases it. Runs in its own process so that the server is put away in order whatever happens to the others.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { loadConfig, type Config } from '../platform/config.ts'
import { openDatabaseServer, type DatabaseServer } from '../platform/postgres/open-server.ts'

const WATCH_MS = 2000
// Standard output belongs to the command the database is held for.
const say = (line: string): void => console.error(line)

const stopping = new AbortController()
process.on('SIGTERM', () => stopping.abort())
// Ctrl-C is for the parent, which ends the database's users first.
process.on('SIGINT', () => undefined)

try {
  const config = loadConfig(process.env)
  await hold(config, await openDatabaseServer(config, say))
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

async function hold(config: Config, opened: DatabaseServer): Promise<void> {
  let server = opened
  try {
    const { home, host, port, synthetic } = config
    // The parent may be gone already; then there is nobody to tell, only a server to put away.
    if (process.connected) process.send?.({ home, host, port, synthetic, embedded: server.embedded })
    while (!stopping.signal.aborted) {
      await wait(WATCH_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted || !server.embedded || (await answers(server.ownerUrl))) continue
      say('PostgreSQL has ended unexpectedly; starting it again')
      await server.stop()
      server = await openDatabaseServer(config, say)
    }
  } finally {
    await server.stop()
  }
}

/** One refused connection may be a full server; only a server that is not there is started again. */
async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED')
  } finally {
    await client.end().catch(() => undefined)
  }
}
