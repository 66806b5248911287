import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import type { Config } from '../config.ts'
import { findBinaries } from '../postgres/binaries.ts'
import { connectAsOwner } from '../postgres/connect-owner.ts'
import { findPostmaster } from '../postgres/postmaster.ts'
import { serverUser } from '../postgres/server-user.ts'

/** `fault` prevents a start, `hint` takes something away. `advice` says what to do. */
export type Finding = { state: 'good' | 'hint' | 'fault'; what: string; advice?: string }

const GIB = 2 ** 30
const NODE_MAJOR = 24

/** Looks at everything the product needs of a machine. `brief` leaves out what only tests and documents need. */
export async function examine(config: Config, { brief }: { brief: boolean }): Promise<Finding[]> {
  const needed = [checkNode(process.version), checkHome(config.home), checkMemory(totalmem()), checkIntl(), await checkDatabase(config)]
  if (brief) return needed
  return [...needed, checkNpm(), await checkPort(config), checkChromium(), checkFonts()]
}

/** @param version as `process.version` */
export function checkNode(version: string): Finding {
  const major = Number.parseInt(version.slice(1), 10)
  return major >= NODE_MAJOR
    ? good(`Node ${version}`)
    : fault(`Node ${version}`, `Node ${NODE_MAJOR} is needed; "npm start" brings it by itself.`)
}

function checkHome(home: string): Finding {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
    accessSync(home, constants.W_OK)
  } catch {
    return fault(`${home} cannot be written`, 'Set ANYE_HOME to a folder this user may write.')
  }
  const { bavail, bsize } = statfsSync(home)
  return judgeDisk(bavail * bsize, home)
}

/** @param bytes free for us on the disk of `home` */
export function judgeDisk(bytes: number, home: string): Finding {
  const what = `${(bytes / GIB).toFixed(1)} GiB free in ${home}`
  if (bytes < GIB) return fault(what, 'The demo prefecture needs 1 GiB. Make room, or set ANYE_HOME to another disk.')
  return bytes < 10 * GIB ? hint(what, 'Enough for the demo; a prefecture of 3.5 million people wants 60 GiB.') : good(what)
}

/** @param bytes of the machine */
export function checkMemory(bytes: number): Finding {
  const what = `${(bytes / GIB).toFixed(1)} GiB of memory`
  return bytes < 1.8 * GIB ? hint(what, 'The server and its database want 2 GiB; large imports will be slow.') : good(what)
}

/** A Node built with small tables of languages cannot read GB18030 files or sort Chinese names. */
function checkIntl(): Finding {
  try {
    const reads = new TextDecoder('gb18030').decode(Uint8Array.of(0xb0, 0xb2)) === '安'
    const sorts = new Intl.Collator('zh-CN').compare('阿', '波') < 0
    const zone = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', hour: 'numeric', hourCycle: 'h23' }).format(0) === '08'
    if (reads && sorts && zone) return good('Chinese: GB18030, sorting and the time zone of Shanghai')
  } catch {
    // Falls to the finding below: the constructor throws where the encoding is not built in.
  }
  return fault('This Node lacks Chinese encodings or time zones', 'Use the Node that "npm start" installs, it has them.')
}

async function checkDatabase(config: Config): Promise<Finding> {
  try {
    if (config.databaseUrl) return await checkExternal(config.databaseUrl)
    const dataDir = join(config.home, 'postgres', 'data')
    const { version } = findBinaries(serverUser(dataDir))
    return good(`embedded PostgreSQL ${version}${findPostmaster(dataDir) ? ', running' : ''}`)
  } catch (error) {
    return fault('The database cannot be used', error instanceof Error ? error.message : String(error))
  }
}

async function checkExternal(url: string): Promise<Finding> {
  const client = await connectAsOwner(url)
  try {
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`)
    return good(`external PostgreSQL ${rows[0]?.version}`)
  } finally {
    await client.end()
  }
}

function checkNpm(): Finding {
  const { status, stdout } = spawnSync('npm', ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' })
  const version = status === 0 ? stdout.trim() : undefined
  return version ? good(`npm ${version}`) : hint('npm was not found', 'It comes with Node; updates of Anye need it.')
}

function checkPort({ host, port }: Config): Promise<Finding> {
  return new Promise((done) => {
    const probe = createServer()
    probe.once('error', (error) => done(hint(`${host}:${port} cannot be listened on: ${error.message}`, 'If that is not Anye itself, set PORT to another.')))
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => done(good(`${host}:${port} is free`))))
  })
}

function checkChromium(): Finding {
  const machine = ['chromium', 'chromium-browser', 'google-chrome'].find((name) => programExists(name))
  if (machine) return good(`${machine} for the browser journeys`)
  try {
    const entry = import.meta.resolve('@sparticuz/chromium')
    return existsSync(dirname(new URL(entry).pathname)) ? good('Chromium from npm for the browser journeys') : noChromium()
  } catch {
    return noChromium()
  }
}

const noChromium = (): Finding => hint('No Chromium for the browser journeys of "npm test"', 'Run "npm ci", which brings one, or install chromium.')

function checkFonts(): Finding {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  const families = new Set(status === 0 ? stdout.split('\n').filter(Boolean) : []).size
  return families > 0
    ? good(`${families} Chinese fonts on this machine`)
    : hint('No Chinese font on this machine', 'Pages and documents bring their own; only other programs here will show boxes.')
}

function programExists(name: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, name)))
}

const good = (what: string): Finding => ({ state: 'good', what })
const hint = (what: string, advice: string): Finding => ({ state: 'hint', what, advice })
const fault = (what: string, advice: string): Finding => ({ state: 'fault', what, advice })
