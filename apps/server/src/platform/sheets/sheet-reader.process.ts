import { openSheets } from './open-sheets.ts'
import { SheetError } from './sheet-error.ts'
import { EVENTS_AHEAD } from './sheet-messages.ts'
import type { ReaderAnswer, ReaderOrder } from './sheet-messages.ts'
import type { SheetLimits } from './types.ts'

/**
 * The reading process: reads one file and ends. It is killed from outside when it takes too long, and dies
 * alone when a file blows up its memory.
 */
let ahead = 0
let wake = (): void => {}

process.on('message', (order: ReaderOrder) => {
  if (order.type === 'read') {
    void readAll(order.path, order.limits)
    return
  }
  ahead -= 1
  wake()
})
// The server went away: nobody is left to read for.
process.on('disconnect', () => process.exit(0))

async function readAll(path: string, limits: SheetLimits): Promise<void> {
  try {
    for await (const event of openSheets(path, limits)) await send(event)
  } catch (error) {
    const refusal =
      error instanceof SheetError ? error : new SheetError(isMemory(error) ? 'out_of_memory' : 'broken_file')
    await send({ type: 'fault', fault: refusal.fault, zh: refusal.zh, en: refusal.en })
  }
}

async function send(answer: ReaderAnswer): Promise<void> {
  while (ahead >= EVENTS_AHEAD) {
    await new Promise<void>(resolve => {
      wake = resolve
    })
  }
  ahead += 1
  process.send?.(answer)
}

function isMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG'
}
