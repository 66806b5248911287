import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { APP_PASSWORD, emptyDatabase, testDatabase, type TestDatabase } from '../../../test/database.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

const NOW = Date.UTC(2026, 2, 1, 14)
const log = (): void => undefined

async function open(how: () => Promise<TestDatabase>): Promise<{ url: string; query: (sql: string) => Promise<unknown[]> }> {
  const database = await how()
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  onTestFinished(async () => {
    await client.end()
    await database.close()
  })
  return { url: database.ownerUrl, query: async (sql) => (await client.query(sql)).rows }
}

function newHome(hasSecrets = true): { home: string; secretsFile: string } {
  const home = mkdtempSync(join(tmpdir(), 'anye-backup-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const secretsFile = join(home, 'secrets.json')
  const draw = () => randomBytes(32).toString('hex')
  if (hasSecrets) writeFileSync(secretsFile, JSON.stringify({ appPassword: APP_PASSWORD, keyEncryptionKey: draw(), authSecret: draw() }))
  return { home, secretsFile }
}

const AWKWARD = `{"text": "tab\\t newline\\n backslash \\\\\\\\ 岑𠀀 \\\\N"}`

/** A database with awkward values in it, backed up. */
async function backedUp(options: { withSecrets?: boolean } = {}) {
  const from = await open(testDatabase)
  const here = newHome()
  await from.query(`insert into platform.setting (key, valid_from, value, document) values ('report.cut_off', '2026-03-01', '${AWKWARD}', null)`)
  await from.query(`insert into platform.event (type, payload) values ('A', '{}'), ('B', '{}'), ('C', '{}')`)
  // Foreign keys that are checked at the end of a transaction only.
  await from.query(`insert into indicators.day (day, state, closed_at) values ('2026-03-01', 'closed', now())`)
  await from.query(`insert into indicators.ledger values ('2026-03-01', '522301001001', 'labour', 1, 2, 0, 3)`)
  mkdirSync(join(here.home, 'files', 'ab'), { recursive: true })
  writeFileSync(join(here.home, 'files', 'ab', 'roster'), 'bytes')
  const target = join(here.home, 'copy')
  const manifest = await writeBackup({ ownerUrl: from.url, ...here, target, withSecrets: options.withSecrets ?? false, now: NOW, log })
  return { from, here, target, manifest }
}

describe('back-up and restore', () => {
  it('bring back every row, the next number of every sequence and every file', async () => {
    const { from, target, manifest } = await backedUp({ withSecrets: true })
    const to = await open(emptyDatabase)
    const there = newHome(false)
    await restoreBackup({ ownerUrl: to.url, ...there, source: target, withSecrets: true, log })
    for (const { table } of manifest.tables) {
      const digest = `select count(*)::int as n, md5(string_agg(t::text, '|' order by t::text)) as digest from ${table} t`
      expect(await to.query(digest), table).toEqual(await from.query(digest))
    }
    expect(manifest.tables.find(({ table }) => table === 'platform.event')?.rows).toBe(3)
    const [next] = await to.query(`insert into platform.event (type, payload) values ('D', '{}') returning id::int`)
    expect(next).toEqual({ id: 4 })
    expect(readFileSync(join(there.home, 'files', 'ab', 'roster'), 'utf8')).toBe('bytes')
    expect(readFileSync(there.secretsFile, 'utf8')).toBe(readFileSync(join(target, 'secrets.json'), 'utf8'))
  })

  it('leave the secrets out unless asked, and write nothing when those here do not fit', async () => {
    const { target, manifest } = await backedUp()
    expect(manifest.secrets.included).toBe(false)
    expect(() => readFileSync(join(target, 'secrets.json'))).toThrow('ENOENT')
    const to = await open(emptyDatabase)
    await expect(restoreBackup({ ownerUrl: to.url, ...newHome(), source: target, withSecrets: false, log }))
      .rejects.toThrow('does not hold the secrets of the back-up')
    expect(await to.query(`select to_regclass('platform.setting') as table`)).toEqual([{ table: null }])
  })

  it('refuse a changed file, a back-up that was cut off, a database that is not empty and a folder that is there', async () => {
    const { from, here, target } = await backedUp()
    const to = await open(emptyDatabase)
    const restore = (url: string) => restoreBackup({ ownerUrl: url, ...here, source: target, withSecrets: false, log })
    await expect(restore(from.url)).rejects.toThrow('is not empty')
    await expect(writeBackup({ ownerUrl: from.url, ...here, target, withSecrets: false, now: NOW, log })).rejects.toThrow('exists already')
    appendFileSync(join(target, 'tables', 'platform.setting.copy.gz'), 'x')
    await expect(restore(to.url)).rejects.toThrow('was changed since the back-up')
    rmSync(join(target, 'manifest.json'))
    await expect(restore(to.url)).rejects.toThrow('no finished back-up')
    expect(await to.query(`select to_regclass('platform.setting') as table`)).toEqual([{ table: null }])
  })

  it('show one moment: rows written while the tables are copied stay out', async () => {
    const from = await open(testDatabase)
    const here = newHome()
    let written = false
    const writeMeanwhile = (): void => {
      if (written) return
      written = true
      void from.query(`insert into platform.event (type, payload) values ('Late', '{}')`)
    }
    const target = join(here.home, 'copy')
    const manifest = await writeBackup({ ownerUrl: from.url, ...here, target, withSecrets: false, now: NOW, log: writeMeanwhile })
    expect(written).toBe(true)
    expect(manifest.tables.find(({ table }) => table === 'platform.event')?.rows).toBe(0)
  })
})
