import { listAudit } from './audit/list-audit.ts'
import { changePassword } from './me/change-password.ts'
import { getMe } from './me/get-me.ts'
import { listMySessions } from './sessions/list-my-sessions.ts'
import { listUserSessions } from './sessions/list-user-sessions.ts'
import { revokeMySession } from './sessions/revoke-my-session.ts'
import { revokeUserSessions } from './sessions/revoke-user-sessions.ts'
import { createUser } from './users/create-user.ts'
import { grantRole } from './users/grant-role.ts'
import { listUsers } from './users/list-users.ts'
import { resetPassword } from './users/reset-password.ts'
import { revokeRole } from './users/revoke-role.ts'
import { setUserState } from './users/set-user-state.ts'
import { unlockUser } from './users/unlock-user.ts'

/**
 * Endpoints of access: the own account, sessions, users and their roles, the audit. Log-in itself: log-in.ts.
 */
export const accessContract = {
  getMe,
  changePassword,
  listMySessions,
  revokeMySession,
  listUsers,
  createUser,
  setUserState,
  resetPassword,
  unlockUser,
  grantRole,
  revokeRole,
  listUserSessions,
  revokeUserSessions,
  listAudit,
}
