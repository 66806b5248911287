import type { AuditLine } from '../access-types.ts'

export const OUTCOMES = ['ok', 'refused', 'failed'] as const
const FREE = ['actorId', 'actorName', 'action', 'objectType', 'objectId', 'division', 'from', 'to'] as const

export type AuditFilterName = (typeof FREE)[number] | 'outcome'

function isOutcome(text: string | undefined): text is AuditLine['outcome'] {
  return OUTCOMES.some((outcome) => outcome === text)
}

/** Filters in the address → filters of the endpoint. */
export function auditInput(filter: (name: AuditFilterName) => string | undefined) {
  const outcome = filter('outcome')
  const free: Partial<Record<(typeof FREE)[number], string>> = {}
  for (const name of FREE) free[name] = filter(name)
  return { ...free, outcome: isOutcome(outcome) ? outcome : undefined }
}
