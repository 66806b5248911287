import { groupName } from '@anye/codes/data/divisions-group'
import type { Division } from '@anye/contract/organization/divisions/division'
import { must } from '@anye/kernel/assert'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { nextGroupCode } from './division-edit.rules.ts'
import { listVersions } from './division.query.ts'
import { insertDivisions, listGroupsOf } from './division.store.ts'
import { rowOfDivision } from './load-divisions.ts'
import { lockDivision } from './rename-division.ts'

/** Gives a village a group with a code of its own; the lock on the village keeps two clerks from one code. */
export async function addVillageGroup(
  ctx: Ctx, input: { code: string; name: string; from: CalendarDate },
): Promise<Division> {
  const village = await lockDivision(ctx, input.code)
  const name = groupName(input.name)
  const holds = village.level === 5 && village.valid_to === null && village.valid_from <= input.from
  if (name === null || !holds) throw new Refusal('division_invalid')
  const groups = await listGroupsOf(ctx.tx, [village.code])
  if (groups.some((group) => group.name === name && group.valid_to === null)) throw new Refusal('already_done')
  const code = nextGroupCode(village.code, name, new Set(groups.map((group) => group.code)))
  if (code === undefined) throw new Refusal('division_invalid')
  const group = { code, name, level: 6 as const, parent: village.code, validFrom: input.from, validTo: null }
  await insertDivisions(ctx.tx, [rowOfDivision({ ...group, successor: null })])
  ctx.audit.about('division', code, village.code)
  ctx.audit.change(null, { code, name, from: input.from })
  return must((await listVersions(ctx.tx, code, ctx.today))[0], `Group ${code} vanished while it was added`)
}
