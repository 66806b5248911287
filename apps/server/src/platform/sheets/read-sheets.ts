import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { SheetError } from './sheet-error.ts'
import { STANDARD_LIMITS } from './sheet-limits.ts'
import type { ReaderAnswer, ReaderOrder } from './sheet-messages.ts'
import type { SheetEvent, SheetLimits, SheetOptions } from './types.ts'

const READER = fileURLToPath(new URL('./sheet-reader.process.ts', import.meta.url))

/**
 * Reads a spreadsheet (.xlsx, .xls, .et, .csv, .txt; decided by content) in a process of its own and yields
 * its events in file order. The reader waits while the consumer works, at most a few batches are in memory
 * here. Throws `SheetError` for a file that is refused, and the signal's reason when aborted. Leaving the
 * loop early ends the process.
 */
export async function* readSheets(path: string, options: SheetOptions = {}): AsyncGenerator<SheetEvent> {
  options.signal?.throwIfAborted()
  const limits = { ...STANDARD_LIMITS, ...options.limits }
  const reader = startReader(limits)
  try {
    reader.order({ type: 'read', path, limits })
    let remaining = limits.milliseconds
    for (;;) {
      const asked = performance.now()
      const answer = await reader.answer(remaining, options.signal)
      remaining -= performance.now() - asked
      if (answer.type === 'fault') throw new SheetError(answer.fault, { zh: answer.zh, en: answer.en })
      yield answer
      if (answer.type === 'end') return
      reader.order({ type: 'next' })
    }
  } finally {
    await reader.stop()
  }
}

type Reader = {
  order(order: ReaderOrder): void
  answer(milliseconds: number, signal: AbortSignal | undefined): Promise<ReaderAnswer>
  stop(): Promise<void>
}

function startReader(limits: SheetLimits): Reader {
  const child = fork(READER, [], {
    // No secret of the server may reach a process that opens strangers' files.
    env: {},
    execArgv: [`--max-old-space-size=${limits.heapMegabytes}`],
    // Rows of short texts travel faster as JSON than as structured clones, and cells are all JSON.
    serialization: 'json',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const inbox = openInbox()
  child.on('message', (answer: ReaderAnswer) => inbox.put(answer))
  child.on('error', cause => inbox.fail(new SheetError('broken_file', undefined, { cause })))
  child.on('exit', (code, signal) => inbox.fail(new SheetError(faultOfExit(code, signal))))
  return {
    // A reader that has just died is reported by its exit, not by the message that no longer reached it.
    order: order => void (child.connected && child.send(order, () => {})),
    stop: () => stopReader(child),
    answer: async (milliseconds, signal) => {
      const timer = setTimeout(() => inbox.fail(new SheetError('out_of_time')), Math.max(0, milliseconds))
      try {
        return await inbox.take(signal)
      } finally {
        clearTimeout(timer)
      }
    },
  }
}

/** Answers in the order they came; what arrived before a failure is still handed out. */
function openInbox() {
  const arrived: ReaderAnswer[] = []
  let failure: SheetError | undefined
  let wake = (): void => {}
  const take = async (signal: AbortSignal | undefined): Promise<ReaderAnswer> => {
    const aborted = (): void => wake()
    signal?.addEventListener('abort', aborted, { once: true })
    try {
      for (;;) {
        signal?.throwIfAborted()
        const next = arrived.shift()
        if (next !== undefined) return next
        if (failure !== undefined) throw failure
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
    } finally {
      signal?.removeEventListener('abort', aborted)
    }
  }
  const put = (answer: ReaderAnswer): void => {
    arrived.push(answer)
    wake()
  }
  const fail = (error: SheetError): void => {
    failure ??= error
    wake()
  }
  return { put, fail, take }
}

/** V8 aborts when the heap bound is reached; the system's killer of memory hogs sends SIGKILL. */
function faultOfExit(code: number | null, signal: NodeJS.Signals | null): 'out_of_memory' | 'broken_file' {
  const memory =
    signal === 'SIGABRT' || signal === 'SIGKILL' || signal === 'SIGTRAP' || code === 134 || code === 133
  return memory ? 'out_of_memory' : 'broken_file'
}

async function stopReader(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
