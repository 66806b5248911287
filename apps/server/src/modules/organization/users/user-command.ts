import { ROLE_CODES, ROLES, type Role } from '@anye/contract/access'
import { UserName } from '@anye/contract/access/user-name'
import { newId } from '@anye/kernel/ids'
import { systemRandomBytes } from '@anye/kernel/random'
import { recordAudit } from '../../../platform/audit/record-audit.ts'
import { makeFirstPassword } from '../../../platform/auth/first-password.ts'
import { clearFailures } from '../../../platform/auth/log-in-lock.store.ts'
import { endSessions, wipePhones } from '../../../platform/auth/sessions.store.ts'
import { systemClock, type Clock } from '../../../platform/clock.ts'
import { inScope, type Database, type Tx } from '../../../platform/db.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { NOWHERE } from '../../../platform/scope.ts'
import { grantOver } from './grant-role.ts'
import { listUsers } from './list-users.query.ts'
import { giveFirstPassword } from './manage-user.ts'
import { openAccount } from './open-account.ts'
import { insertGrant } from './role-grant.store.ts'
import { findUserByName, saveUserState, type UserRow } from './user.store.ts'

export type UserCommand = {
  verb: string
  userName: string
  role?: string | undefined
  scope?: string | undefined
  name?: string | undefined
  duty?: string | undefined
}

/**
 * Runs one command of `anye user` and returns the lines to print. Everything but `list` writes the audit
 * under the name of the command line. Throws a sentence for the operator.
 */
export async function runUserCommand(
  db: Database,
  command: UserCommand,
  clock: Clock = systemClock,
): Promise<string[]> {
  return inScope(db, NOWHERE, async (tx) => {
    switch (command.verb) {
      case 'list':
        return list(tx, clock)
      case 'add':
        return add(tx, command, clock)
      case 'password':
        return change(tx, command, clock, async (user) => {
          const password = await giveFirstPassword(tx, user, new Date(clock.now()))
          return `${user.user_name} logs in with ${password} and changes it at once`
        })
      case 'lock':
        return change(tx, command, clock, async (user) => {
          await saveUserState(tx, user.id, 'disabled')
          const ended = await endSessions(tx, user.id, { allBut: null })
          await wipePhones(tx, user.id, new Date(clock.now()))
          return `${user.user_name} is locked; ${ended} sessions ended`
        })
      case 'unlock':
        return change(tx, command, clock, async (user) => {
          await saveUserState(tx, user.id, 'active')
          await clearFailures(tx, user.user_name)
          return `${user.user_name} can log in again`
        })
      default:
        throw new Error(`There is no "user ${command.verb}". See: npm run anye -- user --help`)
    }
  })
}

async function list(tx: Tx, clock: Clock): Promise<string[]> {
  const lines: string[] = []
  let cursor: string | undefined
  do {
    const page = await listUsers(tx, { cursor, limit: 200 }, new Date(clock.now()), clock.today())
    for (const { userName, name, state, roles } of page.rows) {
      const held = roles.map(({ role, place }) => `${ROLES[role].zh} ${place}`.trim()).join('; ')
      lines.push([userName.padEnd(28), state.padEnd(9), name, held].join(' ').trimEnd())
    }
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return lines.length === 0 ? ['There is no account yet.'] : lines
}

async function add(tx: Tx, command: UserCommand, clock: Clock): Promise<string[]> {
  const role = roleOf(command.role)
  const userName = UserName.safeParse(command.userName)
  if (!userName.success) throw new Error('A user name has 3 to 40 of a-z, 0-9, dot, dash and underscore.')
  const draw = { newId: () => newId(clock.now(), systemRandomBytes), now: clock.now() }
  const password = makeFirstPassword(systemRandomBytes)
  const account = {
    userName: userName.data,
    name: command.name ?? userName.data,
    duty: command.duty ?? null,
    password,
    mustChange: true,
    demo: false,
    createdBy: null,
  }
  const userId = await openAccount(tx, account, draw)
  if (userId === undefined) throw new Error(`The user name ${userName.data} is taken.`)
  const grant = await grantOver(tx, {
    id: draw.newId(),
    userId,
    role,
    place: command.scope ?? null,
    validTo: null,
    today: clock.today(),
  }).catch((error: unknown) => {
    throw error instanceof Refusal ? new Error(placeSentence(role), { cause: error }) : error
  })
  await insertGrant(tx, { ...grant, grantedBy: null, at: new Date(clock.now()) })
  await record(tx, clock, 'add', userId, { userName: userName.data, role, scope: grant.scope })
  return [`${userName.data} is ${ROLES[role].zh}, logs in with ${password} and changes it at once`]
}

async function change(
  tx: Tx,
  command: UserCommand,
  clock: Clock,
  act: (user: UserRow) => Promise<string>,
): Promise<string[]> {
  const user = await findUserByName(tx, command.userName.toLowerCase())
  if (user === undefined)
    throw new Error(`There is no user ${command.userName}. See: npm run anye -- user list`)
  const line = await act(user)
  await record(tx, clock, command.verb, user.id, { userName: user.user_name })
  return [line]
}

async function record(tx: Tx, clock: Clock, verb: string, userId: string, after: unknown): Promise<void> {
  await recordAudit(tx, {
    at: clock.now(),
    actorId: null,
    actorName: '命令行',
    action: `access.command_line.${verb}`,
    outcome: 'ok',
    objectType: 'user',
    objectId: userId,
    after,
  })
}

function roleOf(text: string | undefined): Role {
  const role = ROLE_CODES.find((code) => code === text)
  if (role === undefined) throw new Error(`Say which role with --role: ${ROLE_CODES.join(', ')}`)
  return role
}

function placeSentence(role: Role): string {
  const places = {
    none: 'has no place: leave --scope out',
    prefecture: 'needs --scope 5223',
    unit: 'needs a reporting unit, such as --scope 522301 or --scope 5223-YL',
    township: 'needs the nine digits of a township of today after --scope',
    village: 'needs the twelve digits of a village of today after --scope',
  }
  return `The role ${role} ${places[ROLES[role].scopeLevel]}.`
}
