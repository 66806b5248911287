/** What one audit row says; the writer adds digest and chain. */
export type AuditEntry = {
  /** Milliseconds since 1970 UTC. */
  at: number
  actorId: string | null
  actorName: string | null
  /** Id of the endpoint, or of the event of log-in. */
  action: string
  outcome: 'ok' | 'refused' | 'failed'
  objectType?: string | undefined
  objectId?: string | undefined
  division?: string | undefined
  before?: unknown
  after?: unknown
  reason?: string | undefined
  requestId?: string | undefined
  address?: string | undefined
}

/** What a use case tells the binder to put into the row that the binder writes. */
export type AuditDraft = {
  about: (type: string, id: string, division?: string) => void
  change: (before: unknown, after: unknown) => void
  reason: (text: string) => void
}

export type AuditNotes = Pick<
  AuditEntry,
  'objectType' | 'objectId' | 'division' | 'before' | 'after' | 'reason'
>

/** A draft and the notes it collects. */
export function auditDraft(): { draft: AuditDraft; notes: AuditNotes } {
  const notes: AuditNotes = {}
  return {
    notes,
    draft: {
      about: (type, id, division) => Object.assign(notes, { objectType: type, objectId: id, division }),
      change: (before, after) => Object.assign(notes, { before, after }),
      reason: (text) => Object.assign(notes, { reason: text }),
    },
  }
}
