/** Run by import.ts in a process of its own: `node bench/import-one-roster.ts FILE` prints the cost of importing it as JSON. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '@anye/kernel/ids'
import { seeded } from '@anye/kernel/random'
import { loadRosterFile } from '../apps/server/src/modules/registry/registry.api.ts'
import { prepareOrganization } from '../apps/server/src/modules/organization/organization.api.ts'
import { clockAt } from '../apps/server/src/platform/clock.ts'
import { createFieldCipher } from '../apps/server/src/platform/crypto/field-cipher.ts'
import { loadKeyRing } from '../apps/server/src/platform/crypto/key-ring.ts'
import { inScope, openDatabase } from '../apps/server/src/platform/db.ts'
import { openFileStore } from '../apps/server/src/platform/files.ts'
import { createLive } from '../apps/server/src/platform/live.ts'
import { createLog } from '../apps/server/src/platform/log.ts'
import { migrate } from '../apps/server/src/platform/migrate.ts'
import { startPostgres } from '../apps/server/src/platform/postgres/start-postgres.ts'
import { EVERYWHERE } from '../apps/server/src/platform/scope.ts'
import type { Services } from '../apps/server/src/platform/services.ts'

const SAMPLE_MS = 50
const TODAY = '2026-11-24'
const NOW = Date.parse(`${TODAY}T12:00:00+08:00`)

const file = process.argv[2]
if (file === undefined) throw new Error('Usage: import-one-roster.ts FILE')
const dir = mkdtempSync(join(tmpdir(), 'bench-import-'))
const server = await startPostgres({ dir, log: () => undefined, durable: false })
try {
  await migrate({ ownerUrl: server.url, appPassword: 'anye-bench' })
  const url = new URL(server.url)
  Object.assign(url, { username: 'anye_app', password: 'anye-bench' })
  const handle = openDatabase(url.href, 4)
  const random = seeded('bench').bytes
  const id = () => newId(NOW, random)
  await inScope(handle.db, EVERYWHERE, (tx) => prepareOrganization(tx, TODAY, id))
  let checkedAt = 0
  const services: Services = {
    database: handle, clock: clockAt(NOW), log: createLog({ level: 'error' }), synthetic: true, files: openFileStore(dir),
    live: { ...createLive(), publish: () => { checkedAt ||= performance.now() } },
    cipher: createFieldCipher(await loadKeyRing(handle.db, { kek: randomBytes(32), suite: 'aes' })),
    authenticate: async () => undefined,
  }
  let most = 0
  const timer = setInterval(() => { most = Math.max(most, process.memoryUsage.rss()) }, SAMPLE_MS)
  const started = performance.now()
  const loaded = await loadRosterFile(services, { path: file, on: TODAY, prefixes: ['5223'], userId: id(), userName: '基准' })
  const ended = performance.now()
  clearInterval(timer)
  await handle.close()
  if (loaded.state !== 'committed') throw new Error(`Not imported: ${loaded.state} ${loaded.message ?? ''}`)
  console.log(JSON.stringify({
    rows: loaded.counts?.rows ?? 0, written: loaded.difference?.persons.new ?? 0, checkMs: checkedAt - started, commitMs: ended - checkedAt,
    megabytes: most / 1024 / 1024,
  }))
} finally {
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
}
