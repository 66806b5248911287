import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, runProgram } from './processes.ts'

/** The web apps with the packages they are made of. */
const FACES = [
  { name: 'console', packages: ['kernel', 'codes', 'contract'] },
  { name: 'field', packages: ['kernel', 'codes', 'contract', 'pack'] },
] as const
const OWN = ['src', 'public', 'build', 'index.html', 'vite.config.ts']

/** Bundles console and field app unless what lies in dist is newer than every file they are made of. @returns the names of those built */
export async function buildFaces(): Promise<string[]> {
  const built: string[] = []
  for (const { name, packages } of FACES) {
    const folder = join(ROOT, 'apps', name)
    const sources = [...OWN.map((path) => join(folder, path)), ...packages.map((each) => join(ROOT, 'packages', each, 'src'))]
    if (newest(join(folder, 'dist', 'index.html')) > Math.max(...sources.map(newest))) continue
    await runProgram(join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js'), ['build', '--logLevel', 'warn'], { cwd: folder })
    built.push(name)
  }
  return built
}

/** Time of the last change at or below a path, 0 when nothing is there. */
function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}
