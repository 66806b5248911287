/**
 * `npm test`: install, types, lint, walls, unit + database + API tests, console build, browser journeys.
 * `--only check|unit|e2e|journeys` runs a part. Stops at the first step that fails; the last line counts the tests.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { prepare, ROOT, run } from './toolchain.mjs'

const say = (line) => process.stdout.write(`${line}\n`)
const RESULTS = join(ROOT, 'test-results')
const bin = (...path) => join(ROOT, 'node_modules', ...path)

const STEPS = [
  { part: 'check', title: 'types: TypeScript over the whole tree', work: (node) => node([bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', '.']) },
  { part: 'check', title: 'lint: oxlint with type information', work: (node) => node([bin('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings']) },
  { part: 'check', title: 'walls: architecture tests', work: (node) => vitest(node, 'walls', ['architecture/']) },
  { part: 'check', title: 'dead code: knip', work: (node) => node([bin('knip', 'bin', 'knip.js'), '--no-progress']) },
  { part: 'unit', title: 'unit, property, database and API tests', work: (node) => vitest(node, 'tests', ['--exclude', 'architecture/**']) },
  { part: 'e2e', title: 'console: production build', work: (node) => node([bin('vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], { cwd: join(ROOT, 'apps', 'console') }) },
  { part: 'e2e', title: 'field app: production build', work: (node) => node([bin('vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], { cwd: join(ROOT, 'apps', 'field') }) },
  { part: 'journeys', title: 'journeys: the console in a real browser', work: journeys },
]

/** What `--only` takes: e2e is the build and the journeys, journeys alone build only what has changed. */
const PARTS = { check: ['check'], unit: ['unit'], e2e: ['e2e', 'journeys'], journeys: ['journeys'] }

const total = { passed: 0, failed: 0 }

/** Runs Vitest and counts from its JSON report, which is exact where its console output is for people. */
async function vitest(node, name, filters) {
  const report = join(RESULTS, `${name}.json`)
  const code = await node([bin('vitest', 'vitest.mjs'), 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...filters])
  if (existsSync(report)) {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    total.passed += numPassedTests
    total.failed += numFailedTests
  }
  return code
}

/** The journeys' own last line is `N passed, N failed`. */
async function journeys(node) {
  const file = join(ROOT, 'apps', 'console', 'e2e', 'run.ts')
  if (!existsSync(file)) {
    say('  there are none in apps/console/e2e')
    return 0
  }
  let output = ''
  const code = await node([file], { onOutput: (text) => { output += text } })
  const last = [...output.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1)
  total.passed += Number(last?.[1] ?? 0)
  total.failed += Number(last?.[2] ?? 0)
  return last ? code : 1
}

const HELP = `npm test [-- --only PART]

Without --only everything runs, in this order:
  check     types, lint, architecture tests
  unit      unit, property, database and API tests
  e2e       production builds of console and field app, then the browser journeys
  journeys  the browser journeys alone, on what is built (built anew when a source is newer)`

async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean', short: 'h' } } })
  if (values.help) return say(HELP)
  const parts = values.only === undefined ? Object.values(PARTS).flat() : PARTS[values.only]
  if (parts === undefined) throw new Error(`--only takes ${Object.keys(PARTS).join(', ')}`)
  const steps = STEPS.filter(({ part }) => parts.includes(part))
  rmSync(RESULTS, { recursive: true, force: true })
  mkdirSync(RESULTS, { recursive: true })
  let ready
  let ok = await timed('install: Node 24 and the packages of the lockfile', async () => { ready = await prepare(); return 0 })
  for (const { title, work } of steps) {
    if (!ok) break
    ok = await timed(title, () => work((args, options) => run(ready.node, args, { env: { ...ready.env, CI: '1' }, ...options })))
  }
  // A step that failed without a failed test (types, a crash) still counts as one failure.
  if (!ok && total.failed === 0) total.failed = 1
  say(`\n${total.passed} passed, ${total.failed} failed`)
  process.exitCode = ok && total.failed === 0 ? 0 : 1
}

/** @returns {Promise<boolean>} true when the step ended well */
async function timed(title, work) {
  say(`\n== ${title}`)
  const started = performance.now()
  let code = 1
  try {
    code = await work()
  } catch (error) {
    say(`  ${error instanceof Error ? error.message : String(error)}`)
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  say(`== ${code === 0 ? 'ok' : 'FAILED'} ${title.split(':')[0]}, ${seconds} s`)
  return code === 0
}

await main()
