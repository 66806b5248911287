/** `npm run anye -- <command> …`: the command line. `--run FILE …` runs a TypeScript file of the repository instead. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepare, ROOT, run } from './toolchain.mjs'

const args = process.argv.slice(2)
const TETHER = pathToFileURL(join(ROOT, 'apps', 'server', 'src', 'platform', 'exit-with-parent.ts')).href

try {
  const { node, env } = await prepare()
  const program = args[0] === '--run' ? args.slice(1) : [join(ROOT, 'apps', 'cli', 'src', 'main.ts'), ...args]
  if (!program[0]) throw new Error('Say which file to run: npm run anye -- --run FILE')
  // npm changes into the repository; file names on the command line mean the folder it was called in.
  const cwd = args[0] === '--run' ? ROOT : (process.env.INIT_CWD ?? process.cwd())
  process.exitCode = await run(node, ['--import', TETHER, ...program], { env, cwd, tether: true })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
