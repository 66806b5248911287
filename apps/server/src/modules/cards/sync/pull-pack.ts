import { CONTRACT_VERSION } from '@anye/contract/cards/sync/contract-version'
import type { PackHousehold } from '@anye/contract/cards/sync/household-document'
import type { PullPage } from '@anye/contract/cards/sync/endpoints'
import { shiftMonth } from '@anye/kernel/calendar-month'
import { FIELD_IDLE_DAYS } from '../../../platform/auth/session.rules.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { listGridsOf } from '../../organization/organization.api.ts'
import { cardParametersOn } from '../card-parameters.store.ts'
import { cardMonthOn, daysOfMonth } from '../months/card-month.rules.ts'
import { changedAmong, findDatabaseState, listChanged, listHouseholds } from './changes.query.ts'
import { documentsOf, type Reader } from './household-document.rules.ts'
import { readHouseholds } from './household-records.query.ts'
import { readPackCursor, writePackCursor } from './pack-cursor.ts'
import { afterStep, nextStep, type PullStep } from './pack-cursor.rules.ts'
import { holds, partsOf } from './pack-scope.rules.ts'

/** Months a pack looks back, with the one that is worked on. */
const MONTHS = 3
/** Ids that one page of a sweep goes through at most. */
const SWEPT_A_PAGE = 3000
/** Changes are remembered a day longer than this. */
const DAY_SECONDS = 86_400

type Told = Pick<PullPage, 'put' | 'remove' | 'range'> & { to: string | null }

/** One step of a phone's pull: what changed in its scope since it asked, or all of a scope that changed itself (decision 0020). */
export async function pullPack(ctx: Ctx, { cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<PullPage> {
  // Before anything else is read: a transaction that is still running now will be told by the next pull.
  const state = await findDatabaseState(ctx.tx)
  const parameters = await cardParametersOn(ctx.tx, ctx.today)
  const month = cardMonthOn(ctx.today, parameters)
  const now = { ...state, parts: partsOf(ctx.prefixes, await gridsOf(ctx)) }
  const step = nextStep(readPackCursor(cursor), now, FIELD_IDLE_DAYS * DAY_SECONDS)
  const reader = { fieldLevel: ctx.fieldLevel, cipher: ctx.services.cipher, today: ctx.today, month, parameters }
  const { to, ...told } = step.kind === 'changes' ? await tellChanges(ctx, step, reader, limit) : await tellAll(ctx, step, reader, limit)
  ctx.audit.about('pack', String(told.put.length))
  return {
    ...told, cursor: writePackCursor(afterStep(step, to)), more: to !== null, contractVersion: CONTRACT_VERSION, serverNow: new Date(ctx.now).toISOString(),
    state: {
      month, today: ctx.today, dueOn: daysOfMonth(month, parameters).dueOn,
      parameters: { evidenceDays: parameters.evidenceDays, monthsWithoutContact: parameters.monthsWithoutContact },
    },
  }
}

/** The grids that cut the pack: those of somebody who is a grid member and nothing else (S10). */
async function gridsOf({ tx, actor, today }: Ctx): Promise<{ division: string; groups: string[] }[]> {
  return actor.grants.every(({ role }) => role === 'grid_member') ? listGridsOf(tx, actor.userId, today) : []
}

/** Households that were touched: in full, or to be removed when they are not in the scope any more. */
async function tellChanges(ctx: Ctx, { has, next, after }: PullStep, reader: Reader, limit: number): Promise<Told> {
  const changed = await listChanged(ctx.tx, has?.xmin ?? 0, after, limit + 1)
  const told = changed.slice(0, limit)
  const put = (await documents(ctx, told, reader)).filter((household) => holds(next.parts, { division: household.division, group_name: household.groupName }))
  const kept = new Set(put.map(({ id }) => id))
  return { put, remove: told.filter((id) => !kept.has(id)), range: null, to: changed.length > limit ? told.at(-1) ?? null : null }
}

/** The next ids of the scope: in full what the phone lacks, by id what it has. */
async function tellAll(ctx: Ctx, { has, next, after }: PullStep, reader: Reader, limit: number): Promise<Told> {
  const swept = await listHouseholds(ctx.tx, next.parts, after, SWEPT_A_PAGE)
  const changed = has === null ? new Set() : await changedAmong(ctx.tx, has.xmin, swept.map(({ id }) => id))
  const lacks = (household: (typeof swept)[number]) => has === null || changed.has(household.id) || !holds(has.parts, household)
  const { told, isAll } = cutAfter(swept, lacks, limit)
  const wanted = new Set(told.filter(lacks).map(({ id }) => id))
  const to = isAll && swept.length < SWEPT_A_PAGE ? null : told.at(-1)?.id ?? null
  return {
    put: await documents(ctx, [...wanted], reader), remove: [],
    range: { after, to, keep: told.filter(({ id }) => !wanted.has(id)).map(({ id }) => id) }, to,
  }
}

/** The rows up to the one with which `limit` are wanted. */
function cutAfter<T>(rows: readonly T[], isWanted: (row: T) => boolean, limit: number): { told: T[]; isAll: boolean } {
  let wanted = 0
  const end = rows.findIndex((row) => isWanted(row) && (wanted += 1) === limit)
  return end === -1 || end === rows.length - 1 ? { told: [...rows], isAll: true } : { told: rows.slice(0, end + 1), isAll: false }
}

async function documents(ctx: Ctx, ids: readonly string[], reader: Reader): Promise<PackHousehold[]> {
  return ids.length === 0 ? [] : documentsOf(await readHouseholds(ctx.tx, ids, ctx.today, { since: shiftMonth(reader.month, 1 - MONTHS), month: reader.month }), reader)
}
