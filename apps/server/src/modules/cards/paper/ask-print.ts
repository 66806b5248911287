import type { CardPrint } from '@anye/contract/cards/paper/endpoints'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { enqueuePrint } from './make-print.ts'
import { ownVillage } from './own-village.query.ts'
import { findPrint, insertPrint, listPrintsOf, type PrintRecord } from './print.store.ts'
import { countPrinted } from './print-rows.query.ts'

type Asked = { village: string; group?: string | undefined; paper: CardPrint['paper']; year: number }

/**
 * Asks for a paper of one village or group. It is no export that somebody approves: it goes back to the very households it
 * is about, holds no full number, and a file never spans villages (docs/data-protection.md).
 */
export async function askCardPrint(ctx: Ctx, input: Asked): Promise<CardPrint> {
  const village = await ownVillage(ctx, input.village)
  const households = await countPrinted(ctx.tx, { village: village.code, group: input.group })
  if (households === 0) throw new Refusal('cards_missing')
  const id = ctx.newId()
  await insertPrint(ctx.tx, {
    id, division: village.code, group_name: input.group ?? null, paper: input.paper, year: input.year, households, field_level: ctx.fieldLevel,
    link_base: ctx.services.publicAddress ?? '', asked_by: ctx.actor.userId, asked_at: new Date(ctx.now),
  })
  ctx.audit.about('card_print', id, village.code)
  ctx.audit.change(null, { paper: input.paper, group: input.group ?? null, year: input.year, households })
  ctx.afterCommit(() => enqueuePrint(ctx.services, id))
  const record = await findPrint(ctx.tx, id)
  if (record === undefined) throw new Error(`Print ${id} is not there`)
  return printOf(record)
}

/** The reader's latest prints; each file opens for who asked for it alone. */
export async function listCardPrints(ctx: Ctx): Promise<{ rows: CardPrint[] }> {
  return { rows: (await listPrintsOf(ctx.tx, ctx.actor.userId)).map(printOf) }
}

function printOf(record: PrintRecord): CardPrint {
  return {
    id: record.id, paper: record.paper, village: record.division, villageName: record.village_name, group: record.group_name, year: record.year,
    households: record.households, pages: record.pages, state: record.state, askedAt: record.asked_at.toISOString(), fileId: record.file_id,
    expiresAt: record.expires_at?.toISOString() ?? null,
  }
}
