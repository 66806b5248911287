import { sql } from 'kysely'
import type { CardState, ServiceCardRow } from '@anye/contract/cards/paper/endpoints'
import type { z } from 'zod'
import { maskFor } from '../../../platform/crypto/mask.rules.ts'
import { readCursor, writeCursor } from '../../../platform/cursor.ts'
import { firstRow, rows } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { LIVE } from './card.store.ts'
import { labourersByHousehold } from './labourers.query.ts'
import { ownVillage } from './own-village.query.ts'

type Listed = Omit<ServiceCardRow, 'headName' | 'checkedAt'> & { head_name: string | null; checked_at: Date | null }
type Request = { village: string; group?: string | undefined; cursor?: string | undefined; limit: number }

/** Live cards of a village or one group of it in the order of their bags. */
export async function listServiceCards(ctx: Ctx, input: Request) {
  const village = await ownVillage(ctx, input.village)
  const [after = 0] = readCursor(input.cursor, 1) ?? []
  const found = await rows(ctx.tx, sql<Listed>`
    select c.id, c.card_no as "cardNo", c.bag_no as "bagNo", c.household_id as "householdId", h.head_name, coalesce(h.group_name, '') as "groupName",
      coalesce(l.labourers, 0) as labourers, c.state, c.issued_on as "issuedOn", c.in_bag as "inBag", c.checked_at
    from cards.card c join registry.pub_household h on h.id = c.household_id and h.division = c.division
    left join ${await labourersByHousehold(ctx.tx, [village.code], ctx.today)} l on l.household_id = c.household_id
    where c.division = ${village.code} and c.state in ${LIVE} and c.bag_no > ${after}
      and (${input.group === undefined} or coalesce(h.group_name, '') = ${input.group ?? ''})
    order by c.bag_no limit ${input.limit + 1}`)
  const shown = found.slice(0, input.limit)
  const last = shown.at(-1)
  ctx.audit.about('village_cards', village.code, village.code)
  return {
    rows: shown.map(({ head_name, checked_at, ...row }) => ({
      ...row, headName: maskFor(ctx.fieldLevel, 'name', head_name) ?? '—', checkedAt: checked_at?.toISOString() ?? null,
    })),
    nextCursor: found.length > input.limit && last !== undefined ? writeCursor([last.bagNo]) : null, total: null,
  }
}

type Found = { cardId: string; cardNo: string; state: z.infer<typeof CardState>; householdId: string }

/** The household of a scanned code, of an old paper too; `not_found` when it is none or lies outside the scope. */
export async function findServiceCard(ctx: Ctx, { token }: { token: string }): Promise<Found> {
  const found = await firstRow(ctx.tx, sql<Found & { division: string }>`
    select c.id as "cardId", c.card_no as "cardNo", c.state, c.household_id as "householdId", c.division
    from cards.card c join registry.pub_household h on h.id = c.household_id where c.token = ${token}`)
  if (found === undefined) throw new Refusal('not_found')
  const { division, ...card } = found
  ctx.audit.about('service_card', card.cardId, division)
  return card
}
