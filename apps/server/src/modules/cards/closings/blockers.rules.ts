import type { BLOCKERS, ClosingLevel } from '@anye/contract/cards/closings/endpoints'

/** What a place's month looks like to whoever wants to close it; counts of lines and of villages. */
export type ClosingFacts = {
  due: number; returned: number; reopened: number; checked: number; dispute: number; villages: number; villageClosed: number; townshipClosed: number
}
export type BlockerKind = (typeof BLOCKERS)[number]

/**
 * What keeps a month open at a level: in a village lines that wait, less those excepted; in a township villages that are not
 * closed; in a unit villages whose township is not.
 */
export function blockersOf(level: ClosingLevel, facts: ClosingFacts, exceptions: number): { kind: BlockerKind; count: number }[] {
  const counts: [BlockerKind, number][] = level === 'township' ? [['villages', facts.villages - facts.villageClosed]]
    : level === 'unit' ? [['townships', facts.villages - facts.townshipClosed]]
    : [...waiting(facts, exceptions), ['checked', facts.checked], ['dispute', facts.dispute]]
  return counts.filter(([, count]) => count > 0).map(([kind, count]) => ({ kind, count }))
}

function waiting(facts: ClosingFacts, exceptions: number): [BlockerKind, number][] {
  if (exceptions > 0 && facts.due + facts.returned + facts.reopened <= exceptions) return []
  return [['due', facts.due], ['returned', facts.returned], ['reopened', facts.reopened]]
}
