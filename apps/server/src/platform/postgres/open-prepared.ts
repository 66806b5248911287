import { Client } from 'pg'
import type { Config } from '../config.ts'
import { listPending } from '../migrate.ts'
import { openDatabaseServer, type DatabaseServer } from './open-server.ts'

// SQLSTATE: invalid_password, invalid_authorization_specification
const REFUSED = new Set(['28P01', '28000'])

/**
 * The database server, for every process that needs the schema of this release in it.
 * @throws Error with a sentence that says what to do when it was never migrated, is older, or has other secrets
 */
export async function openPreparedServer(
  config: Pick<Config, 'home' | 'databaseUrl' | 'secretsFile'>, log: (line: string) => void,
): Promise<DatabaseServer> {
  const server = await openDatabaseServer(config, log)
  try {
    const pending = await listPending(server.ownerUrl)
    if (pending.length > 0) {
      throw new Error(`The database lacks ${pending.length} schema files of this release, from ${pending[0]} on. Run: npm run anye -- migrate`)
    }
    await tryApplication(server.appUrl, config.secretsFile)
    return server
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function tryApplication(appUrl: string, secretsFile: string): Promise<void> {
  const client = new Client({ connectionString: appUrl })
  try {
    await client.connect()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && REFUSED.has(String(error.code)))) throw error
    throw new Error(`${secretsFile} is not that of this database: the role anye_app has another password. Put the right file there, or name it with ANYE_SECRETS_FILE.`, { cause: error })
  } finally {
    await client.end().catch(() => undefined)
  }
}
