import { sql } from 'kysely'
import type { LateWork } from '@anye/contract/cards/late-work/endpoints'
import { readCursor, writeCursor } from '../../../platform/cursor.ts'
import { maskFor } from '../../../platform/crypto/mask.rules.ts'
import { firstRow, rows } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { getPlace, villagesOf } from '../../organization/organization.api.ts'

type Filter = { place?: string | undefined; state: LateWork['state']; cursor?: string | undefined; limit: number }
type LateRecord = Omit<LateWork, 'deviceAt' | 'receivedAt' | 'input' | 'headName' | 'personName'> & {
  head_name: string | null; device_at: Date; received_at: Date; payload_sealed: Buffer
}

/** Late work that waits for the reader, or that was decided, the latest first. */
export async function listLateWork(ctx: Ctx, { place, state, cursor, limit }: Filter) {
  const after = readCursor(cursor, 2)
  const inPlace = place === undefined ? sql`true` : villagesOf(await getPlace(ctx.tx, place, 'unit'))
  const where = sql`k.state = ${state} and ${inPlace}`
  const beyond = after === undefined ? sql`true` : sql`(k.received_at, k.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
  const source = sql`cards.parked k join organization.pub_village v on v.code = k.division left join registry.pub_household h on h.id = k.household_id`
  const found = await rows(ctx.tx, sql<LateRecord>`
    select k.id, k.endpoint, k.author_name as author, k.reason, k.household_id as "householdId", h.head_name, v.township_name || v.name as place,
      k.device_at, k.received_at, k.state, k.decision_note as "decisionNote", k.payload_sealed
    from ${source} where ${where} and ${beyond} order by k.received_at desc, k.id desc limit ${limit + 1}`)
  const counted = await firstRow(ctx.tx, sql<{ total: number }>`select count(*)::int as total from ${source} where ${where}`)
  const shown = found.slice(0, limit)
  const inputs = shown.map(({ payload_sealed: sealed }) => JSON.parse(ctx.services.cipher.open('cards.parked.payload', sealed)) as Record<string, unknown>)
  const names = await namesOf(ctx, inputs.map(({ personId }) => personId).filter((id) => typeof id === 'string'))
  const last = shown.at(-1)
  ctx.audit.about('late_work_list', String(shown.length))
  return {
    rows: shown.map((record, index) => rowOf(ctx, record, inputs[index] ?? {}, names)),
    nextCursor: found.length > limit && last !== undefined ? writeCursor([last.received_at.toISOString(), last.id]) : null,
    total: counted?.total ?? null,
  }
}

function rowOf(ctx: Ctx, record: LateRecord, input: Record<string, unknown>, names: ReadonlyMap<string, string>): LateWork {
  const { head_name: headName, device_at: deviceAt, received_at: receivedAt, payload_sealed: _sealed, ...rest } = record
  return {
    ...rest, headName: maskFor(ctx.fieldLevel, 'name', headName) ?? '—', personName: maskFor(ctx.fieldLevel, 'name', names.get(String(input['personId']))),
    deviceAt: deviceAt.toISOString(), receivedAt: receivedAt.toISOString(), input,
  }
}

async function namesOf({ tx }: Pick<Ctx, 'tx'>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await rows(tx, sql<{ id: string; name: string }>`select id::text, name from registry.pub_person where id::text = any (${ids}::text[])`)
  return new Map(found.map(({ id, name }) => [id, name]))
}
