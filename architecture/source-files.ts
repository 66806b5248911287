import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './cruise-tree.ts'

/** Files of the repository as git knows them, new ones included, ignored ones not; paths relative to the root. */
export function repositoryFiles(pattern: RegExp): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 })
  return listed.split('\0').filter((path) => pattern.test(path) && existsSync(join(ROOT, path))).sort()
}

export function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}
