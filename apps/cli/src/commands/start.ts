import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { firstMessage, startBin } from '../child.ts'
import { printLogins } from '../demo-logins.ts'
import { withDatabase, type Session } from '../session.ts'

/** `anye start`: from a bare machine to a page in the browser; what `npm start` runs. */
export async function start(): Promise<number> {
  const doctor = startBin('doctor.ts', ['--brief'])
  if ((await doctor.ended) !== 0) return 1
  return withDatabase(async (session) => {
    const port = await findPort(session.held.host, session.held.port)
    if (port === undefined) {
      console.error(`Port ${session.held.port} is used by another program (perhaps an Anye that still runs). Stop it, or choose another: PORT=8081 npm start`)
      return 1
    }
    const code = (await migrateAndFill(session)) || (await serve(session, port))
    return session.signal.aborted ? 0 : code
  })
}

async function migrateAndFill(session: Session): Promise<number> {
  let empty = false
  const code = await session.run('migrate.ts', [], {
    alone: true,
    onStart: (bin) => void firstMessage(bin).then((message) => { empty = isEmptyReport(message) }),
  })
  if (code !== 0 || session.signal.aborted || !session.held.synthetic) return code
  // The mark outlives a load that was cut off; loading again continues it.
  const mark = join(session.held.home, 'demo-loading')
  if (!empty && !existsSync(mark)) return 0
  console.log('First run: loading the demo prefecture, all of it synthetic')
  writeFileSync(mark, '')
  const loaded = await session.run('demo.ts', [], { alone: true })
  if (loaded === 0 && !session.signal.aborted) rmSync(mark)
  return loaded
}

function isEmptyReport(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'empty' in message && message.empty === true
}

async function serve(session: Session, port: number): Promise<number> {
  const served = session.run('serve.ts', [], { alone: true, env: { PORT: String(port) } })
  void announce(session, port, served)
  const code = await served
  if (!session.signal.aborted) console.error(`The server has ended by itself (exit code ${code}). Start again; the log above says why.`)
  return session.signal.aborted ? 0 : code || 1
}

async function announce({ held, signal }: Session, port: number, served: Promise<number>): Promise<void> {
  let ended = false
  void served.then(() => { ended = true })
  const address = `http://${held.host === '0.0.0.0' || held.host === '::' ? '127.0.0.1' : held.host}:${port}`
  while (!ended && !signal.aborted) {
    const answer = await fetch(`${address}/readyz`).catch(() => undefined)
    if (answer?.ok) {
      console.log(`\n安业 Anye is ready: ${address}\n`)
      if (held.synthetic) printLogins(held.home)
      console.log('Ctrl-C stops it.')
      return
    }
    await wait(100)
  }
}

/** @returns the port to use, for 0 a free one; undefined when another program has it */
function findPort(host: string, port: number): Promise<number | undefined> {
  return new Promise((done) => {
    const probe = createServer()
    probe.once('error', () => done(undefined))
    probe.listen({ host, port, exclusive: true }, () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' ? address?.port : undefined))
    })
  })
}
