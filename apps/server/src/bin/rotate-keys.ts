/**
 * `anye rotate-keys [--suite aes|sm] [--task ID]`: seals every personal field under a new key; the server may
 * run on.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { isUuid, newId } from '@anye/kernel/ids'
import { systemRandomBytes } from '@anye/kernel/random'
import { COMMAND_LINE_ID } from '../platform/actor.ts'
import { systemClock } from '../platform/clock.ts'
import { loadConfig } from '../platform/config.ts'
import { rotateKeys } from '../platform/crypto/rotate-keys.ts'
import { openDatabase } from '../platform/db.ts'
import { openPreparedServer } from '../platform/postgres/open-prepared.ts'
import { loadSecrets } from '../platform/secrets.ts'

const USAGE = `anye rotate-keys [--suite aes|sm] [--task ID]
Seals every personal field under a new key (of the other suite, if asked) and retires the old one. May be ended
at any time: call it again with the task it printed and it goes on.`

/** Twice the time after which running servers read their keys again. */
const SETTLE_MS = 60_000

const stopping = new AbortController()
process.on('SIGTERM', () => stopping.abort())
process.on('SIGINT', () => stopping.abort())

try {
  const { values } = parseArgs({
    options: {
      suite: { type: 'string' },
      task: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) console.log(USAGE)
  else await rotate(values)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function rotate(flags: { suite?: string; task?: string }): Promise<void> {
  const config = loadConfig(process.env)
  const suite = flags.suite ?? config.cryptoSuite
  if (suite !== 'aes' && suite !== 'sm') throw new Error('--suite is aes or sm')
  const taskId = flags.task ?? newId(systemClock.now(), systemRandomBytes)
  if (!isUuid(taskId)) throw new Error('--task is the id that the first run printed')
  const server = await openPreparedServer(config, (line) => console.error(line))
  const database = openDatabase(server.ownerUrl, 2)
  console.log(`Task ${taskId}; running servers learn the new key within ${SETTLE_MS / 1000} seconds`)
  try {
    const { total } = await rotateKeys({
      db: database.db,
      kek: loadSecrets(config.secretsFile).keyEncryptionKey,
      suite,
      taskId,
      ownerId: COMMAND_LINE_ID,
      now: systemClock.now,
      settle: () => wait(SETTLE_MS, undefined, { signal: stopping.signal }),
      signal: stopping.signal,
      onProgress: ({ done, total: all }) => {
        if (process.stdout.isTTY) process.stdout.write(`\r${done} of ${all} rows`)
      },
    })
    console.log(`\nAll personal fields of ${total} rows are sealed under the new key`)
  } finally {
    await database.close()
    await server.stop()
  }
}
