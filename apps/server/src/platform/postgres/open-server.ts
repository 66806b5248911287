import { join } from 'node:path'
import type { Config } from '../config.ts'
import { APP_ROLE } from '../migrate.ts'
import { loadSecrets } from '../secrets.ts'
import { connectAsOwner } from './connect-owner.ts'
import { startPostgres } from './start-postgres.ts'

/** Log-ins of the database this installation uses. `stop` releases an embedded server and does nothing for an external one. */
export type DatabaseServer = { ownerUrl: string; appUrl: string; embedded: boolean; stop: () => Promise<void> }

/**
 * The database server of this configuration: the external one of DATABASE_URL, else the embedded one, started or
 * joined. Every process of the product calls it; the embedded server stops when the last of them has released it.
 */
export async function openDatabaseServer(
  config: Pick<Config, 'home' | 'databaseUrl' | 'secretsFile'>,
  log: (line: string) => void,
): Promise<DatabaseServer> {
  const { appPassword } = loadSecrets(config.secretsFile)
  if (config.databaseUrl) {
    await (await connectAsOwner(config.databaseUrl)).end()
    const stop = () => Promise.resolve()
    return { ownerUrl: config.databaseUrl, appUrl: asApplication(config.databaseUrl, appPassword), embedded: false, stop }
  }
  const { url, stop } = await startPostgres({ dir: join(config.home, 'postgres'), log })
  return { ownerUrl: url, appUrl: asApplication(url, appPassword), embedded: true, stop }
}

function asApplication(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = APP_ROLE
  url.password = password
  return url.href
}
