import { EMPTY_META, type PackChanges, type PackMeta, type PackStorage, type StoredHousehold } from '@anye/pack/storage/pack-storage'
import { openJson, sealJson } from '../vault/boxes.ts'
import type { OpenKeys } from '../vault/vault.ts'
import { outboxOf } from './dexie-outbox.ts'
import type { BlobRow, HouseholdRow, PhoneDatabase } from './phone-database.ts'
import { orStorageFull } from './storage-full.ts'

/** Sealing is asynchronous and a transaction does not wait for it: seal first, this many at a time, then write at once. */
const SEAL_AT_A_TIME = 200

/** The phone's storage of one person: sealed with her keys, in the browser's database. */
export function createDexieStorage(database: PhoneDatabase, keys: OpenKeys): PackStorage {
  const { pack } = keys
  const openHousehold = async ({ id, version, box }: HouseholdRow): Promise<StoredHousehold> => ({ id, version, doc: await openJson(pack, `household:${id}`, box) })
  const readMeta = async (): Promise<PackMeta> => {
    const row = await database.blobs.get('meta')
    return row ? openJson<PackMeta>(pack, 'meta', row.box) : EMPTY_META
  }
  return {
    ...outboxOf(database, keys),
    readHousehold: async (id) => {
      const row = await database.households.get(id)
      return row && openHousehold(row)
    },
    readHouseholds: async (ids) => {
      const rows = await database.households.bulkGet([...ids])
      return Promise.all(rows.filter((row) => row !== undefined).map(openHousehold))
    },
    listHouseholds: async () => (await database.households.orderBy('id').toArray()).map(({ id, version }) => ({ id, version })),
    readIndex: async () => {
      const row = await database.blobs.get('index')
      return row && openJson<string>(pack, 'index', row.box)
    },
    readMeta,
    apply: async (changes) => {
      const meta = changes.meta && { ...(await readMeta()), ...changes.meta }
      await applyTo(database, pack, { ...changes, ...(meta ? { meta } : {}) })
    },
    wipePack: () => wipePack(database),
    measure: async () => {
      let bytes = 0
      await database.households.each(({ box }) => { bytes += box.byteLength })
      await database.blobs.each(({ box }) => { bytes += box.byteLength })
      return { households: await database.households.count(), bytes }
    },
  }
}

/** Forgets the pack, also of a phone that nobody has opened. */
export async function wipePack(database: PhoneDatabase): Promise<void> {
  await database.transaction('rw', database.households, database.blobs, async () => {
    await database.households.clear()
    await database.blobs.clear()
  })
}

async function applyTo(database: PhoneDatabase, pack: CryptoKey, { put = [], remove = [], index, meta }: PackChanges): Promise<void> {
  const rows: HouseholdRow[] = []
  for (let from = 0; from < put.length; from += SEAL_AT_A_TIME) {
    const sealed = put.slice(from, from + SEAL_AT_A_TIME).map(async ({ id, version, doc }) => ({ id, version, box: await sealJson(pack, `household:${id}`, doc) }))
    rows.push(...(await Promise.all(sealed)))
  }
  const blobs: BlobRow[] = []
  if (index !== undefined) blobs.push({ id: 'index', box: await sealJson(pack, 'index', index) })
  if (meta !== undefined) blobs.push({ id: 'meta', box: await sealJson(pack, 'meta', meta) })
  await orStorageFull(() => database.transaction('rw', database.households, database.blobs, async () => {
    if (remove.length > 0) await database.households.bulkDelete([...remove])
    if (rows.length > 0) await database.households.bulkPut(rows)
    if (blobs.length > 0) await database.blobs.bulkPut(blobs)
  }))
}
