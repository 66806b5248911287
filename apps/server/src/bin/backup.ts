/** `anye backup DIR [--with-secrets]` */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeBackup } from '../platform/backup/write-backup.ts'
import { systemClock } from '../platform/clock.ts'
import { loadConfig } from '../platform/config.ts'
import { openPreparedServer } from '../platform/postgres/open-prepared.ts'

const say = (line: string): void => console.log(line)

try {
  const { values, positionals } = parseArgs({ options: { 'with-secrets': { type: 'boolean', default: false } }, allowPositionals: true })
  const [folder] = positionals
  if (!folder) throw new Error('Say where to: npm run anye -- backup DIR')
  const { home, secretsFile, databaseUrl } = loadConfig(process.env)
  const server = await openPreparedServer({ home, secretsFile, databaseUrl }, say)
  try {
    const target = resolve(folder)
    const { tables, files } = await writeBackup({
      ownerUrl: server.ownerUrl, home, secretsFile, target, withSecrets: values['with-secrets'], now: systemClock.now(), log: say,
    })
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    say(`Backed up ${tables.length} tables with ${rows} rows and ${files.length} files to ${target}`)
    if (!values['with-secrets']) say(`The secrets are not in it. Without ${secretsFile} encrypted fields are lost: keep a copy in another place.`)
  } finally {
    await server.stop()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
