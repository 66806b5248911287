import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { firstRow, openDatabase, rows, type DatabaseHandle } from '../db.ts'
import { ENCRYPTED_TABLES } from './encrypted-columns.ts'
import { readHeader } from './envelope.ts'
import { createFieldCipher, type FieldCipher } from './field-cipher.ts'
import { loadKeyRing, rewrapKeys, type KeyRing } from './key-ring.ts'
import { rotateKeys, type RotationOptions } from './rotate-keys.ts'

const PEOPLE = 25
const kek = randomBytes(32)

let database: TestDatabase
let owner: DatabaseHandle
let app: DatabaseHandle
let ring: KeyRing
let cipher: FieldCipher

beforeAll(async () => {
  database = await testDatabase()
  owner = openDatabase(database.ownerUrl, 4)
  app = openDatabase(database.appUrl, 4)
})
afterAll(async () => {
  await owner.close()
  await app.close()
  await database.close()
})
beforeEach(async () => {
  await sql`truncate registry.person, registry.household, platform.crypto_key,
    platform.task cascade`.execute(owner.db)
  ring = await loadKeyRing(app.db, { kek, suite: 'aes' })
  cipher = createFieldCipher(ring)
  await seedPeople()
})

describe('keys', () => {
  it('are created once, even by processes that start together', async () => {
    await sql`truncate platform.crypto_key`.execute(owner.db)
    const rings = await Promise.all([1, 2, 3, 4].map(() => loadKeyRing(app.db, { kek, suite: 'aes' })))
    const sealed = createFieldCipher(rings[0] ?? ring).seal('registry.person.phone', '15400000001')
    for (const each of rings)
      expect(createFieldCipher(each).open('registry.person.phone', sealed)).toBe('15400000001')
    expect(await rows(app.db, sql`select purpose from platform.crypto_key order by purpose`)).toEqual([
      { purpose: 'audit' },
      { purpose: 'field' },
      { purpose: 'lookup' },
    ])
  })

  it('do not open with another key-encryption key', async () => {
    await expect(loadKeyRing(app.db, { kek: randomBytes(32), suite: 'aes' })).rejects.toThrow(
      /key-encryption key/,
    )
  })

  it('move to a new key-encryption key without touching data or look-up hashes', async () => {
    const newKek = randomBytes(32)
    const before = cipher.lookup('phone', '15400000001')
    expect(await rewrapKeys(owner.db, kek, newKek)).toBe(3)
    const again = createFieldCipher(await loadKeyRing(app.db, { kek: newKek, suite: 'aes' }))
    expect(await openedPhones(again)).toEqual(expectedPhones())
    expect(again.lookup('phone', '15400000001')).toEqual(before)
  })

  it('give look-up hashes that differ by field and by value', () => {
    expect(cipher.lookup('phone', '15400000001')).toHaveLength(16)
    expect(cipher.lookup('phone', '15400000001')).not.toEqual(cipher.lookup('id_no', '15400000001'))
    expect(cipher.lookup('phone', '15400000001')).not.toEqual(cipher.lookup('phone', '15400000002'))
  })
})

describe('ENCRYPTED_TABLES', () => {
  it('names every sealed column of the database', async () => {
    const found = await rows(owner.db, sql<{ name: string }>`
      select table_schema || '.' || table_name || '.' || column_name as name
      from information_schema.columns join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE' and column_name like '%\_sealed' order by 1`)
    const named = ENCRYPTED_TABLES.flatMap(({ table, fields }) =>
      fields.map((field) => `${table}.${field}_sealed`),
    )
    expect(found.map(({ name }) => name)).toEqual(named.toSorted())
  })
})

