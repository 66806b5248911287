import type { Division } from '@anye/contract/organization/divisions/division'
import { must } from '@anye/kernel/assert'
import { addDays, type CalendarDate } from '@anye/kernel/calendar-date'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal, refuseOn } from '../../../platform/refusal.ts'
import { covers } from '../../../platform/scope.ts'
import { checkRename } from './division-edit.rules.ts'
import { listVersions } from './division.query.ts'
import { endDivision, insertDivisions, lockNewestDivision, type DivisionRow } from './division.store.ts'
import { rowOfDivision } from './load-divisions.ts'
import { rebuildVillages } from './village.store.ts'

type Change = { code: string; name: string; from: CalendarDate; reason: string }

/** Ends the present name on the day before and begins the new one under the same code. */
export async function renameDivision(ctx: Ctx, { code, name, from, reason }: Change): Promise<Division> {
  const row = await lockDivision(ctx, code)
  refuseOn(checkRename(row, { name, from }), { name: row.name, validFrom: row.valid_from })
  await endDivision(ctx.tx, row, addDays(from, -1), null)
  await insertDivisions(ctx.tx, [withName(row, name, from)])
  await rebuildVillages(ctx.tx, ctx.today)
  ctx.audit.about('division', code, code)
  ctx.audit.change({ name: row.name }, { name, from })
  ctx.audit.reason(reason)
  return must((await listVersions(ctx.tx, code, ctx.today))[0], `Division ${code} vanished while it was renamed`)
}

/** The newest row of a division of the actor's area, locked; anything else is `not_found`. */
export async function lockDivision(ctx: Ctx, code: string): Promise<DivisionRow> {
  const row = covers(ctx.prefixes, code) ? await lockNewestDivision(ctx.tx, code) : undefined
  if (row === undefined) throw new Refusal('not_found')
  return row
}

function withName(row: DivisionRow, name: string, from: CalendarDate): DivisionRow {
  const { code, level, parent_code: parent } = row
  const renamed = { code, name, level, parent, validFrom: from, validTo: null, successor: null }
  return { ...rowOfDivision(renamed), sort: row.sort }
}
