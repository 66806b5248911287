/** `anye restore DIR [--with-secrets]` */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { restoreBackup } from '../platform/backup/restore-backup.ts'
import { loadConfig } from '../platform/config.ts'
import { openDatabaseServer } from '../platform/postgres/open-server.ts'

const say = (line: string): void => console.log(line)

try {
  const { values, positionals } = parseArgs({ options: { 'with-secrets': { type: 'boolean', default: false } }, allowPositionals: true })
  const [folder] = positionals
  if (!folder) throw new Error('Say where from: npm run anye -- restore DIR')
  const { home, secretsFile, databaseUrl } = loadConfig(process.env)
  const server = await openDatabaseServer({ home, secretsFile, databaseUrl }, say)
  try {
    const { at, tables, files } = await restoreBackup({
      ownerUrl: server.ownerUrl, home, secretsFile, source: resolve(folder), withSecrets: values['with-secrets'], log: say,
    })
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    say(`Restored and verified ${tables.length} tables with ${rows} rows and ${files.length} files, as of ${at}`)
  } finally {
    await server.stop()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
