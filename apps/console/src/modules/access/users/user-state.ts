import type { PlanState } from '@anye/contract/indicators/endpoints'
import type { UserAccount } from '../access-types.ts'

/** What an administrator must know first of an account; the most pressing wins. */
export type AccountState = 'disabled' | 'locked' | 'noRole' | 'firstPassword' | 'active'

export function stateOf(
  user: Pick<UserAccount, 'state' | 'lockedUntil' | 'roles' | 'mustChangePassword'>,
): AccountState {
  if (user.state === 'disabled') return 'disabled'
  if (user.lockedUntil !== null) return 'locked'
  if (user.roles.length === 0) return 'noRole'
  return user.mustChangePassword ? 'firstPassword' : 'active'
}

/** The shape beside the word: a locked account stops work, a waiting one is somebody's next step. */
export const STATE_SHAPES: Readonly<Record<AccountState, PlanState>> = {
  disabled: 'no_data',
  locked: 'far_behind',
  noRole: 'behind',
  firstPassword: 'behind',
  active: 'on_plan',
}
