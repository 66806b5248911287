/** `npm start`: makes everything ready on a bare machine, then runs `anye start`. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepare, ROOT, run, say } from './toolchain.mjs'

const TETHER = pathToFileURL(join(ROOT, 'apps', 'server', 'src', 'platform', 'exit-with-parent.ts')).href
const CONSOLE = join(ROOT, 'apps', 'console')

try {
  const { node, env } = await prepare()
  await buildConsole(node, env)
  const main = join(ROOT, 'apps', 'cli', 'src', 'main.ts')
  process.exitCode = await run(node, ['--import', TETHER, main, 'start', ...process.argv.slice(2)], { env, tether: true })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

/** Bundles the console unless what lies in dist was made from these very files. */
async function buildConsole(node, env) {
  const marker = join(CONSOLE, 'dist', '.built-from')
  const wanted = fingerprint()
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return
  say('Building the console')
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')
  const code = await run(node, [vite, 'build', '--logLevel', 'warn'], { env, cwd: CONSOLE })
  if (code !== 0) throw new Error(`The console could not be built (vite ended with ${code}).`)
  writeFileSync(marker, wanted)
}

/** Changes whenever a file that goes into the console changes: names, sizes and times, not the contents, for speed. */
function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')))
  const roots = ['apps/console/src', 'apps/console/public', 'apps/console/index.html', 'apps/console/vite.config.ts']
  for (const root of [...roots, 'packages/kernel/src', 'packages/codes/src', 'packages/contract/src']) {
    for (const path of filesBelow(join(ROOT, root))) {
      const { size, mtimeMs } = statSync(path)
      hash.update(`${path} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

function filesBelow(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).sort().flatMap((name) => filesBelow(join(path, name)))
}
