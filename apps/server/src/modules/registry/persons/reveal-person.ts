import { countOkToday } from '../../../platform/audit/count-today.query.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { findSealedFields, type SealedFields } from './person.store.ts'

/** Reveals per user and day (DOMAIN section 8). */
export const REVEALS_A_DAY = 50

type Field = 'idNo' | 'phone' | 'bankNo' | 'health'

/** Shows one sensitive field in full: with a typed reason, within the day's quota, written to the audit (F4). */
export async function revealPerson(ctx: Ctx, input: { id: string; field: Field; reason: string }) {
  const person = await findSealedFields(ctx.tx, input.id)
  if (person === undefined) throw new Refusal('not_found')
  const left = REVEALS_A_DAY - (await countOkToday(ctx.tx, { actorId: ctx.actor.userId, action: 'registry.person.reveal', today: ctx.today }))
  if (left <= 0) throw new Refusal('quota_exceeded', { quota: REVEALS_A_DAY })
  ctx.audit.about('person', input.id, person.division)
  // The audit says which field was seen, never its value.
  ctx.audit.change(null, { revealed: input.field })
  ctx.audit.reason(input.reason)
  return { value: open(ctx, person, input.field), leftToday: left - 1 }
}

function open(ctx: Ctx, person: SealedFields, field: Field): string | null {
  const { cipher } = ctx.services
  if (field === 'health') return person.health.join(',') || null
  if (field === 'idNo') return person.id_no_sealed && cipher.open('registry.person.id_no', person.id_no_sealed)
  if (field === 'phone') return person.phone_sealed && cipher.open('registry.person.phone', person.phone_sealed)
  return person.bank_no_sealed && cipher.open('registry.person.bank_no', person.bank_no_sealed)
}
