import type { Division } from '@anye/contract/organization/divisions/division'
import { must } from '@anye/kernel/assert'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Ctx } from '../../../platform/http/context.ts'
import { refuseOn } from '../../../platform/refusal.ts'
import { addEvent } from '../organization-event.store.ts'
import { checkMerge } from './division-edit.rules.ts'
import { listVersions } from './division.query.ts'
import { countChildrenAfter, endDivision, endGroups, lockNewestDivision } from './division.store.ts'
import { lockDivision } from './rename-division.ts'
import { rebuildVillages } from './village.store.ts'

type Merger = { code: string; successorCode: string; lastDay: CalendarDate; reason: string }

/** Ends a division in its successor and tells the modules that keep facts under its code. */
export async function mergeDivision(ctx: Ctx, { code, successorCode, lastDay, reason }: Merger): Promise<Division> {
  const row = await lockDivision(ctx, code)
  const successor = await lockNewestDivision(ctx.tx, successorCode)
  const remaining = await countChildrenAfter(ctx.tx, code, lastDay)
  refuseOn(checkMerge(row, successor, { lastDay, remaining }), { remaining })
  await endDivision(ctx.tx, row, lastDay, successorCode)
  if (row.level === 5) await endGroups(ctx.tx, code, lastDay)
  await rebuildVillages(ctx.tx, ctx.today)
  await addEvent(ctx.tx, { type: 'DivisionMerged', payload: { code, successorCode, lastDay } })
  ctx.audit.about('division', code, code)
  ctx.audit.change({ validTo: row.valid_to, successorCode: row.successor_code }, { validTo: lastDay, successorCode })
  ctx.audit.reason(reason)
  return must((await listVersions(ctx.tx, code, ctx.today))[0], `Division ${code} vanished while it was merged`)
}
