import { createSecretKey, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { must } from '@anye/kernel/assert'
import { rows, type Database } from '../db.ts'
import { unwrapKey, wrapKey, type KeyPurpose } from './key-wrap.ts'
import type { MacKey, Suite, SuiteKey, SuiteName } from './suite.ts'
import { SUITES } from './suites.ts'

const MAC_KEY_BYTES = 32

export type RingKey = { id: number; suite: Suite; key: SuiteKey }

/** The unwrapped keys of this process, held in memory only. */
export type KeyRing = {
  /** The data key that seals now. */
  active: () => RingKey
  /** The data key of an envelope; throws when it is unknown or retired. */
  get: (id: number) => RingKey
  lookupKey: () => MacKey
  /** Key of the audit chain; stays for the life of the database. */
  auditKey: () => MacKey
  /** Reads the keys again: another process may have started or finished a rotation. */
  refresh: () => Promise<void>
}

export type KeyRow = {
  id: number
  suite: SuiteName
  purpose: KeyPurpose
  wrapped_key: Buffer
  state: 'active' | 'decrypt' | 'retired'
}

/**
 * Loads the keys, creating the first of each purpose in an empty database.
 * @param options.kek key-encryption key, 32 bytes from the configuration
 * @param options.suite suite of keys that are created now
 */
export async function loadKeyRing(
  db: Database,
  options: { kek: Buffer; suite: SuiteName },
): Promise<KeyRing> {
  if (options.kek.length < 32) throw new Error('The key-encryption key needs 32 bytes')
  await createMissingKeys(db, options)
  let keys = await readKeys(db, options.kek)
  return {
    active: () => keys.active,
    get: (id) => must(keys.data.get(id), `No usable key ${id} for a sealed value`),
    lookupKey: () => keys.lookup,
    auditKey: () => keys.audit,
    refresh: async () => {
      keys = await readKeys(db, options.kek)
    },
  }
}

/** Refreshes the ring every `everyMs` milliseconds until the returned function is called. */
export function keepFresh(ring: KeyRing, everyMs: number, onError: (error: unknown) => void): () => void {
  const timer = setInterval(() => {
    ring.refresh().catch(onError)
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}

/**
 * Stores a new data key that seals nothing yet, so that every process learns it before it is used. Returns
 * its id.
 */
export async function addDataKey(db: Database, kek: Buffer, suite: SuiteName): Promise<number> {
  const wrapped = wrapKey(kek, suite, 'field', randomBytes(SUITES[suite].keyBytes))
  const [row] = await rows(db, sql<{ id: number }>`
    insert into platform.crypto_key (suite, purpose, wrapped_key, state)
    values (${suite}, 'field', ${wrapped}, 'decrypt') returning id`)
  return must(row, 'insert returning gives a row').id
}

/** Makes a stored data key the one that seals; the one before it keeps opening. */
export async function activateDataKey(db: Database, id: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`update platform.crypto_key set state = 'decrypt' where purpose = 'field' and state = 'active'
      and id <> ${id}`.execute(tx)
    await sql`update platform.crypto_key set state = 'active' where purpose = 'field'
      and id = ${id}`.execute(tx)
  })
}

/**
 * Wraps every stored key anew when the key-encryption key itself changes; data and hashes stay as they are.
 */
export async function rewrapKeys(db: Database, kek: Buffer, newKek: Buffer): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const stored = await rows(tx, sql<KeyRow>`select id, suite, purpose, wrapped_key, state
      from platform.crypto_key for update`)
    for (const row of stored) {
      const wrapped = wrapKey(newKek, row.suite, row.purpose, unwrapKey(kek, row.purpose, row.wrapped_key))
      await sql`update platform.crypto_key set wrapped_key = ${wrapped} where id = ${row.id}`.execute(tx)
    }
    return stored.length
  })
}

async function createMissingKeys(
  db: Database,
  { kek, suite }: { kek: Buffer; suite: SuiteName },
): Promise<void> {
  const present = await rows(db, sql<{ purpose: KeyPurpose }>`select purpose from platform.crypto_key
    where state = 'active'`)
  for (const purpose of ['field', 'lookup', 'audit'] as const) {
    if (present.some((row) => row.purpose === purpose)) continue
    const wrapped = wrapKey(
      kek,
      suite,
      purpose,
      randomBytes(purpose === 'field' ? SUITES[suite].keyBytes : MAC_KEY_BYTES),
    )
    // Two processes may start at once: the partial unique index keeps one key and both read that one.
    await sql`insert into platform.crypto_key (suite, purpose, wrapped_key, state)
      values (${suite}, ${purpose}, ${wrapped}, 'active') on conflict do nothing`.execute(db)
  }
}

async function readKeys(db: Database, kek: Buffer) {
  const stored = await rows(db, sql<KeyRow>`
    select id, suite, purpose, wrapped_key, state from platform.crypto_key where state <> 'retired'
    order by id`)
  const data = new Map<number, RingKey>()
  for (const row of stored.filter((each) => each.purpose === 'field')) {
    const suite = SUITES[row.suite]
    data.set(row.id, { id: row.id, suite, key: suite.prepare(unwrapKey(kek, 'field', row.wrapped_key)) })
  }
  const activeOf = (purpose: KeyPurpose) =>
    must(
      stored.find((row) => row.purpose === purpose && row.state === 'active'),
      `No active ${purpose} key in platform.crypto_key`,
    )
  const macOf = (purpose: 'lookup' | 'audit'): MacKey => {
    const row = activeOf(purpose)
    return { hash: SUITES[row.suite].hash, key: createSecretKey(unwrapKey(kek, purpose, row.wrapped_key)) }
  }
  const active = must(data.get(activeOf('field').id), 'the active key was just read')
  return { data, active, lookup: macOf('lookup'), audit: macOf('audit') }
}
