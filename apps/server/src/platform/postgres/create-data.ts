import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PostgresBinaries } from './binaries.ts'
import type { ServerUser } from './server-user.ts'

/** The login that owns the schema and runs migrations; the application logs in as `anye_app`. */
export const OWNER = 'anye_owner'

/**
 * The path of the data directory as the server process should hear it. Under another user the way there may
 * be closed (a checkout in /root); the process is started inside the directory and finds it as its own.
 */
export function dataArgument(dataDir: string, user: ServerUser | undefined): string {
  return user && process.platform === 'linux' ? '/proc/self/cwd' : dataDir
}

/** Creates the data directory unless it is there. A creation that was cut off leaves nothing that counts. */
export function createData(dir: string, binaries: PostgresBinaries, user: ServerUser | undefined, durable: boolean): void {
  const dataDir = join(dir, 'data')
  if (existsSync(dataDir)) return assertVersion(dataDir, binaries.version)
  for (const name of readdirSync(dir)) {
    if (name.startsWith('data.new')) rmSync(join(dir, name), { recursive: true, force: true })
  }
  const draft = join(dir, 'data.new')
  const passwordFile = join(dir, 'password.new')
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 })
  if (user) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid)
  runInitdb({ draft, passwordFile, binaries, user, durable })
  if (user) chownSync(passwordFile, 0, 0)
  renameSync(passwordFile, join(dir, 'password'))
  renameSync(draft, dataDir)
}

/** Reads the owner's password, written when the data directory was created. */
export function readPassword(dir: string): string {
  return readFileSync(join(dir, 'password'), 'utf8').trim()
}

function assertVersion(dataDir: string, version: string): void {
  const made = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim()
  if (version.startsWith(`${made}.`)) return
  throw new Error(
    `${dataDir} was made by PostgreSQL ${made}, this program brings ${version}. Back up with the old release and restore with this one.`,
  )
}

type Initdb = { draft: string; passwordFile: string; binaries: PostgresBinaries; user: ServerUser | undefined; durable: boolean }

function runInitdb({ draft, passwordFile, binaries, user, durable }: Initdb): void {
  const refused: string[] = []
  // Under the C locale pg_trgm sees no letters in Chinese; a C library without C.UTF-8 lends another one's letters.
  for (const locale of [['--locale=C.UTF-8'], ['--locale=C', '--lc-ctype=en_US.UTF-8'], ['--locale=C', '--lc-ctype=zh_CN.UTF-8']]) {
    // Handed over open: the way to the file may be closed to the other user.
    const password = openSync(passwordFile, 'r')
    const result = spawnSync(
      binaries.initdb,
      [
        '-D', dataArgument(draft, user), `--username=${OWNER}`, `--pwfile=${user ? '/dev/stdin' : passwordFile}`, '--auth=scram-sha-256',
        '--encoding=UTF8', ...locale, '--data-checksums', '--no-instructions', ...(durable ? [] : ['--no-sync']),
      ],
      { ...user, cwd: draft, stdio: [password, 'pipe', 'pipe'], encoding: 'utf8', env: { PATH: process.env['PATH'], LC_MESSAGES: 'C', TZ: 'UTC' } },
    )
    closeSync(password)
    if (result.status === 0) return
    refused.push(`${locale.join(' ')}: ${result.error?.message ?? result.stderr.trim()}`)
    if (!/locale/.test(result.stderr)) break
  }
  throw new Error(`PostgreSQL could not create its data directory.\n${refused.join('\n')}`)
}