describe('rotateKeys', () => {
  it('seals every value under the new key and suite, keeps look-up hashes, retires the old key', async () => {
    const hash = cipher.lookup('id_no', '522399199003071232')
    expect(await rotateKeys(rotation({ suite: 'sm' }))).toEqual({ done: PEOPLE + 1, total: PEOPLE + 1 })
    await ring.refresh()
    expect(await sealedKeys()).toEqual([{ suite: 'sm', keyId: ring.active().id }])
    expect(await openedPhones(cipher)).toEqual(expectedPhones())
    expect(cipher.lookup('id_no', '522399199003071232')).toEqual(hash)
    expect(
      await rows(owner.db, sql`select suite, state from platform.crypto_key where purpose = 'field'
        order by id`),
    ).toEqual([
      { suite: 'aes', state: 'retired' },
      { suite: 'sm', state: 'active' },
    ])
  })

  it('goes on from the last committed batch after it was cut off, under the same new key', async () => {
    const stop = new AbortController()
    const cut = rotation({
      signal: stop.signal,
      onProgress: ({ done }) => {
        if (done >= 11) stop.abort()
      },
    })
    await expect(rotateKeys(cut)).rejects.toThrow(/abort/)
    const halfway = await firstRow(owner.db, sql<{ state: string; done: number }>`select state, done
      from platform.task where id = ${cut.taskId}`)
    expect(halfway).toEqual({ state: 'running', done: 11 })
    await ring.refresh()
    expect(await sealedKeys()).toHaveLength(2)
    expect(await openedPhones(cipher)).toEqual(expectedPhones())

    const done: number[] = []
    await rotateKeys({
      ...cut,
      signal: undefined,
      onProgress: (progress) => {
        done.push(progress.done)
      },
    })
    expect(done[0]).toBe(16)
    await ring.refresh()
    expect(await sealedKeys()).toHaveLength(1)
    expect(await openedPhones(cipher)).toEqual(expectedPhones())
    expect(await rows(owner.db, sql`select 1 from platform.crypto_key where purpose = 'field'`)).toHaveLength(
      2,
    )
  })

  it('keeps the key of a value that a process with old keys sealed behind its back', async () => {
    // Households come first in the table of columns; persons are under way when this value is written.
    const onProgress = async ({ done }: { done: number }) => {
      if (done < 2) return
      await sql`update registry.household
        set phone_sealed = ${cipher.seal('registry.household.phone', '15499999999')}`.execute(owner.db)
    }
    await rotateKeys(rotation({ onProgress }))
    await ring.refresh()
    const row = await firstRow(owner.db, sql<{ sealed: Buffer }>`select phone_sealed as sealed
      from registry.household`)
    expect(cipher.open('registry.household.phone', row?.sealed ?? Buffer.alloc(0))).toBe('15499999999')
    expect(
      await rows(owner.db, sql`select state from platform.crypto_key where purpose = 'field' order by id`),
    ).toEqual([{ state: 'decrypt' }, { state: 'active' }])
  })
})

function rotation(changes: Partial<RotationOptions> = {}): RotationOptions {
  return {
    db: owner.db,
    kek,
    suite: 'aes',
    taskId: randomUUID(),
    ownerId: randomUUID(),
    now: () => 1_750_000_000_000,
    batch: 5,
    settle: () => Promise.resolve(),
    ...changes,
  }
}

async function seedPeople(): Promise<void> {
  const household = randomUUID()
  await sql`insert into registry.household (id, division, type, phone_sealed)
    values (${household}, '522301001001', '01',
    ${cipher.seal('registry.household.phone', '15400000000')})`.execute(owner.db)
  for (let index = 0; index < PEOPLE; index++) {
    const phone = index % 5 === 0 ? null : cipher.seal('registry.person.phone', phoneOf(index))
    await sql`insert into registry.person (id, household_id, division, seq, name, name_pinyin, name_initials,
      sex, relation, id_no_sealed, phone_sealed)
      values (${randomUUID()}, ${household}, '522301001001', ${index}, '韦某', 'wei mou', 'wm', '1', '02',
        ${cipher.seal('registry.person.id_no', '522399199003071232')}, ${phone})`.execute(owner.db)
  }
}

function phoneOf(index: number): string {
  return `154${String(index).padStart(8, '0')}`
}

function expectedPhones(): (string | null)[] {
  return Array.from({ length: PEOPLE }, (_, index) => (index % 5 === 0 ? null : phoneOf(index)))
}

async function openedPhones(by: FieldCipher): Promise<(string | null)[]> {
  const found = await rows(owner.db, sql<{ id_no: Buffer; phone: Buffer | null }>`
    select id_no_sealed as id_no, phone_sealed as phone from registry.person order by seq`)
  for (const { id_no: idNo } of found)
    expect(by.open('registry.person.id_no', idNo)).toBe('522399199003071232')
  return found.map(({ phone }) => (phone === null ? null : by.open('registry.person.phone', phone)))
}

async function sealedKeys(): Promise<{ suite: string; keyId: number }[]> {
  const found = await rows(owner.db, sql<{ sealed: Buffer }>`
    select id_no_sealed as sealed from registry.person union all select phone_sealed from registry.person
    where phone_sealed is not null`)
  const seen = new Map(
    found.map(({ sealed }) => {
      const { suite, keyId } = readHeader(sealed)
      return [keyId, { suite: suite.name, keyId }]
    }),
  )
  return [...seen.values()]
}
