import type { Ctx } from '../../../platform/http/context.ts'
import { getPlace } from '../../organization/organization.api.ts'
import { blockersOf } from './blockers.rules.ts'
import { closingState, listClosings, listOpenBelow, type ClosingState } from './closing.store.ts'

const HISTORY_MOST = 50

/** What a place still lacks before its month can be closed, and what was closed and reopened there. */
export async function getClosing(ctx: Ctx, { month, place: code }: { month: string; place?: string | undefined }) {
  const place = await getPlace(ctx.tx, code, 'unit')
  const state = await closingState(ctx.tx, month, place)
  const { level } = place.ref
  const history = await listClosings(ctx.tx, month, place, HISTORY_MOST)
  return {
    month, place: place.ref, closed: isClosed(level, state), reviewed: state.reviewed,
    blockers: level === 'village' || level === 'township' || level === 'unit' ? blockersOf(level, state, 0) : [],
    open: await listOpenBelow(ctx.tx, month, place),
    history: history.map(({ at, ...act }) => ({ ...act, at: at.toISOString() })),
  }
}

function isClosed(level: string, state: ClosingState): boolean {
  const count = level === 'village' ? state.villageClosed : level === 'township' ? state.townshipClosed : state.unitClosed
  return state.villages > 0 && count === state.villages
}
