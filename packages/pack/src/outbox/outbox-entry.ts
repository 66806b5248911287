/**
 * A command that a person gave while the phone may have had no network. It leaves the phone only when the server has stored it or a
 * person has decided about it (docs/decisions/0017-field-keys.md, rules O1 to O8 in docs/rules.md).
 *
 * - `waiting`: to be sent; - `sending`: on its way now; - `stored`: the server has it, see `receipt`;
 * - `attention`: the server refused it in a way that only a person can mend; `code` says why.
 */
export type OutboxState = 'waiting' | 'sending' | 'stored' | 'attention'

export type OutboxEntry = {
  /** UUID made on the phone: a repeated sending acts once. */
  commandId: string
  /** Id of the contract's endpoint, such as `registry.episode.add`. */
  endpoint: string
  /** What the endpoint takes, as JSON. */
  input: unknown
  contractVersion: number
  /** Version of the record that the person saw; null for a new fact. */
  baseVersion: number | null
  /** The phone's clock when the person tapped, ISO 8601. */
  deviceTime: string
  actorId: string
  /** Name of who did the work when it came by a file from another phone; null or absent for work of this one. */
  author?: string | null
  /** Order holds within a household; null stands for itself. */
  householdId: string | null
  /** What the list of the outbox shows: a name and what was done, in words that the phone made when the person tapped. */
  title: string
  state: OutboxState
  /** Code of the error table, or `unreachable`, of the last failure. */
  code: string | null
  attempts: number
  /** ISO 8601; null before the first attempt. */
  triedAt: string | null
  /** What the server answered when it stored the command. */
  receipt: unknown
}

/** What a person's tap makes; the rest of an entry begins empty. */
export type NewEntry = Pick<
  OutboxEntry, 'commandId' | 'endpoint' | 'input' | 'contractVersion' | 'baseVersion' | 'deviceTime' | 'actorId' | 'author' | 'householdId' | 'title'
>

/** What may change after an entry was written: never what the person said. */
export type EntryChange = Partial<Pick<OutboxEntry, 'state' | 'code' | 'attempts' | 'triedAt' | 'receipt'>>

/** Kept when a stored entry leaves the outbox: proof of what the server has, without the typed data. */
export type Receipt = Pick<OutboxEntry, 'commandId' | 'endpoint' | 'householdId' | 'title' | 'deviceTime' | 'actorId' | 'receipt'> & {
  storedAt: string
}

export function newEntry(entry: NewEntry): OutboxEntry {
  return { ...entry, state: 'waiting', code: null, attempts: 0, triedAt: null, receipt: null }
}
