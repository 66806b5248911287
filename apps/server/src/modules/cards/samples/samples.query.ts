import { sql } from 'kysely'
import type { Sample, SampleMember } from '@anye/contract/cards/samples/endpoints'
import { maskFor } from '../../../platform/crypto/mask.rules.ts'
import { readCursor, writeCursor } from '../../../platform/cursor.ts'
import { rows } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { findSample, sampleRows } from './sample.store.ts'

type Page = { cursor?: string | undefined; limit: number }

/** Samples in scope, the latest first. */
export async function listSamples(ctx: Ctx, input: Page & { month?: string | undefined }) {
  const after = readCursor(input.cursor, 2)
  const found = await sampleRows(ctx.tx, sql`
    where ${input.month === undefined ? sql`true` : sql`s.month = ${input.month}`}
      and ${after === undefined ? sql`true` : sql`(s.drawn_at, s.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
    order by s.drawn_at desc, s.id desc limit ${input.limit + 1}`)
  const shown = found.slice(0, input.limit)
  const last = shown.at(-1)
  return { rows: shown, nextCursor: found.length > input.limit && last !== undefined ? writeCursor([last.drawnAt, last.id]) : null, total: null }
}

/** A sample with the page of its members in the order they were drawn, each with the latest re-call. */
export async function getSample(ctx: Ctx, input: Page & { id: string }) {
  const sample = await getSampleInScope(ctx, input.id)
  const after = readCursor(input.cursor, 1)
  const found = await memberRows(ctx, input.id, Number(after?.[0] ?? 0), input.limit + 1)
  const shown = found.slice(0, input.limit)
  const last = shown.at(-1)
  ctx.audit.about('card_sample', input.id)
  return { sample, rows: shown, nextCursor: found.length > input.limit && last !== undefined ? writeCursor([last.n]) : null, total: sample.size }
}

/** The sample, when the whole of its place is in scope. */
export async function getSampleInScope(ctx: Pick<Ctx, 'tx'>, id: string): Promise<Sample> {
  const sample = await findSample(ctx.tx, id)
  if (sample === undefined) throw new Refusal('not_found')
  return sample
}

type MemberRecord = Omit<SampleMember, 'recalledAt' | 'phone'> & { phone_sealed: Buffer | null; recalled_at: Date | null }

async function memberRows(ctx: Ctx, id: string, beyond: number, limit: number): Promise<SampleMember[]> {
  const found = await rows(ctx.tx, sql<MemberRecord>`
    select m.n, m.person_id as "personId", m.household_id as "householdId", q.name, v.township_name || v.name as place, h.group_name as "groupName",
      q.phone_sealed, m.status as stated, c.name as "checkedBy", r.found, r.outcome, r.method, r.note, w.name as "recalledBy", r.recalled_at
    from cards.sample_member m
    join registry.pub_person q on q.id = m.person_id
    join registry.pub_household h on h.id = m.household_id
    join organization.pub_village v on v.code = m.division
    left join organization.pub_user c on c.id = m.checked_by
    left join lateral (select * from cards.recall x where x.sample_id = m.sample_id and x.person_id = m.person_id
      order by x.outcome = 'unreached', x.recalled_at desc limit 1) r on true
    left join organization.pub_user w on w.id = r.recalled_by
    where m.sample_id = ${id} and m.n > ${beyond} order by m.n limit ${limit}`)
  return found.map(({ phone_sealed, recalled_at, ...member }) => ({
    ...member, name: maskFor(ctx.fieldLevel, 'name', member.name) ?? '—', recalledAt: recalled_at?.toISOString() ?? null,
    phone: phone_sealed === null ? null : maskFor(ctx.fieldLevel, 'phone', ctx.services.cipher.open('registry.person.phone', phone_sealed)),
  }))
}
