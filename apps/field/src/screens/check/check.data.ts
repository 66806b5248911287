import type { CheckForm } from '@anye/contract/cards/check'
import { CONTRACT_VERSION } from '@anye/contract/cards/sync/contract-version'
import { newId } from '@anye/kernel/ids'
import { systemRandomBytes } from '@anye/kernel/random'
import type { HouseholdDoc, MemberDoc, PackState } from '@anye/pack/documents'
import type { PackStorage } from '@anye/pack/storage/pack-storage'
import { deviceNow } from '../../app/clock.ts'

const ENDPOINT = 'cards.check.record'
const FAILED_CALL = 'cards.call.record_failed'
const EMPLOYERS_SHOWN = 6

export const nowIso = (): string => new Date(deviceNow()).toISOString()
export const freshId = (): string => newId(deviceNow(), systemRandomBytes)

/** Queues that somebody did not answer the telephone. Resolves when it is on the phone. @throws StorageFull */
export async function queueFailedCall(storage: PackStorage, actorId: string, household: HouseholdDoc, { member, title }: Omit<Checked, 'form'>): Promise<void> {
  if (member.line === null) return
  const [commandId, calledAt] = [freshId(), nowIso()]
  await storage.appendEntry({
    commandId, endpoint: FAILED_CALL, input: { commandId, month: member.line.month, personId: member.id, calledAt }, contractVersion: CONTRACT_VERSION, baseVersion: null,
    deviceTime: calledAt, actorId, householdId: household.id, title,
  })
}

export type Checked = { member: MemberDoc; form: CheckForm; title: string }

/** Queues checks of a household, in order. Resolves when they are on the phone, so that the screen may say so. @throws StorageFull */
export async function queueChecks(storage: PackStorage, actorId: string, household: HouseholdDoc, checks: readonly Checked[]): Promise<void> {
  for (const { member, form, title } of checks) {
    const commandId = freshId()
    await storage.appendEntry({
      commandId, endpoint: ENDPOINT, input: { ...form, commandId }, contractVersion: CONTRACT_VERSION, baseVersion: member.line?.version ?? null,
      deviceTime: nowIso(), actorId, householdId: household.id, title,
    })
  }
}

/** What came with the last pull beside the documents; null before the first. */
export async function readPackState(storage: PackStorage): Promise<PackState | null> {
  // The pull writes what the server sent as PackState.
  return (await storage.readMeta()).state as PackState | null
}

/** Employers that people of the pack work for, the most frequent first: a new job is often at a neighbour's factory. */
export async function readEmployers(storage: PackStorage): Promise<string[]> {
  const ids = (await storage.listHouseholds()).map(({ id }) => id)
  const counts = new Map<string, number>()
  for (const { doc } of await storage.readHouseholds(ids)) {
    for (const { job } of (doc as HouseholdDoc).members) if (job !== null) counts.set(job.employer, (counts.get(job.employer) ?? 0) + 1)
  }
  return Array.from(counts).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, EMPLOYERS_SHOWN).map(([employer]) => employer)
}
