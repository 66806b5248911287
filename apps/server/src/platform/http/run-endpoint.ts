import { ERRORS } from '@anye/contract/errors'
import type { EndpointMeta } from '@anye/contract/endpoint'
import type { Permission } from '@anye/contract/access'
import { newId } from '@anye/kernel/ids'
import { systemRandomBytes } from '@anye/kernel/random'
import { fieldLevelFor, prefixesFor, scopeFor, type Actor } from '../actor.ts'
import { auditDraft, type AuditEntry, type AuditNotes } from '../audit/audit-entry.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { inScope, type Tx } from '../db.ts'
import { Refusal } from '../refusal.ts'
import { NOWHERE } from '../scope.ts'
import { claimCommand, keepResponse } from './claim-command.ts'
import type { Ctx, RequestContext } from './context.ts'

/** Stands in for nobody at endpoints of permission `none`. */
const NOBODY: Actor = {
  userId: '00000000-0000-7000-8000-000000000000', userName: '', name: '', grants: [], permissions: new Set(), mustChangePassword: false,
}

/**
 * The one path of every call: session, permission, scope, transaction, claim of the command id, use case, audit row,
 * commit. A use case never opens a transaction and never writes audit.
 */
export async function runEndpoint<T>(
  meta: EndpointMeta, request: RequestContext, input: unknown, useCase: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  const { services } = request
  const actor = await admit(meta, request)
  const { draft, notes } = auditDraft()
  const afterCommit: (() => void)[] = []
  const isPermission = meta.permission !== 'none' && meta.permission !== 'signed_in'
  const prefixes = isPermission ? prefixesFor(actor, meta.permission as Permission) : []
  const now = services.clock.now()
  const entry = () => entryOf(meta, request, actor, now, notes)
  const work = async (tx: Tx) => {
    const claim = commandIdOf(meta, input)
    if (claim !== undefined) {
      const earlier = await claimCommand(tx, claim, meta.id, actor.userId, input)
      if (earlier !== undefined) return earlier.response as T
    }
    const result = await useCase({
      tx, actor, prefixes, now, requestId: request.requestId, services, audit: draft, device: request.device, onBehalf: request.onBehalf, carry: request.carry,
      fieldLevel: isPermission ? fieldLevelFor(actor, meta.permission as Permission) : 'F1',
      today: services.clock.today(),
      newId: () => newId(services.clock.now(), systemRandomBytes),
      afterCommit: (act) => { afterCommit.push(act) },
    })
    if (claim !== undefined) await keepResponse(tx, claim, result)
    if (meta.kind === 'command') await recordAudit(tx, { ...entry(), outcome: 'ok' })
    return result
  }
  try {
    const scope = isPermission ? scopeFor(actor, meta.permission as Permission) : NOWHERE
    const result = await inScope(services.database.db, scope, work, { readOnly: meta.kind === 'query' })
    // A query may not write, so the record of a sensitive read follows it, before the answer leaves.
    if (meta.kind === 'query' && meta.sensitive) await auditAlone(request, { ...entry(), outcome: 'ok' })
    for (const act of afterCommit) act()
    return result
  } catch (error) {
    if (meta.kind === 'command' || error instanceof Refusal) await auditAlone(request, { ...entry(), ...endOf(error) })
    throw error
  }
}

function endOf(error: unknown): Pick<AuditEntry, 'outcome' | 'after'> {
  return error instanceof Refusal ? { outcome: 'refused', after: { code: error.code } } : { outcome: 'failed', after: undefined }
}

/** Who may call: signed in, first password changed, permission held; a missing permission is audited. Judged once a request. */
export async function admit(meta: EndpointMeta, request: RequestContext): Promise<Actor> {
  if (request.admitted?.endpointId === meta.id) return request.admitted.actor
  if (meta.permission === 'none') return NOBODY
  const actor = await request.services.authenticate(request.headers)
  if (actor === undefined) throw new Refusal('signed_out')
  if (meta.permission === 'signed_in') return actor
  if (actor.mustChangePassword) throw new Refusal('password_must_change')
  if (!actor.permissions.has(meta.permission)) {
    await auditAlone(request, {
      ...entryOf(meta, request, actor, request.services.clock.now(), {}), outcome: 'refused', after: { code: 'forbidden' },
    })
    throw new Refusal('forbidden')
  }
  return actor
}

function entryOf(
  meta: EndpointMeta, request: RequestContext, actor: Actor, at: number, notes: AuditNotes,
): Omit<AuditEntry, 'outcome'> {
  return {
    at, actorId: actor === NOBODY ? null : actor.userId, actorName: actor.name || null, action: meta.id,
    requestId: request.requestId, address: request.address, ...notes, ...(request.onBehalf === undefined ? {} : { after: authoredBy(notes.after, request.onBehalf) }),
  }
}

const authoredBy = (after: unknown, author: string) => ({ ...(typeof after === 'object' ? after : { value: after }), author })

async function auditAlone(request: RequestContext, entry: AuditEntry): Promise<void> {
  await inScope(request.services.database.db, NOWHERE, (tx) => recordAudit(tx, entry))
}

/** The id to claim. A claim keeps the answer in clear, which a revealed field must not be: asked again, it is read again. */
function commandIdOf(meta: EndpointMeta, input: unknown): string | undefined {
  if (meta.kind !== 'command' || meta.sensitive) return undefined
  if (typeof input !== 'object' || input === null || !('commandId' in input)) return undefined
  return typeof input.commandId === 'string' ? input.commandId : undefined
}

/** Status and message of a code, for transports. */
export function describeRefusal(refusal: Refusal): { status: number; message: string } {
  const { status, zh } = ERRORS[refusal.code]
  return { status, message: zh }
}
