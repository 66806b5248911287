import { Writable } from 'node:stream'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { resumeImports } from './staging/import-queue.ts'
import { aJob, aMan, startImportApp, type ImportApp } from './testing/import-app.ts'
import { type RowCells } from './testing/roster-rows.ts'

const logged: string[] = []
let app: ImportApp
beforeAll(async () => {
  app = await startImportApp()
  app.services.log = pino({ level: 'trace' }, new Writable({ write: (chunk, _encoding, done) => { logged.push(String(chunk)); done() } }))
})
beforeEach(() => app.empty())
afterAll(() => app.close())

const BANK = '6217001234567890123'
const person = aMan(1, aJob({ bankNo: BANK, hhPhone: '15400007777' }))
const broken: RowCells[] = [
  aMan(2, { idNo: `${String(aMan(2).idNo).slice(0, 17)}9`, phone: '154000022' }), aMan(3, { sex: '女', bankNo: 'x6217001234567890999' }),
  aMan(4, { phone: '15400004444/15400005555', birth: '1999-09-09' }), { ...aMan(1), hhNo: 'T9' }, aMan(6, { idNo: '52239919860312001', hhPhone: '1540000666' }),
]
const SECRETS = [
  person.idNo, BANK, person.phone, '15400007777', ...broken.map(({ idNo }) => idNo), '6217001234567890999', '15400004444', '15400005555', '154000022', '1540000666',
].map(String)

async function everythingStored(): Promise<string> {
  const tables = ['import', 'import_mapping', 'import_issue', 'import_household', 'import_person', 'import_history', 'import_village', 'version']
  const stored = await Promise.all(tables.map((table) => app.select(sql<{ all: string }>`select to_jsonb(t)::text as all from ${sql.table(`registry.${table}`)} t`)))
  const around = [
    ...await app.select(sql<{ all: string }>`select to_jsonb(t)::text as all from platform.audit_entry t`),
    ...await app.select(sql<{ all: string }>`select to_jsonb(t)::text as all from platform.command_claim t`),
  ]
  return [...stored.flat(), ...around].map((row) => row.all).join('\n')
}

describe('personal data of an import at rest', () => {
  it('holds no number of a person in clear while rows wait, nor after the commit', async () => {
    const checked = await app.check([person, ...broken])
    const waiting = await everythingStored()
    expect(waiting).toContain('_sealed')
    for (const secret of SECRETS) expect(waiting).not.toContain(secret)
    await app.commit('county', checked.id)
    const written = await everythingStored()
    for (const secret of SECRETS) expect(written).not.toContain(secret)
  })

  it('writes neither names nor numbers to the log, even when the database refuses a row and shows it', async () => {
    const { id } = await app.check([person])
    await app.asOwner('alter table registry.person add constraint refused check (import_id is null) not valid')
    const { summary } = await app.commit('county', id)
    await app.asOwner('alter table registry.person drop constraint refused')
    expect(summary.state).toBe('failed')
    expect(logged.join('')).toContain('committing an import failed')
    for (const secret of [...SECRETS, String(person.name)]) expect(logged.join('')).not.toContain(secret)
  })

  it('removes the staged rows after the commit', async () => {
    await app.load([person])
    expect(await app.select(sql`select 1 from registry.import_person union all select 1 from registry.import_household`)).toEqual([])
  })

  it('removes the staged rows that nobody wrote for thirty days, and asks to upload again', async () => {
    const [old, fresh] = [await app.check([person]), await app.check([aMan(7)])]
    await app.select(sql`update registry.import set created_at = created_at - interval '31 days' where id = ${old.id}`)
    await resumeImports(app.services)
    expect(await app.settled('county', old.id)).toMatchObject({ state: 'cancelled', message: expect.stringContaining('重新上传') })
    expect(await app.commit('county', old.id)).toMatchObject({ answer: { code: 'wrong_state' } })
    expect(await app.select(sql`select import_id from registry.import_person`)).toEqual([{ import_id: fresh.id }])
  })
})
