import { sql } from 'kysely'
import { firstRow, rows, type Database, type Tx } from '../../../platform/db.ts'

export type UserRow = {
  id: string
  user_name: string
  name: string
  duty: string | null
  state: 'active' | 'disabled'
  must_change_password: boolean
}

const COLUMNS = sql`id, user_name, name, duty, state, must_change_password`

export async function findUser(tx: Tx | Database, userId: string): Promise<UserRow | undefined> {
  return firstRow(tx, sql<UserRow>`select ${COLUMNS} from organization.user_account where id = ${userId}`)
}

export async function findUserByName(tx: Tx | Database, userName: string): Promise<UserRow | undefined> {
  return firstRow(tx, sql<UserRow>`select ${COLUMNS} from organization.user_account
    where user_name = ${userName}`)
}

/** The account, locked until the transaction ends: changes of one account happen one after another. */
export async function lockUser(tx: Tx, userId: string): Promise<UserRow | undefined> {
  return firstRow(tx, sql<UserRow>`select ${COLUMNS} from organization.user_account where id = ${userId}
    for update`)
}

export type NewUser = Pick<UserRow, 'id' | 'user_name' | 'name' | 'duty'> & {
  mustChange: boolean
  demo: boolean
  createdBy: string | null
  at: Date
}

/** Returns false when the user name is taken. */
export async function insertUser(tx: Tx, user: NewUser): Promise<boolean> {
  const inserted = await rows(tx, sql`
    insert into organization.user_account (id, user_name, name, duty, state, must_change_password, demo,
    created_at, created_by)
    values (${user.id}, ${user.user_name}, ${user.name}, ${user.duty}, 'active', ${user.mustChange},
    ${user.demo}, ${user.at}, ${user.createdBy})
    on conflict (user_name) do nothing returning 1`)
  return inserted.length > 0
}

export async function saveUserState(tx: Tx, userId: string, state: UserRow['state']): Promise<void> {
  await sql`update organization.user_account set state = ${state}, version = version + 1
    where id = ${userId}`.execute(tx)
}

export async function saveMustChange(tx: Tx, userId: string, mustChange: boolean): Promise<void> {
  await sql`update organization.user_account set must_change_password = ${mustChange}, version = version + 1
    where id = ${userId}`.execute(tx)
}
