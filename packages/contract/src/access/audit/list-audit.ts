import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString, DivisionCode, PageRequest, pageOf } from '../../page.ts'

/** One line of the audit. `seq` is its place in the chain, null until the sealer linked it. */
export const AuditLine = z.object({
  id: z.number().int(),
  seq: z.number().int().nullable(),
  at: z.iso.datetime(),
  actorId: z.string().nullable(),
  actorName: z.string().nullable(),
  action: z.string(),
  outcome: z.enum(['ok', 'refused', 'failed']),
  objectType: z.string().nullable(),
  objectId: z.string().nullable(),
  division: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  reason: z.string().nullable(),
  requestId: z.string().nullable(),
  address: z.string().nullable(),
})
export type AuditLine = z.infer<typeof AuditLine>

/** Newest first. Dates are business days, both included. Reading the audit is audited. */
export const listAudit = endpoint({
  id: 'access.audit.list',
  kind: 'query',
  method: 'GET',
  path: '/audit',
  permission: 'audit.read',
  sensitive: true,
  summary: 'The audit, filtered',
  input: PageRequest.extend({
    from: CalendarDateString.optional(),
    to: CalendarDateString.optional(),
    actorId: z.uuid().optional(),
    /** Part of the actor's name. */
    actorName: z.string().trim().min(1).max(40).optional(),
    /** Beginning of the action: `registry.`, `access.session.open`. */
    action: z.string().trim().min(1).max(80).optional(),
    outcome: z.enum(['ok', 'refused', 'failed']).optional(),
    objectType: z.string().max(40).optional(),
    objectId: z.string().max(80).optional(),
    division: DivisionCode.optional(),
  }),
  output: pageOf(AuditLine),
  errors: [],
})
