import type { PackedMember } from '../../../platform/http/packed-member.ts'

/** Packed documents as a transaction saw them. `xmin`: the oldest transaction that still ran before; `missing`: ids that have none. */
export type PackedDocuments = { member: PackedMember; missing: readonly string[]; xmin: number }

export type ShareDocuments = ReturnType<typeof shareDocuments>

type Wanted = {
  /** Names reader and households completely: who gives the same key may be told the same. */
  key: string
  /** Milliseconds since 1970 of the request. */
  now: number
  /** True when nothing of it was touched by a transaction from `xmin` on. */
  isUntouched: (xmin: number) => Promise<boolean>
  build: () => Promise<PackedDocuments>
}

type Entry = { building: Promise<PackedDocuments>; at: number; bytes: number }

/** Beside its bytes an entry keeps its key and its ids. */
const BYTES_BESIDE = 400
/** What no log tells of, the name of a township, is as old as this at most. */
const KEPT_MS = 600_000
/** What changes faster than it is made is not waited for again and again. */
const TURNS = 2

/**
 * Documents that are made once for all phones of one scope that ask for the same households. Whoever comes while they are made waits;
 * whoever comes later is given them as long as nothing of them changed, which the asker's own transaction says. In memory alone.
 * @param mostBytes what is kept, the oldest goes first
 */
export function shareDocuments(mostBytes: number) {
  const entries = new Map<string, Entry>()
  let kept = 0

  const drop = (key: string, entry: Entry): void => {
    if (entries.get(key) === entry && entries.delete(key)) kept -= entry.bytes
  }

  const begin = ({ key, now, build }: Wanted): Promise<PackedDocuments> => {
    const before = entries.get(key)
    if (before !== undefined) drop(key, before)
    const entry: Entry = { building: build(), at: now, bytes: 0 }
    entries.set(key, entry)
    void entry.building.then(({ member }) => {
      if (entries.get(key) !== entry) return
      entry.bytes = member.deflated.byteLength + BYTES_BESIDE
      kept += entry.bytes
      for (const [oldKey, old] of entries) {
        if (kept <= mostBytes && now - old.at < KEPT_MS) break
        drop(oldKey, old)
      }
    }, () => { drop(key, entry) })
    return entry.building
  }

  return async (wanted: Wanted): Promise<PackedDocuments> => {
    let stale: Entry | undefined
    for (let turn = 0; turn < TURNS; turn++) {
      const found = entries.get(wanted.key)
      if (found === undefined || found === stale || Math.abs(wanted.now - found.at) >= KEPT_MS) return begin(wanted)
      // Who builds may fail by what is its own: a phone that went away, a deadline.
      const built = await found.building.catch(() => undefined)
      if (built !== undefined && await wanted.isUntouched(built.xmin)) return built
      stale = found
    }
    return wanted.build()
  }
}
