/** `npm start`: makes everything ready on a bare machine, then runs `anye start`. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepare, ROOT, run, say } from './toolchain.mjs'

const TETHER = pathToFileURL(join(ROOT, 'apps', 'server', 'src', 'platform', 'exit-with-parent.ts')).href
/** The two faces that are bundled, with the packages that go into them. */
const FACES = [
  { name: 'console', packages: ['kernel', 'codes', 'contract'] },
  { name: 'field', packages: ['kernel', 'codes', 'contract', 'pack'] },
]

try {
  const { node, env } = await prepare()
  for (const face of FACES) await build(node, env, face)
  const main = join(ROOT, 'apps', 'cli', 'src', 'main.ts')
  process.exitCode = await run(node, ['--import', TETHER, main, 'start', ...process.argv.slice(2)], { env, tether: true })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

/** Bundles a face unless what lies in dist was made from these very files. */
async function build(node, env, face) {
  const folder = join(ROOT, 'apps', face.name)
  const marker = join(folder, 'dist', '.built-from')
  const wanted = fingerprint(face)
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return
  say(`Building apps/${face.name}`)
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')
  const code = await run(node, [vite, 'build', '--logLevel', 'warn'], { env, cwd: folder })
  if (code !== 0) throw new Error(`apps/${face.name} could not be built (vite ended with ${code}).`)
  writeFileSync(marker, wanted)
}

/** Changes whenever a file that goes into a face changes: names, sizes and times, not the contents, for speed. */
function fingerprint({ name, packages }) {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')))
  const own = ['src', 'public', 'build', 'index.html', 'vite.config.ts'].map((path) => `apps/${name}/${path}`)
  for (const root of [...own, ...packages.map((each) => `packages/${each}/src`)]) {
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
