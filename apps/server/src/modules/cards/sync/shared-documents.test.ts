import { beforeEach, describe, expect, it } from 'vitest'
import type { PackedMember } from '../../../platform/http/packed-member.ts'
import { shareDocuments, type PackedDocuments, type ShareDocuments } from './shared-documents.ts'

const NOW = 1_790_000_000_000
const MINUTE = 60_000
let share: ShareDocuments
/** Builds under way, in the order they began. */
let builds: PromiseWithResolvers<PackedDocuments>[]
/** The number of the last transaction that touched something. */
let touchedBy: number

beforeEach(() => {
  share = shareDocuments(10_000)
  builds = []
  touchedBy = 0
})

const documents = (xmin: number, bytes = 100): PackedDocuments => {
  const member: PackedMember = { name: 'put', deflated: Buffer.alloc(bytes), crc: 0, bytes: 0 }
  return { member, missing: [], xmin }
}
const ask = (key = 'a', now = NOW) => share({
  key, now, isUntouched: async (xmin) => touchedBy < xmin,
  build: () => {
    const build = Promise.withResolvers<PackedDocuments>()
    builds.push(build)
    return build.promise
  },
})
const finish = (turn: number, made = documents(10)) => builds[turn]?.resolve(made)
/** Asks and is answered, whether it was made anew or not. */
const get = async (key: string, made = documents(10), now = NOW) => {
  const before = builds.length
  const asked = ask(key, now)
  await new Promise(setImmediate)
  if (builds.length > before) finish(before, made)
  await asked
  return builds.length > before
}

describe('documents that phones share', () => {
  it('are made once for all who come while they are made, and for who comes later', async () => {
    const asked = [ask(), ask(), ask()]
    finish(0)
    expect(new Set(await Promise.all(asked)).size).toBe(1)
    await ask()
    expect(builds).toHaveLength(1)
  })

  it('are made anew once a transaction touched them, once for all who find it out', async () => {
    await get('a')
    touchedBy = 12
    const asked = [ask(), ask(), ask()]
    await new Promise(setImmediate)
    expect(builds).toHaveLength(2)
    finish(1, documents(13))
    expect((await Promise.all(asked)).map(({ xmin }) => xmin)).toEqual([13, 13, 13])
  })

  it('are made by each for itself while they change faster than they are made', async () => {
    await get('a')
    touchedBy = 50
    const asked = [ask(), ask()]
    await new Promise(setImmediate)
    finish(1, documents(20))
    await new Promise(setImmediate)
    expect(builds).toHaveLength(3)
    finish(2, documents(51))
    expect((await Promise.all(asked)).map(({ xmin }) => xmin)).toEqual([20, 51])
  })

  it('are made by the next one when the phone that made them went away', async () => {
    const [gone, other] = [ask(), ask()]
    builds[0]?.reject(new Error('connection closed'))
    await expect(gone).rejects.toThrow('connection closed')
    expect(builds).toHaveLength(2)
    finish(1)
    expect((await other).xmin).toBe(10)
  })

  it('are never those of another key', async () => {
    expect(await get('a')).toBe(true)
    expect(await get('b')).toBe(true)
  })

  it('are forgotten after ten minutes, and the oldest first when they are too many bytes', async () => {
    expect(await get('a')).toBe(true)
    expect(await get('a', documents(10), NOW + 9 * MINUTE)).toBe(false)
    expect(await get('a', documents(10), NOW + 10 * MINUTE)).toBe(true)
    await get('b', documents(10, 4000), NOW + 10 * MINUTE)
    await get('c', documents(10, 6000), NOW + 10 * MINUTE)
    expect(await get('c', documents(10), NOW + 10 * MINUTE)).toBe(false)
    expect(await get('a', documents(10), NOW + 10 * MINUTE)).toBe(true)
  })
})
