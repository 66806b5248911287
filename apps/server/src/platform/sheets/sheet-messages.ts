import type { SheetEvent, SheetFault, SheetLimits } from './types.ts'

/** From the server to the reading process: what to read, and one `next` for each event that was consumed. */
export type ReaderOrder = { type: 'read'; path: string; limits: SheetLimits } | { type: 'next' }

/** From the reading process to the server. */
export type ReaderAnswer = SheetEvent | { type: 'fault'; fault: SheetFault; zh: string; en: string }

/** Events the reading process may be ahead of the consumer: it bounds what waits in the server's memory. */
export const EVENTS_AHEAD = 4
