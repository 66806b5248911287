import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '@anye/kernel/ids'
import { systemRandomBytes } from '@anye/kernel/random'
import { createDemoUsers, findUserByName } from '../../modules/organization/organization.api.ts'
import { inScope } from '../../platform/db.ts'
import { EVERYWHERE } from '../../platform/scope.ts'
import type { Services } from '../../platform/services.ts'

/** Every demo account has it; it is printed, so it protects nothing. */
export const DEMO_PASSWORD = 'Anye-demo-2026!'

/** Opens the demo's accounts and leaves their log-ins in `home` for `npm start` to print. */
export async function openDemoAccounts({ database, clock }: Services, home: string): Promise<number> {
  const logins = await inScope(database.db, EVERYWHERE, (tx) => createDemoUsers(tx, {
    password: DEMO_PASSWORD, now: clock.now(), today: clock.today(), newId: () => newId(clock.now(), systemRandomBytes),
  }))
  await writeFile(join(home, 'demo-logins.json'), `${JSON.stringify(logins, null, 2)}\n`)
  return logins.length
}

/** Id and name of a demo account. */
export async function accountOf({ database }: Services, userName: string): Promise<{ id: string; name: string }> {
  const user = await findUserByName(database.db, userName)
  if (user === undefined) throw new Error(`The demo account ${userName} is missing`)
  return { id: user.id, name: user.name }
}

/** User name of the office of a reporting unit, which sends in the unit's rosters. */
export function officeOf(unit: string): string {
  return `office-${unit.toLowerCase()}`
}
