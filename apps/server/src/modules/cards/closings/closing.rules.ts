import type { RoleEntry } from '@anye/contract/access'
import type { ClosingLevel } from '@anye/contract/cards/closings/endpoints'
import type { ErrorCode } from '@anye/contract/errors'

type ScopeLevel = RoleEntry['scopeLevel']

/** Who closes each level: the level itself, or the one above in its place. */
const CLOSERS: Record<ClosingLevel, readonly ScopeLevel[]> = {
  village: ['village', 'township'], township: ['township', 'unit'], unit: ['unit', 'prefecture'],
}

/** Why posts of these levels may not close a month at a level, undefined when they may. */
export function closeRefusal(level: ClosingLevel, held: readonly ScopeLevel[]): ErrorCode | undefined {
  return CLOSERS[level].some((each) => held.includes(each)) ? undefined : 'forbidden'
}

/** Why a month may not be opened again: only the county takes back what the county closed. */
export function reopenRefusal(level: ClosingLevel, isUnitClosed: boolean, held: readonly ScopeLevel[]): ErrorCode | undefined {
  return (level === 'unit' || isUnitClosed) && !held.includes('unit') ? 'forbidden' : undefined
}
