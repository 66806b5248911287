import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { loadSecrets } from '../secrets.ts'
import { listTables, type TableToCopy } from './list-tables.ts'
import { fingerprintOf, hashFile, type Manifest } from './manifest.ts'

export type BackupOptions = {
  ownerUrl: string
  /** ANYE_HOME, whose `files` are copied. */
  home: string
  secretsFile: string
  /** A folder that does not exist yet. */
  target: string
  withSecrets: boolean
  /** The time of the back-up, milliseconds since 1970 UTC. */
  now: number
  log: (line: string) => void
}

/**
 * Copies every table as of one moment (one repeatable-read snapshot), then the uploads, and describes both in a
 * manifest with hashes. People may work meanwhile. Uploads are copied after the snapshot and are never changed,
 * so each one that a copied row names is there.
 */
export async function writeBackup(options: BackupOptions): Promise<Manifest> {
  const { target, home, secretsFile, withSecrets, now, log } = options
  if (existsSync(target)) throw new Error(`${target} exists already. Name a new folder: a back-up never writes over another.`)
  await mkdir(join(target, 'tables'), { recursive: true, mode: 0o700 })
  const snapshot = await copySnapshot(options)
  log('Copying the uploaded files')
  const files = await copyFiles(join(home, 'files'), join(target, 'files'))
  const secrets = { included: withSecrets, fingerprint: fingerprintOf(loadSecrets(secretsFile).keyEncryptionKey) }
  if (withSecrets) await copyFile(secretsFile, join(target, 'secrets.json'))
  const manifest: Manifest = { format: 1, at: new Date(now).toISOString(), ...snapshot, files, secrets }
  await writeFile(join(target, 'manifest.new'), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 })
  await rename(join(target, 'manifest.new'), join(target, 'manifest.json'))
  return manifest
}

type Snapshot = Pick<Manifest, 'migrations' | 'tables' | 'sequences'>

async function copySnapshot({ ownerUrl, target, log }: BackupOptions): Promise<Snapshot> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    // Then a policy that would hide rows from us is an error instead of a back-up with holes.
    await client.query('set local row_security = off')
    const { rows: migrations } = await client.query<{ name: string; hash: string }>('select name, hash from platform.migration order by name')
    const tables: Manifest['tables'] = []
    for (const table of await listTables(client)) tables.push(await copyTable(client, table, target, log))
    const sequences = await readSequences(client)
    await client.query('commit')
    return { migrations, tables, sequences }
  } finally {
    await client.end()
  }
}

async function copyTable(client: Client, { name, columns }: TableToCopy, target: string, log: (line: string) => void): Promise<Manifest['tables'][number]> {
  const path = join('tables', `${name.replaceAll('"', '')}.copy.gz`)
  const meter = meterOf()
  const source = client.query(copyTo(`copy (select ${columns.join(', ')} from ${name}) to stdout`))
  await pipeline(source, createGzip({ level: 6 }), meter.stream, createWriteStream(join(target, path), { mode: 0o600 }))
  log(`${name}: ${source.rowCount} rows`)
  return { table: name, columns, rows: source.rowCount, path, ...meter.result() }
}

function meterOf(): { stream: Transform; result: () => { bytes: number; sha256: string } } {
  const digest = createHash('sha256')
  let bytes = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  return { stream, result: () => ({ bytes, sha256: digest.digest('hex') }) }
}

/** Sequences stand outside transactions; read after the rows they are never behind them. */
async function readSequences(client: Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<Manifest['sequences'][number]>(`
    select format('%I.%I', schemaname, sequencename) as sequence,
           coalesce(last_value, start_value)::text as value, last_value is not null as called
    from pg_sequences where schemaname !~ '^pg_' and schemaname <> 'pgboss' order by 1`)
  return rows
}

async function copyFiles(from: string, to: string): Promise<Manifest['files']> {
  if (!existsSync(from)) return []
  const files: Manifest['files'] = []
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const source = join(entry.parentPath, entry.name)
    const path = relative(from, source)
    await mkdir(dirname(join(to, path)), { recursive: true, mode: 0o700 })
    await copyFile(source, join(to, path))
    files.push({ path, ...(await hashFile(join(to, path))) })
  }
  return files
}
