import type { FastifyInstance } from 'fastify'
import type { Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { FieldCipher } from '../crypto/field-cipher.ts'
import type { DatabaseHandle } from '../db.ts'
import type { Log } from '../log.ts'

export type AuthOptions = {
  database: DatabaseHandle
  secret: string
  clock: Clock
  log: Log
  /** Seals the keys that phones get back after a log-in. */
  cipher: Pick<FieldCipher, 'seal' | 'open'>
  /** Who this user is today; undefined when the account is disabled. */
  findActor: (userId: string) => Promise<Actor | undefined>
  /** Shared with the partner whose people come without a password; none, no hand-over. */
  handOverSecret?: string | undefined
  /** Minutes without a request after which a session ends (GB/T 22239-2019 8.1.4.1). */
  idleMinutes?: number
  sessionHours?: number
  /** True behind TLS: cookies travel encrypted only. */
  secureCookies?: boolean
  /** Host of the public address, accepted as origin beside the Host header. */
  publicHost?: string | undefined
  /** Log-in attempts per minute and address; a county office shares one. */
  attemptsPerMinute?: number
}

export type Auth = {
  /**
   * The actor of a request by its session cookie; undefined when nobody is signed in or the session went
   * idle.
   */
  sessionOf: (headers: Headers) => Promise<Actor | undefined>
  /** Mounts log-in, second factor and log-out below /auth. */
  mount: (app: FastifyInstance) => void
}
