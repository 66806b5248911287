import { sql } from 'kysely'
import { firstRow } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'

/** Reveals per user and day (DOMAIN section 8). */
export const REVEALS_A_DAY = 50

type Field = 'idNo' | 'phone' | 'bankNo' | 'health'
type Sealed = { division: string; id_no_sealed: Buffer | null; phone_sealed: Buffer | null; bank_no_sealed: Buffer | null; health: string[] }

/** Shows one sensitive field in full: with a typed reason, within the day's quota, written to the audit (F4). */
export async function revealPerson(ctx: Ctx, input: { id: string; field: Field; reason: string }) {
  const person = await firstRow(ctx.tx, sql<Sealed>`
    select division, id_no_sealed, phone_sealed, bank_no_sealed, health from registry.person where id = ${input.id}`)
  if (person === undefined) throw new Refusal('not_found')
  const left = REVEALS_A_DAY - (await countRevealsToday(ctx))
  if (left <= 0) throw new Refusal('quota_exceeded', { quota: REVEALS_A_DAY })
  ctx.audit.about('person', input.id, person.division)
  // The audit says which field was seen, never its value.
  ctx.audit.change(null, { revealed: input.field })
  ctx.audit.reason(input.reason)
  return { value: open(ctx, person, input.field), leftToday: left - 1 }
}

function open(ctx: Ctx, person: Sealed, field: Field): string | null {
  const { cipher } = ctx.services
  if (field === 'health') return person.health.join(',') || null
  if (field === 'idNo') return person.id_no_sealed && cipher.open('registry.person.id_no', person.id_no_sealed)
  if (field === 'phone') return person.phone_sealed && cipher.open('registry.person.phone', person.phone_sealed)
  return person.bank_no_sealed && cipher.open('registry.person.bank_no', person.bank_no_sealed)
}

async function countRevealsToday(ctx: Ctx): Promise<number> {
  const counted = await firstRow(ctx.tx, sql<{ count: number }>`
    select count(*)::int as count from platform.audit_entry
    where actor_id = ${ctx.actor.userId} and action = 'registry.person.reveal' and outcome = 'ok'
      and at >= (${ctx.today}::timestamp at time zone 'Asia/Shanghai')`)
  return counted?.count ?? 0
}
