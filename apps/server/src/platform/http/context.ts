import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { FieldLevel } from '@anye/contract/access'
import type { Actor } from '../actor.ts'
import type { AuditDraft } from '../audit/audit-entry.ts'
import type { Tx } from '../db.ts'
import type { Services } from '../services.ts'
import type { PackedMember } from './packed-member.ts'

/** What comes with a request before any endpoint is chosen. */
export type RequestContext = {
  services: Services
  headers: Headers
  requestId: string
  address: string
  /** The phone whose queue this command waited in, and how far its clock is ahead of ours, in seconds. */
  device?: Device | undefined
  /** Name of the author whose work somebody else sends: late work that is taken over, or a file of another phone. */
  onBehalf?: string | undefined
  /** Who was already let in for this endpoint, before the body was read. */
  admitted?: { endpointId: string; actor: Actor } | undefined
  /** Lays a packed member into the answer, which leaves it empty. */
  carry: (member: PackedMember) => void
}

/** A phone that sends what it queued. */
export type Device = { id: string; skewSeconds: number }

/** What a use case gets: a transaction in the actor's scope, the clock, and a draft of the audit row. */
export type Ctx = {
  tx: Tx
  actor: Actor
  /** Code prefixes over which the actor holds this endpoint's permission. */
  prefixes: readonly string[]
  fieldLevel: FieldLevel
  /** Milliseconds since 1970 UTC at the start of the request. */
  now: number
  today: CalendarDate
  requestId: string
  audit: AuditDraft
  /** Set when the command comes out of a phone's queue. */
  device: Device | undefined
  /** Set when the work is somebody else's: the author's name. */
  onBehalf: string | undefined
  services: Services
  /** A new time-ordered id. */
  newId: () => string
  /** Lays a packed member into the answer, which leaves it empty: what many are told is written once. */
  carry: (member: PackedMember) => void
  /** Runs after the transaction committed: publishing to open pages, waking workers. */
  afterCommit: (act: () => void) => void
}
