import { accessContract as contract } from '@anye/contract/access/contract'
import { listAudit } from '../../../platform/audit/list-audit.query.ts'
import { bind } from '../../../platform/http/bind.ts'
import { grantRole, revokeRole } from './grant-role.ts'
import { listUsers } from './list-users.query.ts'
import { createUser, resetPassword, setUserState, unlockUser } from './manage-user.ts'
import { changePassword, getMe, listOpenSessions, revokeSessions } from './own-account.ts'

/** Joins the endpoints of access to their use cases. */
export const accessRoutes = {
  getMe: bind(contract.getMe, getMe),
  changePassword: bind(contract.changePassword, changePassword),
  listMySessions: bind(contract.listMySessions, (ctx) => listOpenSessions(ctx, ctx.actor.userId)),
  revokeMySession: bind(contract.revokeMySession, (ctx, { sessionId }) =>
    revokeSessions(ctx, ctx.actor.userId, sessionId),
  ),
  listUsers: bind(contract.listUsers, ({ tx, now, today }, input) =>
    listUsers(tx, input, new Date(now), today),
  ),
  createUser: bind(contract.createUser, createUser),
  setUserState: bind(contract.setUserState, setUserState),
  resetPassword: bind(contract.resetPassword, resetPassword),
  unlockUser: bind(contract.unlockUser, unlockUser),
  grantRole: bind(contract.grantRole, grantRole),
  revokeRole: bind(contract.revokeRole, revokeRole),
  listUserSessions: bind(contract.listUserSessions, (ctx, { userId }) => listOpenSessions(ctx, userId)),
  revokeUserSessions: bind(contract.revokeUserSessions, (ctx, { userId, sessionId }) =>
    revokeSessions(ctx, userId, sessionId),
  ),
  listAudit: bind(contract.listAudit, ({ tx }, input) => listAudit(tx, input)),
}
