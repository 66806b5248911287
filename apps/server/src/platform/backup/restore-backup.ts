import { createReadStream, existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { migrate, readMigrations, type Migration } from '../migrate.ts'
import { loadSecrets } from '../secrets.ts'
import { listTables } from './list-tables.ts'
import { fingerprintOf, hashFile, Manifest } from './manifest.ts'

export type RestoreOptions = {
  ownerUrl: string
  home: string
  secretsFile: string
  /** The folder of the back-up. */
  source: string
  /** Puts the secrets of the back-up in the place of this installation's. */
  withSecrets: boolean
  migrations?: readonly Migration[]
  log: (line: string) => void
}

/**
 * Fills an empty database from a back-up: checks every file and the secrets against the manifest before anything is written, builds
 * the schema the back-up was taken from, loads all rows in one transaction with foreign keys checked, compares the
 * counts, and brings the schema up to this release.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Manifest> {
  const { source, ownerUrl, secretsFile, withSecrets, migrations = readMigrations(), log } = options
  const manifest = await readManifest(source)
  log('Checking the files of the back-up')
  await verifyFiles(source, manifest)
  await assertEmpty(ownerUrl)
  await settleSecrets(options, manifest)
  const { appPassword } = loadSecrets(secretsFile)
  await migrate({ ownerUrl, appPassword, migrations: migrationsOf(manifest, migrations), definitions: [], log })
  await load(options, manifest)
  await migrate({ ownerUrl, appPassword, migrations, log })
  await restoreFiles(options, manifest)
  if (withSecrets) log('The secrets are those of the back-up now; start the server again.')
  return manifest
}

async function readManifest(source: string): Promise<Manifest> {
  const file = join(source, 'manifest.json')
  if (!existsSync(file)) throw new Error(`${source} holds no finished back-up: manifest.json is missing.`)
  const parsed = Manifest.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file} is not a manifest this release understands.`)
  return parsed.data
}

async function verifyFiles(source: string, { tables, files }: Manifest): Promise<void> {
  for (const { path, sha256 } of [...tables, ...files.map((file) => ({ ...file, path: join('files', file.path) }))]) {
    const found = existsSync(join(source, path)) ? (await hashFile(join(source, path))).sha256 : 'nothing'
    if (found !== sha256) throw new Error(`${join(source, path)} is missing or was changed since the back-up. Nothing was restored.`)
  }
}

async function assertEmpty(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const tables = await listTables(client)
    if (tables.length > 0) {
      throw new Error(`The database is not empty (${tables[0]?.name}). Restore into a new one: another ANYE_HOME, or an empty database in DATABASE_URL.`)
    }
  })
}

async function settleSecrets({ source, secretsFile, withSecrets }: RestoreOptions, { secrets }: Manifest): Promise<void> {
  if (withSecrets) {
    if (!secrets.included) throw new Error('The back-up was made without --with-secrets. Put your copy of secrets.json in place, then restore without the option.')
    await copyFile(join(source, 'secrets.json'), secretsFile)
    await chmod(secretsFile, 0o600)
  } else if (fingerprintOf(loadSecrets(secretsFile).keyEncryptionKey) !== secrets.fingerprint) {
    throw new Error(`${secretsFile} does not hold the secrets of the back-up, without which encrypted fields cannot be read. Nothing was restored. Put your copy of its secrets.json there, then restore again.`)
  }
}

/** @throws Error when the back-up comes from a newer release, or a file it was made with has changed */
function migrationsOf(manifest: Manifest, known: readonly Migration[]): Migration[] {
  return manifest.migrations.map(({ name, hash }) => {
    const migration = known.find((each) => each.name === name)
    if (migration?.hash !== hash) throw new Error(`The back-up needs migration ${name} in a form this release lacks. Restore with the release that made it.`)
    return migration
  })
}

async function load({ ownerUrl, source, log }: RestoreOptions, { tables, sequences }: Manifest): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query('begin')
    // Rows come with what triggers did when they were first written; append-only tables would refuse to be emptied.
    for (const { table } of tables) await client.query(`alter table ${table} disable trigger user`)
    // Migrations may have put rows in; those of the back-up are the truth.
    if (tables.length > 0) await client.query(`truncate ${tables.map(({ table }) => table).join(', ')}`)
    for (const { table, columns, path, rows } of tables) {
      const sink = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
      await pipeline(createReadStream(join(source, path)), createGunzip(), sink)
      if (sink.rowCount !== rows) throw new Error(`${table}: ${rows} rows in the back-up, ${sink.rowCount} restored. Nothing was kept.`)
      log(`${table}: ${rows} rows`)
    }
    // Deferred foreign keys are checked now: a table whose checks are pending cannot be altered.
    await client.query('set constraints all immediate')
    for (const { table } of tables) await client.query(`alter table ${table} enable trigger user`)
    for (const { sequence, value, called } of sequences) await client.query('select setval($1, $2, $3)', [sequence, value, called])
    await client.query('commit')
    await client.query('analyze')
  })
}

async function restoreFiles({ source, home }: RestoreOptions, { files }: Manifest): Promise<void> {
  for (const { path } of files) {
    const target = join(home, 'files', path)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await copyFile(join(source, 'files', path), target)
  }
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
