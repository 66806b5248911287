import { StorageFull } from '@anye/pack/storage/storage-errors'

function namesOf(error: unknown, depth = 3): string[] {
  if (!(error instanceof Error) || depth === 0) return []
  return [error.name, ...namesOf(Reflect.get(error, 'inner'), depth - 1)]
}

/** The quota, however deep the database has wrapped it, as the error that screens know; any other error as it is. */
export async function orStorageFull<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (namesOf(error).indexOf('QuotaExceededError') >= 0) throw new StorageFull('the device has no room', { cause: error })
    throw error
  }
}
