import { sql } from 'kysely'
import { must } from '@anye/kernel/assert'
import { firstRow, rows, type Database, type Tx } from '../db.ts'
import { ENCRYPTED_TABLES, type EncryptedField, type EncryptedTable } from './encrypted-columns.ts'
import { readHeader } from './envelope.ts'
import { createFieldCipher, type FieldCipher } from './field-cipher.ts'
import { activateDataKey, addDataKey, loadKeyRing } from './key-ring.ts'
import type { SuiteName } from './suite.ts'

export type RotationProgress = { done: number; total: number }

export type RotationOptions = {
  /** The owner's connection: the job must see every row, whatever the scope. */
  db: Database
  kek: Buffer
  /** Suite of the new key; rotation is also how a deployment moves from AES to SM4 or back. */
  suite: SuiteName
  taskId: string
  ownerId: string
  now: () => number
  batch?: number
  /** Waits until every process has read its keys again (twice the refresh period of `keepFresh`). */
  settle: () => Promise<void>
  onProgress?: (progress: RotationProgress) => void | Promise<void>
  signal?: AbortSignal
}

/** Where a rotation stands, kept in the task row: which new key, which table, after which id. */
type Cursor = { keyId: number; table: number; after: string }

const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/**
 * Seals every encrypted column under a new data key, in batches, one short transaction each. Killed at any
 * point it goes on from the last committed batch when called again with the same task. Keyed look-up hashes
 * do not change. The keys before it are retired once no envelope names them.
 */
export async function rotateKeys(options: RotationOptions): Promise<RotationProgress> {
  const { db, kek, suite, settle, signal } = options
  let cursor = await startOrResume(options)
  // Known to all first, then in use, then all others left behind: no process meets a key it cannot open.
  await settle()
  await activateDataKey(db, cursor.keyId)
  await settle()
  const cipher = createFieldCipher(await loadKeyRing(db, { kek, suite }))
  let table = ENCRYPTED_TABLES[cursor.table]
  while (table !== undefined) {
    signal?.throwIfAborted()
    cursor = await rotateBatch(options, cipher, table, cursor)
    table = ENCRYPTED_TABLES[cursor.table]
  }
  await retireOthers(db, cursor.keyId)
  return finish(options)
}

async function startOrResume({ db, kek, suite, taskId, ownerId, now }: RotationOptions): Promise<Cursor> {
  const task = await firstRow(db, sql<{ detail: Cursor }>`select detail from platform.task
    where id = ${taskId}`)
  if (task !== undefined) {
    await sql`update platform.task set state = 'running' where id = ${taskId}`.execute(db)
    return task.detail
  }
  const cursor: Cursor = { keyId: await addDataKey(db, kek, suite), table: 0, after: FIRST_ID }
  const total = await countRows(db)
  const at = new Date(now())
  await sql`insert into platform.task (id, kind, title, state, done, total, detail, owner_id, created_at,
    updated_at)
    values (${taskId}, 'key_rotation', '更换字段加密密钥', 'running', 0, ${total}, ${JSON.stringify(cursor)}::jsonb,
    ${ownerId}, ${at}, ${at})`.execute(db)
  return cursor
}

async function rotateBatch(
  options: RotationOptions,
  cipher: FieldCipher,
  table: EncryptedTable,
  cursor: Cursor,
): Promise<Cursor> {
  const { db, taskId, now, onProgress, batch = 2000 } = options
  return db.transaction().execute(async (tx) => {
    const columns = table.fields.map((field) => sql.ref(`${field}_sealed`))
    const found = await rows(tx, sql<{ id: string } & Record<string, Buffer | string | null>>`
      select id, ${sql.join(columns)} from ${sql.table(table.table)}
      where id > ${cursor.after}::uuid order by id limit ${batch} for update`)
    await resealRows(tx, cipher, table, found, cursor.keyId)
    const last = found.at(-1)
    const next =
      last === undefined
        ? { ...cursor, table: cursor.table + 1, after: FIRST_ID }
        : { ...cursor, after: last.id }
    const progress = must(
      await firstRow(tx, sql<RotationProgress>`
      update platform.task set done = done + ${found.length}, detail = ${JSON.stringify(next)}::jsonb,
      updated_at = ${new Date(now())}
      where id = ${taskId} returning done, total`),
      'the task row exists while the job runs',
    )
    await onProgress?.(progress)
    return next
  })
}

async function resealRows(
  tx: Tx,
  cipher: FieldCipher,
  table: EncryptedTable,
  found: ({ id: string } & Record<string, Buffer | string | null>)[],
  keyId: number,
): Promise<void> {
  const stale = found.filter((row) => table.fields.some((field) => isStale(row[`${field}_sealed`], keyId)))
  if (stale.length === 0) return
  const sealedBy = (field: string) =>
    stale.map((row) => {
      const sealed = row[`${field}_sealed`]
      if (!Buffer.isBuffer(sealed)) return null
      // The table of columns and the type of fields come from one constant, so the pair is a field.
      const label = `${table.table}.${field}` as EncryptedField
      return isStale(sealed, keyId) ? cipher.seal(label, cipher.open(label, sealed)) : sealed
    })
  const arrays = table.fields.map((field) => sql`${sealedBy(field)}::bytea[]`)
  const names = table.fields.map((field) => sql.ref(`${field}_sealed`))
  const sets = table.fields.map(
    (field) => sql`${sql.ref(`${field}_sealed`)} = u.${sql.ref(`${field}_sealed`)}`,
  )
  await sql`update ${sql.table(table.table)} t set ${sql.join(sets)}
    from unnest(${stale.map((row) => row.id)}::uuid[], ${sql.join(arrays)}) as u(id, ${sql.join(names)})
    where t.id = u.id`.execute(tx)
}

function isStale(sealed: Buffer | string | null | undefined, keyId: number): sealed is Buffer {
  return Buffer.isBuffer(sealed) && readHeader(sealed).keyId !== keyId
}

async function countRows(db: Database): Promise<number> {
  let total = 0
  for (const { table } of ENCRYPTED_TABLES) {
    total += (await firstRow(db, sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`))?.n ?? 0
  }
  return total
}

/**
 * Retires every other data key; a value that still names one (a writer that missed the settling) keeps its
 * key.
 */
async function retireOthers(db: Database, keyId: number): Promise<void> {
  const used = new Set<number>([keyId])
  for (const { table, fields } of ENCRYPTED_TABLES) {
    for (const field of fields) {
      const column = sql.ref(`${field}_sealed`)
      // Bytes 2 to 5 of the envelope, see envelope.ts; substring counts from one.
      const found = await rows(db, sql<{ key: Buffer }>`select distinct substring(${column}
        from 3 for 4) as key from ${sql.table(table)} where ${column} is not null`)
      for (const { key } of found) used.add(key.readUInt32BE(0))
    }
  }
  await sql`update platform.crypto_key set state = 'retired'
    where purpose = 'field' and state = 'decrypt' and id <> all (${[...used]}::int[])`.execute(db)
}

async function finish({ db, taskId, now }: RotationOptions): Promise<RotationProgress> {
  return must(
    await firstRow(db, sql<RotationProgress>`
    update platform.task set state = 'done', done = total, updated_at = ${new Date(now())}
    where id = ${taskId} returning done, total`),
    'the task row exists while the job runs',
  )
}
