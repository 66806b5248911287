import { createSecretKey, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import type { MacKey } from '../crypto/suite.ts'
import { openDatabase, rows, type DatabaseHandle } from '../db.ts'
import { parseAnchor, readAnchors } from './audit-anchors.ts'
import { linkHash } from './audit-digest.ts'
import type { AuditEntry } from './audit-entry.ts'
import { startAuditSealer } from './audit-sealer.ts'
import { recordAudit } from './record-audit.ts'
import { auditHead, sealAllAudit, sealAudit } from './seal-audit.ts'
import { verifyAudit } from './verify-audit.ts'

const AT = 1_750_000_000_123
const key: MacKey = { hash: 'sha256', key: createSecretKey(randomBytes(32)) }

let database: TestDatabase
let owner: DatabaseHandle
let app: DatabaseHandle

beforeAll(async () => {
  database = await testDatabase()
  owner = openDatabase(database.ownerUrl, 2)
  app = openDatabase(database.appUrl, 8)
})
afterAll(async () => {
  await owner.close()
  await app.close()
  await database.close()
})
beforeEach(() =>
  asOwnerWithoutGuards(sql`truncate platform.audit_entry, platform.audit_pending,
    platform.audit_link restart identity`),
)

describe('the audit as the application', () => {
  it.each([
    ['changes a row', sql`update platform.audit_entry set reason = 'x'`],
    ['removes a row', sql`delete from platform.audit_entry`],
    ['empties the table', sql`truncate platform.audit_entry`],
    ['changes a link', sql`update platform.audit_link set hash = ''`],
    ['removes a link', sql`delete from platform.audit_link`],
    ['writes a link itself', sql`insert into platform.audit_link values (99, 99, '')`],
    ['forgets a waiting row', sql`delete from platform.audit_pending`],
  ])('never %s', async (_, attempt) => {
    await write(2)
    await sealAllAudit(app.db, key)
    await expect(attempt.execute(app.db)).rejects.toThrow(/permission denied/)
  })

  it('cannot link out of place or rows that do not wait', async () => {
    await write(2)
    await expect(
      sql`select platform.append_audit_links(5, array[1]::bigint[], array['\\x00']::bytea[])`.execute(app.db),
    ).rejects.toThrow(/does not end/)
    await expect(
      sql`select platform.append_audit_links(1, array[77]::bigint[],
        array['\\x00']::bytea[])`.execute(app.db),
    ).rejects.toThrow(/waiting/)
  })

  it('stops the owner from a slip, too', async () => {
    await write(1)
    await expect(sql`delete from platform.audit_entry`.execute(owner.db)).rejects.toThrow(/append-only/)
  })
})

describe('verifyAudit', () => {
  it('accepts an empty chain, waiting rows, and a chain sealed in batches', async () => {
    expect(await verifyAudit(app.db, key)).toEqual({
      ok: true,
      entries: 0,
      waiting: 0,
      head: { seq: 0, hash: '' },
    })
    await write(5)
    expect(await verifyAudit(app.db, key)).toMatchObject({ ok: true, entries: 0, waiting: 5 })
    expect([
      await sealAudit(app.db, key, 2),
      await sealAudit(app.db, key, 2),
      await sealAllAudit(app.db, key),
    ]).toEqual([2, 2, 1])
    expect(await verifyAudit(app.db, key)).toEqual({
      ok: true,
      entries: 5,
      waiting: 0,
      head: await auditHead(app.db),
    })
  })

  it('gives back what people can type: NUL, half pairs, numbers, nested keys in any order', async () => {
    await write(1, {
      reason: '核实\0\uD83D后更正',
      before: { b: 1.5, a: { z: [1e21, -0, 0.1], y: '\0' } },
      after: { when: new Date(AT), gone: undefined, list: [] },
    })
    await sealAllAudit(app.db, key)
    expect(await verifyAudit(app.db, key)).toMatchObject({ ok: true, entries: 1 })
  })

  it('accepts rows committed in another order than begun, while several processes seal', async () => {
    const writers = Array.from({ length: 40 }, (_, index) =>
      app.db.transaction().execute(async (tx) => {
        await recordAudit(tx, entry(index))
        await sql`select pg_sleep(${(index % 5) / 100})`.execute(tx)
      }),
    )
    const sealers = [1, 2, 3].map(async () => {
      for (let round = 0; round < 10; round++) await sealAudit(app.db, key, 3)
    })
    await Promise.all([...writers, ...sealers])
    await sealAllAudit(app.db, key)
    expect(await verifyAudit(app.db, key)).toMatchObject({ ok: true, entries: 40, waiting: 0 })
  })

  it.each([
    [
      'a changed field',
      sql`update platform.audit_entry set actor_name = '别人' where id = 3`,
      { kind: 'changed', seq: 3 },
    ],
    [
      'a changed value inside before',
      sql`update platform.audit_entry set before = '{"wage": 1}' where id = 4`,
      { kind: 'changed', seq: 4 },
    ],
    [
      'a time moved by a microsecond',
      sql`update platform.audit_entry set at = at + interval '1 microsecond' where id = 2`,
      { kind: 'changed', seq: 2 },
    ],
    ['a removed row', sql`delete from platform.audit_entry where id = 3`, { kind: 'removed', seq: 3 }],
    [
      'a row removed with its link',
      sql`with gone as (delete from platform.audit_entry where id = 3) delete from platform.audit_link
        where seq = 3`,
      { kind: 'removed', seq: 3 },
    ],
    ['two links exchanged', exchangeLinks(), { kind: 'changed', seq: 2 }],
    [
      'a row put in beside the queue',
      sql`insert into platform.audit_entry (at, action, outcome, content_hash) values (now(), 'x', 'ok', '')`,
      { kind: 'inserted', entryId: 6 },
    ],
  ])('finds %s by the owner of the database', async (_, tamper, fault) => {
    await write(5)
    await sealAllAudit(app.db, key)
    await asOwnerWithoutGuards(...[tamper].flat())
    expect(await verifyAudit(app.db, key)).toMatchObject({ ok: false, fault })
  })

  it('finds a changed row whose own digest was recomputed, because links are keyed', async () => {
    await write(3)
    await sealAllAudit(app.db, key)
    await asOwnerWithoutGuards(sql`update platform.audit_entry a
      set (actor_name, content_hash) = (select b.actor_name, b.content_hash from platform.audit_entry b
      where b.id = 1),
      object_id = (select object_id from platform.audit_entry where id = 1), at = (select at
      from platform.audit_entry where id = 1) where id = 2`)
    expect(await verifyAudit(app.db, key)).toMatchObject({ ok: false, fault: { kind: 'changed', seq: 2 } })
  })

  it('finds a row removed and all later links recomputed under a guessed key', async () => {
    await write(3)
    await sealAllAudit(app.db, key)
    const forged: MacKey = { hash: 'sha256', key: createSecretKey(Buffer.alloc(32)) }
    const [last] = await rows(owner.db, sql<{ content_hash: Buffer }>`select content_hash
      from platform.audit_entry where id = 3`)
    const [first] = await rows(owner.db, sql<{ hash: Buffer }>`select hash from platform.audit_link
      where seq = 1`)
    const hash = linkHash(forged, {
      seq: 2,
      before: first?.hash ?? Buffer.alloc(0),
      entryId: 3,
      content: last?.content_hash ?? Buffer.alloc(0),
    })
    await asOwnerWithoutGuards(
      sql`delete from platform.audit_entry where id = 2`,
      sql`delete from platform.audit_link where seq = 2`,
      sql`update platform.audit_link set seq = 2, hash = ${hash} where seq = 3`,
    )
    expect(await verifyAudit(app.db, key)).toMatchObject({ ok: false, fault: { kind: 'changed', seq: 2 } })
  })
})

describe('anchors', () => {
  it('show a cut tail and a chain emptied as a whole, which the database alone cannot', async () => {
    await write(4)
    await sealAllAudit(app.db, key)
    const { seq, hash } = await auditHead(app.db)
    const printed = parseAnchor(`${seq}:${hash.toUpperCase()}`)
    await asOwnerWithoutGuards(sql`with a as (delete from platform.audit_entry where id = 4) delete
      from platform.audit_link where seq = 4`)
    expect(await verifyAudit(app.db, key)).toMatchObject({ ok: true, entries: 3 })
    expect(await verifyAudit(app.db, key, [printed])).toMatchObject({
      ok: false,
      fault: { kind: 'cut', seq: 4 },
    })
    await write(1)
    await sealAllAudit(app.db, key)
    expect(await verifyAudit(app.db, key, [printed])).toMatchObject({
      ok: false,
      fault: { kind: 'changed', seq: 4 },
    })
  })

  it('are noted by the sealer in the home folder when it stops', async () => {
    const home = await mkdtemp(join(tmpdir(), 'anye-audit-'))
    try {
      const sealer = startAuditSealer({
        db: app.db,
        key,
        home,
        now: () => AT,
        onError: (error) => {
          throw error
        },
        everyMs: 5,
      })
      await write(3)
      await sealer.stop()
      const anchors = await readAnchors(home)
      expect(anchors.at(-1)).toMatchObject(await auditHead(app.db))
      expect(await verifyAudit(app.db, key, anchors)).toMatchObject({ ok: true, entries: 3, waiting: 0 })
    } finally {
      await rm(home, { recursive: true })
    }
  })
})

async function write(count: number, changes: Partial<AuditEntry> = {}): Promise<void> {
  for (let index = 0; index < count; index++) {
    await app.db.transaction().execute((tx) => recordAudit(tx, { ...entry(index), ...changes }))
  }
}

function entry(index: number): AuditEntry {
  return {
    at: AT + index,
    actorId: randomUUID(),
    actorName: '韦某',
    action: 'registry.person.correct',
    outcome: 'ok',
    objectType: 'person',
    objectId: randomUUID(),
    division: '522301001001',
    before: { wage: 3000 + index },
    after: { wage: 3500 },
    reason: '电话核实',
    address: '127.0.0.1',
  }
}

function exchangeLinks() {
  return [
    [-1, 2],
    [2, 3],
    [3, -1],
  ].map(([to, from]) => sql`update platform.audit_link set entry_id = ${to} where entry_id = ${from}`)
}

/** An owner who means it switches the guards off first. */
async function asOwnerWithoutGuards(...acts: RawBuilder<unknown>[]): Promise<void> {
  await owner.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    for (const act of acts) await act.execute(tx)
  })
}
