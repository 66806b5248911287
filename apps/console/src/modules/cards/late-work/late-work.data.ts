import type { PushResult } from '@anye/contract/cards/sync/endpoints'
import { readWorkFile, UnreadableWorkFile, WORK_FILE_BYTES } from '@anye/pack/outbox/work-file'
import type { WorkFile } from '@anye/pack/outbox/work-file'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, client, newCommandId } from '../../../app/api.ts'
import type { Answers } from '../../../app/api.ts'
import { nowIso } from '../../../app/clock.ts'
import type { useListState } from '../../../app/use-list-state.ts'

export type LateWork = Answers['cards']['lateWork']['list']['rows'][number]

export const STATES = ['open', 'taken_over', 'discarded'] as const
export type State = (typeof STATES)[number]

/** What a decision makes out of date: the inbox, and everything that the work writes. */
export const TOUCHED_BY_LATE_WORK = [api.cards.key(), api.registry.key(), api.indicators.key()]

export function stateOf({ filter }: Pick<ReturnType<typeof useListState>, 'filter'>): State {
  return STATES.find((state) => state === filter('state')) ?? 'open'
}

export function useLateWork(list: ReturnType<typeof useListState>) {
  return useQuery({
    ...api.cards.lateWork.list.queryOptions({
      input: { place: list.filter('place'), state: stateOf(list), cursor: list.cursor },
    }),
    placeholderData: keepPreviousData,
  })
}

export const takeOver = client.cards.lateWork.takeOver
export const discard = client.cards.lateWork.discard

/** An entry of a file and what became of it; undefined before it was sent. */
export type FileEntry = WorkFile['entries'][number]
export type Outcome = PushResult

/** @throws UnreadableWorkFile */
export async function readFile(file: File): Promise<WorkFile> {
  if (file.size > WORK_FILE_BYTES) throw new UnreadableWorkFile('foreign')
  return readWorkFile(await file.text())
}

const BATCH = 50

/**
 * Sends the work of a file under the name of who is signed in, in batches; what is sent already answers the same when it is sent again.
 * @param onResults called after each batch
 */
export async function sendWork(entries: readonly FileEntry[], onResults: (results: readonly Outcome[]) => void): Promise<void> {
  const device = { id: newCommandId(), now: nowIso() }
  for (let from = 0; from < entries.length; from += BATCH) {
    const batch = entries.slice(from, from + BATCH).map(({ commandId, endpoint, input, contractVersion, deviceTime, householdId, author }) => ({
      commandId, endpoint, input: input as Record<string, unknown>, contractVersion, deviceTime, householdId, author,
    }))
    onResults((await client.cards.sync.push({ device, entries: batch })).results)
  }
}
