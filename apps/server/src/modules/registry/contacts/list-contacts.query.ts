import { sql } from 'kysely'
import type { ContactFilter, ContactRow } from '@anye/contract/registry/contacts/endpoints'
import { maskFor } from '../../../platform/crypto/mask.rules.ts'
import { readCursor, writeCursor } from '../../../platform/cursor.ts'
import { firstRow, rows } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { contactConditions } from './contact-conditions.query.ts'

/** More are not counted: the page says "more than". */
const COUNT_MOST = 20_000

type Row = Omit<ContactRow, 'headName'> & { headName: string | null }

/** Households of a filter with their contacts, village by village. */
export async function listContacts(ctx: Ctx, { cursor, limit, ...filter }: ContactFilter & { cursor?: string | undefined; limit: number }) {
  const where = await contactConditions(ctx.tx, filter, ctx.today)
  const after = readCursor(cursor, 2)
  const found = await rows(ctx.tx, sql<Row>`
    select k.household_id as "householdId", k.head_name as "headName", k.division as "villageCode", v.township_name || v.name as place,
      k.group_name as "groupName", k.contact_id as "contactId", k.name as "contactName", k.user_id as "userId", k.from_on as "fromOn",
      k.to_on as "toOn", k.gap
    from registry.pub_contact_on(${ctx.today}) k join organization.pub_village v on v.code = k.division
    where ${where} and (${after === undefined} or (k.division, k.household_id) > (${after?.[0] ?? ''}::text collate "C", ${after?.[1] ?? null}::uuid))
    order by k.division, k.household_id limit ${limit + 1}`)
  const counted = await firstRow(ctx.tx, sql<{ n: number }>`
    select count(*)::int as n from (select 1 from registry.pub_contact_on(${ctx.today}) k where ${where} limit ${COUNT_MOST + 1}) first_rows`)
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  ctx.audit.about('household_list', String(shown.length))
  return {
    rows: shown.map((row) => ({ ...row, headName: maskFor(ctx.fieldLevel, 'name', row.headName) ?? '—' })),
    nextCursor: found.length > limit && last !== undefined ? writeCursor([last.villageCode, last.householdId]) : null,
    total: (counted?.n ?? 0) > COUNT_MOST ? null : (counted?.n ?? 0),
  }
}
