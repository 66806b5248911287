import type { Actor } from './actor.ts'
import type { Clock } from './clock.ts'
import type { FieldCipher } from './crypto/field-cipher.ts'
import type { DatabaseHandle } from './db.ts'
import type { FileStore } from './files.ts'
import type { Live } from './live.ts'
import type { Log } from './log.ts'

/** What the composition root hands to every module; a test builds its own. */
export type Services = {
  database: DatabaseHandle
  clock: Clock
  log: Log
  cipher: FieldCipher
  files: FileStore
  live: Live
  /** Synthetic data (prefix 522399) is accepted and every page says so. */
  synthetic: boolean
  /** Host of the public address when one is configured. */
  publicHost?: string | undefined
  /** Where browsers reach this installation, without a slash at the end; printed codes begin with it. */
  publicAddress?: string | undefined
  /** Who sends this request, undefined when nobody is signed in. */
  authenticate: (headers: Headers) => Promise<Actor | undefined>
}
