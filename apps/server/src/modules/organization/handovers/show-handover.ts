import type { Handover } from '@anye/contract/organization/handovers/handover'
import { stateAt } from './handover.rules.ts'
import type { HandoverRow } from './handover.store.ts'

/** An offer as a reader sees it at a moment. */
export function showHandover(row: HandoverRow, reader: { userId: string; now: number }): Handover {
  return {
    id: row.id, gridId: row.gridId, gridName: row.gridName, village: row.village, place: row.place, groups: row.groups,
    fromName: row.fromName, toUserId: row.toUserId, toName: row.toName, fromOn: row.fromOn, note: row.note,
    state: stateAt(row, reader.now), onBehalf: row.onBehalf, offeredBy: row.offeredBy,
    offeredAt: row.offeredAt.toISOString(), expiresAt: row.expiresAt.toISOString(), answer: row.answer,
    beginsOn: row.beginsOn, toMe: row.toUserId === reader.userId, version: row.version,
  }
}
