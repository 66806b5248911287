import { nextTryIn, type BatchFailure } from './push.rules.ts'
import { pushBatches, recoverOutbox, type PushEnd, type PushParts } from './push-batches.ts'
import { pullPages, type PullEnd } from './pull-pages.ts'

export type SyncParts = PushParts & {
  /** Uniform in [0, 1): spreads the attempts of many phones. */
  random: () => number
}

export type SyncRound = { push: PushEnd; pull: PullEnd | null; isSignedOut: boolean; nextTryMs: number | undefined }

function isHopeless(failure: BatchFailure | null): boolean {
  return failure !== null && (failure.kind === 'unreachable' || failure.code === 'signed_out')
}

/**
 * What a phone does whenever it may have a network: first sends what its person did, then asks what changed. One round at a time; a call
 * while one runs waits for it. Nothing here is lost by an end at any point: the storage tells the next round where to go on.
 */
export function createSync(parts: SyncParts) {
  let running: Promise<SyncRound> | undefined
  const round = async (eager: boolean): Promise<SyncRound> => {
    await recoverOutbox(parts.storage)
    const push = await pushBatches(parts, { eager })
    // Without a network or a log-in there is nothing to ask either; a server that does not take the work still says what is no longer hers.
    const pull = isHopeless(push.failure) ? null : await pullPages(parts.storage, parts.server)
    const ends = [push.failure, pull?.end]
    return {
      push, pull,
      isSignedOut: ends.some((end) => typeof end === 'object' && end !== null && ('code' in end ? end.code : 'refused' in end ? end.refused : '') === 'signed_out'),
      nextTryMs: nextTryIn(await parts.storage.listEntries(), parts.now(), parts.random),
    }
  }
  return {
    /** `eager`: a person asked for it, or signed in: pauses after failures do not count. */
    run: ({ eager = false } = {}): Promise<SyncRound> => {
      running ??= round(eager).finally(() => { running = undefined })
      return running
    },
  }
}
