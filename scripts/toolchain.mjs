/**
 * What every command needs before anything is installed: Node 24, a current npm and the locked packages.
 * Plain JavaScript for Node >= 20 without a single dependency.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
const WANTED_NODE = 24
const WANTED_NPM = 11
const TOOL = join(ROOT, '.anye', 'tool')
const WINDOWS = process.platform === 'win32'

/** @param {string} line one line of progress for people; standard output belongs to the command's own answer */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * Makes Node 24 and the packages of the lockfile ready, installing what is missing.
 * @returns {Promise<{ node: string, env: Record<string, string | undefined> }>} the program, and an environment
 * in which it and the installed tools are found first
 */
export async function prepare() {
  const node = await findNode()
  const tools = [dirname(node), join(TOOL, 'node_modules', '.bin')]
  const env = { ...process.env, PATH: [...tools, process.env.PATH].join(delimiter) }
  await installPackages(node, env)
  return { node, env }
}

/** Installs Node by package name from the registry the machine's npm is set to: no other download is needed. */
async function findNode() {
  if (majorOf(process.version) >= WANTED_NODE) return process.execPath
  const installed = localNode()
  if (installed) return installed
  say(`This is Node ${process.version}; installing Node ${WANTED_NODE} into .anye/tool`)
  mkdirSync(TOOL, { recursive: true })
  // The package "node" needs an install script, which newer npm does not run; its per-machine package holds the program.
  const machine = `node-${WINDOWS ? 'win' : process.platform}-${process.arch}`
  const packages = [`${machine}@${WANTED_NODE}`, ...((await npmMajor()) < WANTED_NPM ? [`npm@${WANTED_NPM}`] : [])]
  const args = ['install', '--prefix', TOOL, '--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error', ...packages]
  const code = await runNpm(process.execPath, machineNpm(), args, { cwd: TOOL, env: process.env })
  const node = localNode()
  if (code !== 0 || !node) throw new Error(`Node ${WANTED_NODE} could not be installed (npm ended with ${code}). Install Node ${WANTED_NODE} yourself, then try again.`)
  return node
}

function localNode() {
  const folder = join(TOOL, 'node_modules', `node-${WINDOWS ? 'win' : process.platform}-${process.arch}`)
  const program = WINDOWS ? join(folder, 'bin', 'node.exe') : join(folder, 'bin', 'node')
  if (!existsSync(program)) return undefined
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return status === 0 && majorOf(stdout) >= WANTED_NODE ? program : undefined
}

function majorOf(version) {
  return Number.parseInt(version.replace(/^v/, ''), 10)
}

/** Inside an npm script npm tells where it lies; else the one on the PATH. */
function machineNpm() {
  const path = process.env.npm_execpath
  return path && /npm-cli\.c?js$/.test(path) && existsSync(path) ? path : undefined
}

function localNpm() {
  const path = join(TOOL, 'node_modules', 'npm', 'bin', 'npm-cli.js')
  return existsSync(path) ? path : machineNpm()
}

async function npmMajor() {
  const cli = machineNpm()
  const { stdout } = cli
    ? spawnSync(process.execPath, [cli, '--version'], { encoding: 'utf8', cwd: ROOT })
    : spawnSync('npm', ['--version'], { encoding: 'utf8', cwd: ROOT, shell: WINDOWS })
  return majorOf(stdout ?? '0')
}

function runNpm(node, cli, args, options) {
  const command = cli ? [node, [cli, ...args]] : ['npm', args]
  return run(command[0], command[1], { ...options, shell: WINDOWS && !cli, heartbeat: 'still installing', aside: true })
}

async function installPackages(node, env) {
  const lockFile = join(ROOT, 'package-lock.json')
  const marker = join(ROOT, 'node_modules', '.anye-installed')
  const wanted = createHash('sha256').update(readFileSync(lockFile)).update(`${process.platform} ${process.arch}`).digest('hex')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return
  if (!agreesWithLock(lockFile)) {
    say('Installing the packages of the lockfile (a minute or two)')
    const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
    const code = await runNpm(node, localNpm(), args, { cwd: ROOT, env })
    if (code !== 0) throw new Error(`npm ci ended with ${code}. Check the network and the registry of npm ("npm config get registry"), then try again.`)
  }
  writeFileSync(marker, wanted)
}

/** True when somebody ran npm by hand and what lies in node_modules is what the lockfile says. */
function agreesWithLock(lockFile) {
  const installedFile = join(ROOT, 'node_modules', '.package-lock.json')
  if (!existsSync(installedFile)) return false
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/')) return true
    const there = installed[path]
    // Optional packages of other machines are rightly missing.
    return there ? there.version === entry.version : entry.optional === true || entry.peer === true
  })
}

/**
 * Runs a program to its end with our input and output. SIGTERM is passed on; Ctrl-C reaches it by itself.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: object, cwd?: string, shell?: boolean, heartbeat?: string, aside?: boolean, tether?: boolean, onOutput?: (text: string) => void }} options
 * `heartbeat` is said every 15 s; `aside` sends standard output to standard error; `tether` opens a channel by whose end the program learns that we were killed;
 * `onOutput` sees standard output, which is printed too
 * @returns {Promise<number>} exit code; 128 + signal when a signal ended it
 */
export function run(command, args, options = {}) {
  const { heartbeat, aside, tether, onOutput, ...rest } = options
  const stdio = ['inherit', onOutput ? 'pipe' : aside ? 2 : 'inherit', 'inherit', ...(tether ? ['ipc'] : [])]
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: ROOT, ...rest, stdio })
    const passOn = (signal) => child.kill(signal)
    // Without a listener Ctrl-C would end us before the program has put its things in order.
    const signals = { SIGINT: () => undefined, SIGTERM: passOn, SIGHUP: passOn }
    const unwatch = tether ? watchNpm(() => child.kill('SIGTERM')) : () => undefined
    for (const [signal, listener] of Object.entries(signals)) process.on(signal, listener)
    const started = performance.now()
    const timer = heartbeat && setInterval(() => say(`  ${heartbeat}, ${Math.round((performance.now() - started) / 1000)} s`), 15_000)
    child.stdout?.on('data', (chunk) => {
      process.stdout.write(chunk)
      onOutput(String(chunk))
    })
    child.once('error', fail)
    child.once('close', (code, signal) => {
      clearInterval(timer)
      unwatch()
      for (const [name, listener] of Object.entries(signals)) process.off(name, listener)
      done(code ?? (signal === 'SIGINT' ? 130 : 143))
    })
  })
}

/**
 * npm runs us through a shell and passes no word on when it is killed; then the server would keep its port for
 * nobody. Calls `onKilled` when npm is gone. Only Linux tells parents' parents without a program.
 * @returns {() => void} ends the watch
 */
function watchNpm(onKilled) {
  if (process.platform !== 'linux' || !process.env.npm_lifecycle_event) return () => undefined
  const parentOf = (pid) => {
    try {
      return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /s, '').split(' ')[1]
    } catch {
      return undefined
    }
  }
  const chain = () => `${process.ppid} ${parentOf(process.ppid)}`
  const before = chain()
  const timer = setInterval(() => {
    if (chain() === before) return
    clearInterval(timer)
    onKilled()
  }, 1000)
  timer.unref()
  return () => clearInterval(timer)
}
