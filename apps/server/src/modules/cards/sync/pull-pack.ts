import { CONTRACT_VERSION } from '@anye/contract/cards/sync/contract-version'
import type { PullPage } from '@anye/contract/cards/sync/endpoints'
import { FIELD_IDLE_DAYS } from '../../../platform/auth/session.rules.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { listGridsOf } from '../../organization/organization.api.ts'
import { cardParametersOn } from '../card-parameters.store.ts'
import { cardMonthOn, daysOfMonth } from '../months/card-month.rules.ts'
import { changedAmong, findDatabaseState, listChanged, listHouseholds, placesOf } from './changes.query.ts'
import type { Reader } from './household-document.rules.ts'
import { NO_DOCUMENTS, packDocuments } from './pack-documents.ts'
import { readPackCursor, writePackCursor } from './pack-cursor.ts'
import { afterStep, nextStep, type PullStep } from './pack-cursor.rules.ts'
import { holds, partsOf } from './pack-scope.rules.ts'
import type { PackedDocuments, ShareDocuments } from './shared-documents.ts'

/** Ids that one page of a sweep goes through at most. */
const SWEPT_A_PAGE = 3000
/** Changes are remembered a day longer than this. */
const DAY_SECONDS = 86_400

type Told = Pick<PullPage, 'remove' | 'range'> & { put: PackedDocuments; asked: number; to: string | null }
/** Documents of some households, made here or for another phone. */
type Documents = (ids: readonly string[]) => Promise<PackedDocuments>

/** One step of a phone's pull: what changed in its scope since it asked, or all of a scope that changed itself (decision 0020). */
export async function pullPack(ctx: Ctx, { cursor, limit }: { cursor?: string | undefined; limit: number }, share: ShareDocuments): Promise<PullPage> {
  // Before anything else is read: a transaction that is still running now will be told by the next pull.
  const state = await findDatabaseState(ctx.tx)
  const parameters = await cardParametersOn(ctx.tx, ctx.today)
  const month = cardMonthOn(ctx.today, parameters)
  const now = { ...state, parts: partsOf(ctx.prefixes, await gridsOf(ctx)) }
  const step = nextStep(readPackCursor(cursor), now, FIELD_IDLE_DAYS * DAY_SECONDS)
  const reader: Reader = { fieldLevel: ctx.fieldLevel, cipher: ctx.services.cipher, today: ctx.today, month, parameters }
  const documents: Documents = (ids) => (ids.length === 0 ? NO_DOCUMENTS : packDocuments(ctx, ids, reader, state, share))
  const { put, asked, to, ...told } = step.kind === 'changes' ? await tellChanges(ctx, step, documents, limit) : await tellAll(ctx, step, documents, limit)
  ctx.audit.about('pack', String(asked - put.missing.length))
  ctx.carry(put.member)
  return {
    put: [], ...told, cursor: writePackCursor(afterStep(step, to)), more: to !== null, contractVersion: CONTRACT_VERSION, serverNow: new Date(ctx.now).toISOString(),
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
async function tellChanges({ tx }: Ctx, { has, next, after }: PullStep, documents: Documents, limit: number): Promise<Told> {
  const changed = await listChanged(tx, has?.xmin ?? 0, after, limit + 1)
  const told = changed.slice(0, limit)
  const wanted = (await placesOf(tx, told)).filter((household) => holds(next.parts, household)).map(({ id }) => id)
  const put = await documents(wanted)
  const kept = new Set(wanted.filter((id) => !put.missing.includes(id)))
  return { put, asked: wanted.length, remove: told.filter((id) => !kept.has(id)), range: null, to: changed.length > limit ? told.at(-1) ?? null : null }
}

/** The next ids of the scope: in full what the phone lacks, by id what it has. */
async function tellAll({ tx }: Ctx, { has, next, after }: PullStep, documents: Documents, limit: number): Promise<Told> {
  // A phone that has nothing lacks everything: there is no use in looking further than the page.
  const most = has === null ? limit + 1 : SWEPT_A_PAGE
  const swept = await listHouseholds(tx, next.parts, after, most)
  const changed = has === null ? new Set() : await changedAmong(tx, has.xmin, swept.map(({ id }) => id))
  const lacks = (household: (typeof swept)[number]) => has === null || changed.has(household.id) || !holds(has.parts, household)
  const { told, isAll } = cutAfter(swept, lacks, limit)
  const wanted = told.filter(lacks).map(({ id }) => id)
  const given = new Set(wanted)
  const to = isAll && swept.length < most ? null : told.at(-1)?.id ?? null
  return {
    put: await documents(wanted), asked: wanted.length, remove: [],
    range: { after, to, keep: told.filter(({ id }) => !given.has(id)).map(({ id }) => id) }, to,
  }
}

/** The rows up to the one with which `limit` are wanted. */
function cutAfter<T>(rows: readonly T[], isWanted: (row: T) => boolean, limit: number): { told: T[]; isAll: boolean } {
  let wanted = 0
  const end = rows.findIndex((row) => isWanted(row) && (wanted += 1) === limit)
  return end === -1 || end === rows.length - 1 ? { told: [...rows], isAll: true } : { told: rows.slice(0, end + 1), isAll: false }
}
