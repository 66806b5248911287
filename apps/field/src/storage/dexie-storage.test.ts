import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { StorageFull } from '@anye/pack/storage/storage-errors'
import { anEntry, storageContract } from '@anye/pack/storage/testing/storage-contract'
import { importKey, newKeyBytes } from '../vault/boxes.ts'
import type { OpenKeys } from '../vault/vault.ts'
import { countUnreadable } from './dexie-outbox.ts'
import { createDexieStorage } from './dexie-storage.ts'
import { PhoneDatabase } from './phone-database.ts'
import { orStorageFull } from './storage-full.ts'

let count = 0
const newDatabase = () => new PhoneDatabase(`test-${count++}`)

async function newKeys(userId: string, outboxKeyId = 'k1'): Promise<OpenKeys> {
  return { userId, userName: userId, name: userId, outboxKeyId, pack: await importKey(newKeyBytes()), outbox: await importKey(newKeyBytes()) }
}

storageContract('Dexie', async () => createDexieStorage(newDatabase(), await newKeys('u1')))

describe('what lies in the browser’s database', () => {
  it('holds no name and nothing that was typed in the clear', async () => {
    const database = newDatabase()
    const storage = createDexieStorage(database, await newKeys('u1'))
    await storage.apply({ put: [{ id: 'h1', version: 1, doc: { headName: 'Weiamei' } }], index: 'Weiamei h1', meta: { cursor: 'cursor-of-u1' } })
    await storage.appendEntry(anEntry('a', { input: { employer: 'Yiwu-Toys' }, title: 'Weiamei' }))
    await storage.updateEntry('a', { state: 'stored', receipt: { name: 'Weiamei' } })
    await storage.appendEntry(anEntry('b', { title: 'Weiamei' }))
    await storage.settleEntry('a', '2026-11-20T00:00:00Z')
    const tables = await Promise.all([database.households, database.blobs, database.outbox, database.receipts].map((table) => table.toArray()))
    const bytes = tables.flat().map((row) => Object.values(row).map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value))).join(' ')).join('\n')
    expect(tables.map((rows) => rows.length)).toEqual([1, 2, 1, 1])
    expect(bytes).not.toMatch(/Weiamei|Yiwu|cursor-of/)
  })

  it('does not open with the keys of another person, and shows her nothing of the first one’s work', async () => {
    const database = newDatabase()
    const first = createDexieStorage(database, await newKeys('u1'))
    await first.apply({ put: [{ id: 'h1', version: 1, doc: {} }] })
    await first.appendEntry(anEntry('a'))
    const second = createDexieStorage(database, await newKeys('u2'))
    await expect(second.readHousehold('h1')).rejects.toThrow()
    expect(await second.listEntries()).toEqual([])
    await second.appendEntry(anEntry('b', { actorId: 'u2' }))
    expect((await first.listEntries()).map(({ commandId }) => commandId)).toEqual(['a'])
  })

  it('does not open a record that was moved under another id', async () => {
    const database = newDatabase()
    const storage = createDexieStorage(database, await newKeys('u1'))
    await storage.apply({ put: [{ id: 'h1', version: 1, doc: {} }] })
    const row = await database.households.get('h1')
    await database.households.put({ ...row, id: 'h2', version: 1, box: row?.box ?? new Uint8Array() })
    await expect(storage.readHousehold('h2')).rejects.toThrow()
  })

  it('keeps work of a lost key and counts it', async () => {
    const database = newDatabase()
    await createDexieStorage(database, await newKeys('u1', 'old')).appendEntry(anEntry('a'))
    const keys = await newKeys('u1', 'new')
    expect(await createDexieStorage(database, keys).listEntries()).toEqual([])
    expect(await countUnreadable(database, keys)).toBe(1)
  })

  it('is read again by another opening of the same database', async () => {
    const [name, keys] = [`again-${count++}`, await newKeys('u1')]
    const first = new PhoneDatabase(name)
    await createDexieStorage(first, keys).appendEntry(anEntry('a'))
    first.close()
    expect(await createDexieStorage(new PhoneDatabase(name), keys).listEntries()).toMatchObject([anEntry('a')])
  })
})

describe('a full device', () => {
  const wrapped = (inner: Error) => Object.assign(new Error('aborted'), { name: 'AbortError', inner })

  it('is told from every other failure, however deep the database wraps it', async () => {
    const quota = Object.assign(new Error('no room'), { name: 'QuotaExceededError' })
    await expect(orStorageFull(() => Promise.reject(quota))).rejects.toBeInstanceOf(StorageFull)
    await expect(orStorageFull(() => Promise.reject(wrapped(quota)))).rejects.toBeInstanceOf(StorageFull)
    await expect(orStorageFull(() => Promise.reject(wrapped(new Error('other'))))).rejects.toThrow('aborted')
  })
})
