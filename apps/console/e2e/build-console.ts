import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, runProgram } from './processes.ts'

const CONSOLE = join(ROOT, 'apps', 'console')
const SOURCES = [
  ...['src', 'public', 'index.html', 'vite.config.ts'].map((path) => join(CONSOLE, path)),
  ...['kernel', 'codes', 'contract'].map((name) => join(ROOT, 'packages', name, 'src')),
]

/** Bundles the console unless what lies in dist is newer than every file it is made of. @returns whether it was built */
export async function buildConsole(): Promise<boolean> {
  const built = newest(join(CONSOLE, 'dist', 'index.html'))
  if (built > Math.max(...SOURCES.map(newest))) return false
  await runProgram(join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js'), ['build', '--logLevel', 'warn'], { cwd: CONSOLE })
  return true
}

/** Time of the last change at or below a path, 0 when nothing is there. */
function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}
