import type { HouseholdDoc } from '../documents.ts'
import type { PackChanges, PackStorage } from '../storage/pack-storage.ts'
import { indexRowOf, readIndexRows, writeIndexRows, type IndexRow } from '../today/index-row.ts'
import { ServerRefusal, type PullPage, type SyncServer } from './sync-server.ts'

/** How a pull ended: `done` with nothing left to ask, or why it stopped; what was pulled until then stays and the next goes on there. */
export type PullEnd = { end: 'done' | 'unreachable' | 'wiped' | { refused: string }; pages: number; put: number; removed: number }

/**
 * Pulls page by page until the server has nothing more. Every page is written with its cursor and the index in one step, so that a
 * phone that dies in between goes on after the last page it has.
 */
export async function pullPages(storage: PackStorage, server: SyncServer): Promise<PullEnd> {
  const done = { pages: 0, put: 0, removed: 0 }
  const index = new Map(readIndexRows(await storage.readIndex()).map((row) => [row.id, row]))
  let { cursor } = await storage.readMeta()
  for (;;) {
    const page = await askPage(server, cursor)
    if (typeof page === 'string' || 'refused' in page) return { ...done, end: await afterRefusal(storage, page) }
    const changes = changesOf(page, page.range === null ? [] : await storage.listHouseholds(), index)
    await storage.apply(changes)
    done.pages += 1
    done.put += page.put.length
    done.removed += changes.remove?.length ?? 0
    if (!page.more) return { ...done, end: 'done' }
    cursor = page.cursor
  }
}

async function askPage(server: SyncServer, cursor: string | null): Promise<PullPage | 'unreachable' | { refused: string }> {
  try {
    return await server.pull(cursor)
  } catch (error) {
    return error instanceof ServerRefusal ? { refused: error.code } : 'unreachable'
  }
}

async function afterRefusal(storage: PackStorage, answer: 'unreachable' | { refused: string }): Promise<PullEnd['end']> {
  if (answer === 'unreachable') return answer
  // Who may not check any more holds nothing any more. Her unsent work stays and goes to her successor.
  if (answer.refused === 'forbidden') {
    await storage.wipePack()
    return 'wiped'
  }
  if (answer.refused === 'request_invalid') await storage.apply({ meta: { cursor: null } })
  return answer
}

/** What a page changes in the storage; `index` follows along. */
export function changesOf(page: PullPage, held: readonly { id: string }[], index: Map<string, IndexRow>): PackChanges {
  const put = page.put.map((doc: HouseholdDoc) => ({ id: doc.id, version: doc.version, doc }))
  const remove = [...page.remove, ...outOfScope(page, held)]
  for (const id of remove) index.delete(id)
  for (const doc of page.put) index.set(doc.id, indexRowOf(doc))
  const meta = { cursor: page.cursor, state: page.state, ...(page.more ? {} : { syncedAt: page.serverNow }) }
  return { put, remove, meta, ...(put.length + remove.length > 0 ? { index: writeIndexRows(Array.from(index.values())) } : {}) }
}

/** Ids held in the range that the page tells completely, and not told. */
function outOfScope({ range, put }: PullPage, held: readonly { id: string }[]): string[] {
  if (range === null) return []
  const { after, to } = range
  const told = new Set([...range.keep, ...put.map(({ id }) => id)])
  return held.map(({ id }) => id).filter((id) => (after === null || id > after) && (to === null || id <= to) && !told.has(id))
}
