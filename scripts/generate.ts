/**
 * `npm run gen`: writes every generated file from its source: code lists, map, types of the tables, documents. The types come from a
 * database migrated for the purpose, which is put away afterwards.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { migrate } from '../apps/server/src/platform/migrate.ts'
import { startPostgres, stopPostgres } from '../apps/server/src/platform/postgres/start-postgres.ts'
import { ROOT } from '../architecture/cruise-tree.ts'
import { renderAll } from '../architecture/generate/outputs.ts'
import { read } from '../architecture/source-files.ts'

const dir = mkdtempSync(join(tmpdir(), 'anye-generate-'))
try {
  const { url } = await startPostgres({ dir, log: () => undefined, durable: false })
  await migrate({ ownerUrl: url, appPassword: 'anye-generate' })
  const client = new Client({ connectionString: url })
  await client.connect()
  const outputs = await renderAll(client)
  await client.end()
  for (const [path, text] of outputs) {
    if (existsSync(join(ROOT, path)) && read(path) === text) continue
    mkdirSync(dirname(join(ROOT, path)), { recursive: true })
    writeFileSync(join(ROOT, path), text)
    process.stdout.write(`wrote ${path}\n`)
  }
} finally {
  await stopPostgres(dir)
  rmSync(dir, { recursive: true, force: true })
}
