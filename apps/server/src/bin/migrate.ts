/** `anye migrate`: brings the database to the newest schema. To its parent it sends whether anybody can log in yet. */
import { Client } from 'pg'
import { loadConfig } from '../platform/config.ts'
import { migrate } from '../platform/migrate.ts'
import { openDatabaseServer } from '../platform/postgres/open-server.ts'
import { loadSecrets } from '../platform/secrets.ts'

const say = (line: string): void => console.log(line)

try {
  const config = loadConfig(process.env)
  const server = await openDatabaseServer(config, say)
  try {
    const { appPassword } = loadSecrets(config.secretsFile)
    const applied = await migrate({ ownerUrl: server.ownerUrl, appPassword, log: say })
    if (process.connected) process.send?.({ applied, empty: await isEmpty(server.ownerUrl) })
    if (applied.length > 0) say(`Migrated: ${applied.length} schema files applied`)
    else if (!process.send) say('The schema is up to date')
  } finally {
    await server.stop()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function isEmpty(ownerUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from organization.user_account limit 1')
    return rowCount === 0
  } finally {
    await client.end()
  }
}
