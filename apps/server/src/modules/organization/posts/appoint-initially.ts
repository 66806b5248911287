import type { PostKind } from '@anye/contract/organization/posts/body'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Database, Tx } from '../../../platform/db.ts'
import { insertInitialHolders } from './holder.store.ts'

/** A holder to start with: `place` is a unit's code or a division (`5223` for the prefecture). */
export type InitialHolder = {
  place: string
  kind: PostKind
  name: string
  duty?: string
  userId?: string
  phoneSealed?: Buffer
  from: CalendarDate
}

/**
 * Fills vacant posts in one statement when an organisation is set up (first installation, demo). A post that was
 * ever held is left alone, so that it can run again.
 * @returns how many posts were filled
 */
export async function appointInitially(
  tx: Tx | Database, holders: readonly InitialHolder[], newId: () => string,
): Promise<number> {
  return insertInitialHolders(tx, holders.map(({ phoneSealed, ...holder }) => ({
    ...holder, id: newId(), phone: phoneSealed?.toString('hex') ?? null,
  })))
}
