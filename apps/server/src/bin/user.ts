/**
 * `anye user …`: accounts from the command line of the server, for the first administrators and in
 * emergencies.
 */
import { parseArgs } from 'node:util'
import { loadConfig } from '../platform/config.ts'
import { openDatabase } from '../platform/db.ts'
import { openPreparedServer } from '../platform/postgres/open-prepared.ts'
import { runUserCommand } from '../modules/organization/organization.api.ts'

const USAGE = `anye user list
anye user add USERNAME --role ROLE [--scope CODE] [--name NAME] [--duty DUTY]
anye user password USERNAME
anye user lock USERNAME
anye user unlock USERNAME
The password of a new account must be changed at the first log-in. --scope is the prefecture (5223), a
reporting unit (522301, 5223-YL), a township or a village, as the role asks for; administrators have none.`

try {
  const { values, positionals } = parseArgs({
    options: {
      role: { type: 'string' },
      scope: { type: 'string' },
      name: { type: 'string' },
      duty: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const [verb, userName = ''] = positionals
  if (values.help || verb === undefined) console.log(USAGE)
  else for (const line of await run(verb, userName, values)) console.log(line)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function run(
  verb: string,
  userName: string,
  flags: { role?: string; scope?: string; name?: string; duty?: string },
): Promise<string[]> {
  const server = await openPreparedServer(loadConfig(process.env), (line) => console.error(line))
  const database = openDatabase(server.appUrl, 2)
  try {
    return await runUserCommand(database.db, { verb, userName, ...flags })
  } finally {
    await database.close()
    await server.stop()
  }
}
