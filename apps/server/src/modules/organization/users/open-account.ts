import { insertCredentials } from '../../../platform/auth/credentials.store.ts'
import { hashPassword } from '../../../platform/auth/password-hash.ts'
import type { Tx } from '../../../platform/db.ts'
import { insertUser } from './user.store.ts'

export type Account = {
  userName: string
  name: string
  duty: string | null
  /** The password itself, or its hash when many accounts share one (demo). */
  password: string | { hash: string }
  mustChange: boolean
  demo: boolean
  createdBy: string | null
}

/** Opens an account and its log-in together. Returns its id, or undefined when the name is taken. */
export async function openAccount(
  tx: Tx,
  account: Account,
  draw: { newId: () => string; now: number },
): Promise<string | undefined> {
  const { userName, name, duty, mustChange, demo, createdBy } = account
  const userId = draw.newId()
  const at = new Date(draw.now)
  if (
    !(await insertUser(tx, { id: userId, user_name: userName, name, duty, mustChange, demo, createdBy, at }))
  )
    return undefined
  const passwordHash =
    typeof account.password === 'string' ? await hashPassword(account.password) : account.password.hash
  await insertCredentials(tx, { userId, userName, name, passwordHash, accountId: draw.newId(), at })
  return userId
}
