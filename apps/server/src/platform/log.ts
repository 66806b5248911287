import { pino, type Logger } from 'pino'

/** Structured log; personal data never goes in, headers and bodies are not logged. */
export type Log = Logger

export function createLog(options: { level?: string; pretty?: boolean } = {}): Log {
  return pino({ level: options.level ?? 'info', base: null, redact: ['password', 'idNo', 'phone', 'bankNo', '*.password', '*.idNo', '*.phone'] })
}
