import { lineCan, type LineAct, type LineState } from '@anye/contract/cards/line-states'
import type { ErrorCode } from '@anye/contract/errors'

/** A line as a reviewer's act meets it. */
export type ReviewedLine = { state: LineState; version: number; checked_by: string | null; in_dispute: boolean }

/**
 * Why a reviewer may not accept or return a line, undefined when it is possible: it moved since it was looked at, its state
 * does not allow it, two checks of it still disagree, or the reviewer checked it (DOMAIN §3.4: checker ≠ reviewer).
 */
export function reviewRefusal(act: Extract<LineAct, 'accept' | 'return'>, line: ReviewedLine, version: number, reviewer: string): ErrorCode | undefined {
  if (line.version !== version) return 'stale_version'
  if (!lineCan(act, line.state)) return 'wrong_state'
  if (line.checked_by === reviewer) return 'separation_of_duties'
  return act === 'accept' && line.in_dispute ? 'wrong_state' : undefined
}
