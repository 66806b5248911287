import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const DRAWER = fileURLToPath(new URL('./draw-paper.process.ts', import.meta.url))
const TIMEOUT_MS = 180_000

/** What to print. */
export type DrawOrder = {
  /** Paths of Typst files, set one after the other. */
  templates: readonly string[]
  /** The model as JSON (`drawableJson`). */
  document: string
  /** Texts of QR codes; a template draws one by its place in the list: `qr(0, 27mm)`. */
  codes: readonly string[]
  /** Instant for the file's own date, in milliseconds since 1970 UTC. */
  at: number
}
export type DrawAnswer = { pdf: Uint8Array } | { fault: string }

/**
 * Draws a paper of hundreds of pages in a process of its own: Typst holds its process for seconds, and the server has
 * others to answer meanwhile.
 * @throws Error when it cannot be drawn, or not in three minutes
 */
export async function drawPaper(order: DrawOrder): Promise<Buffer> {
  // Nothing of the server's environment is needed to draw, nor the server's own options: one ends a process that has no standard input.
  const child = fork(DRAWER, [], { env: {}, execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const timer = setTimeout(() => child.kill('SIGKILL'), TIMEOUT_MS)
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      child.on('message', (answer: DrawAnswer) => {
        if ('pdf' in answer) resolve(Buffer.from(answer.pdf))
        else reject(new Error(answer.fault))
      })
      child.on('error', reject)
      child.on('exit', (code, signal) => reject(new Error(`The drawing process ended early (${signal ?? code})`)))
      child.send(order)
    })
  } finally {
    clearTimeout(timer)
    child.kill()
  }
}
