import type { Permission } from '../access.ts'

/**
 * The life of a line of the service card, one labourer and month (S79, S80): server, console and phones read this table
 * and nothing else.
 */
export const LINE_STATES = ['due', 'checked', 'returned', 'reviewed', 'closed', 'reopened'] as const
export type LineState = (typeof LINE_STATES)[number]

export type LineAct = 'check' | 'accept' | 'return' | 'close' | 'reopen'
type LineStep = { from: readonly LineState[]; to: LineState; permission: Permission }

/** Who may do what in which state, and where it leads. Whoever checked a line neither accepts nor returns it. */
export const LINE_STEPS = {
  check: { from: ['due', 'checked', 'returned', 'reviewed', 'reopened'], to: 'checked', permission: 'card.check' },
  accept: { from: ['checked'], to: 'reviewed', permission: 'card.review' },
  return: { from: ['checked', 'reviewed'], to: 'returned', permission: 'card.review' },
  // Who waits for a check is closed only as an exception with a reason.
  close: { from: ['reviewed', 'due', 'returned', 'reopened'], to: 'closed', permission: 'card.close' },
  reopen: { from: ['closed'], to: 'reopened', permission: 'card.reopen' },
} as const satisfies Record<LineAct, LineStep>

/** True when the act is possible in this state. */
export function lineCan(act: LineAct, state: LineState): boolean {
  return (LINE_STEPS[act].from as readonly LineState[]).includes(state)
}

/** States that still wait for a check. */
export const OPEN_STATES = ['due', 'returned', 'reopened'] as const satisfies readonly LineState[]
