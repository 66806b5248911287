import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aJob, aMan, NEXT_VILLAGE, VILLAGE } from './testing/import-app.ts'
import { newInstallation, type Installation } from '../../../../test/installation.ts'
import { rosterFiles, type RosterFiles } from './testing/roster-file.ts'
import { sheetOf } from './testing/roster-rows.ts'

let files: RosterFiles
let home: Installation
beforeAll(async () => {
  files = await rosterFiles()
  home = await newInstallation()
})
beforeEach(() => home.owner.query('truncate registry.household, registry.person, registry.episode, registry.import, registry.village_touch cascade'))
afterAll(async () => {
  await home.close()
  await files[Symbol.asyncDispose]()
})

const ON = ['--on', '2026-11-24']
const load = (...args: string[]) => home.run('import.ts', 'roster', ...args, ...ON)
const sheet = () => [1, 2, 3].flatMap((number) => [aMan(number, aJob()), aMan(number + 10, { ...aJob(), village: NEXT_VILLAGE })])
const persons = async () => (await home.owner.query<{ division: string; n: number }>(
  'select division, count(*)::int as n from registry.person group by division order by division')).rows
const BOTH = [{ division: VILLAGE, n: 3 }, { division: NEXT_VILLAGE, n: 3 }]

describe('the command import roster', () => {
  it('writes the rows that may be, answers one JSON object with the others, and says that nobody signed in did it', async () => {
    const path = await files.workbook([sheetOf([aMan(1, aJob()), aMan(2, { idNo: '5.22E+17' }), aMan(3, { sex: '女' })])])
    const { exit, out, error } = await load(path, '--json')
    expect({ exit, error }).toEqual({ exit: 0, error: '' })
    const answer = JSON.parse(out)
    expect(answer).toMatchObject({
      rows: 3, accepted: 1, warned: 1, queried: 0, rejected: 1, state: 'committed', alreadyImported: false, difference: { persons: { new: 2 } },
    })
    expect(answer.issues).toContainEqual(expect.objectContaining({ sheet: '民族村', row: 3, column: 'F', rule: 'D3.3-1', level: 'rejected' }))
    expect(await persons()).toEqual([{ division: VILLAGE, n: 2 }])
    const { rows } = await home.owner.query('select created_by_name as name, on_date::text as on from registry.import')
    expect(rows).toEqual([{ name: '服务器命令行', on: '2026-11-24' }])
  })

  it('V25 recognises the same bytes and writes nothing', async () => {
    const path = await files.workbook([sheetOf([aMan(1)])])
    expect((await load(path)).out).toContain('新增 1')
    const again = await load(path, '--json')
    expect(again.exit).toBe(0)
    expect(JSON.parse(again.out)).toMatchObject({ alreadyImported: true, rows: 1 })
    expect(await persons()).toEqual([{ division: VILLAGE, n: 1 }])
  })

  it('exits 1 when no row can be written, and shows why', async () => {
    const rejected = sheetOf([aMan(1, { idNo: '5.22E+17' })])
    const blank = { ...rejected, rows: rejected.rows.slice(0, 1) }
    for (const [whole, rule] of [[rejected, 'D3.3-1'], [blank, 'D3.3-5']] as const) {
      const { exit, out } = await load(await files.workbook([whole]))
      expect(exit, out).toBe(1)
      expect(out).toContain('没有一行可以写入')
      expect(out).toContain(`\t${rule}\t`)
    }
    expect(await persons()).toEqual([])
  })

  it('asks for a column it does not know, and goes on with the mapping', async () => {
    const whole = sheetOf([aMan(1)])
    const header = whole.rows[0] ?? []
    header[header.indexOf('姓名')] = '称呼用字'
    const path = await files.workbook([whole])
    const first = await load(path)
    expect(first).toMatchObject({ exit: 1, out: expect.stringContaining('缺少必需的列：姓名（name）') })
    const mapping = await files.bytes('mapping.json', JSON.stringify({ columns: { 称呼用字: 'name' } }))
    expect(await load(path, '--mapping', mapping)).toMatchObject({ exit: 0 })
    expect(await persons()).toEqual([{ division: VILLAGE, n: 1 }])
  })

  it('exits 2 with one sentence and nothing on standard output for a file that cannot be read, an unknown user and a wrong call', async () => {
    const path = await files.workbook([sheetOf([aMan(1)])])
    const torn = await files.bytes('torn.xlsx', 'PK\u0003\u0004 torn')
    const calls = [
      ['roster', torn, '--json'], ['roster', '/nowhere.xlsx'], ['roster', path, '--as', 'nobody-here'], ['roster', path, '--colour'], ['roster'], [],
    ]
    for (const args of calls) {
      const { exit, out, error } = await home.run('import.ts', ...args)
      expect({ exit, out }, args.join(' ')).toEqual({ exit: 2, out: '' })
      expect(error.trim().split('\n'), args.join(' ')).toHaveLength(1)
      expect(error).not.toMatch(/Error|at .*\.ts/u)
    }
    expect(await persons()).toEqual([])
  })
})

describe('an import that is killed', () => {
  const GATE = 5_223_001
  /** Holds every import before it writes a job of the second village, until `open`. */
  async function holdSecondVillage(): Promise<{ open: () => Promise<void> }> {
    await home.owner.query(`create function registry.wait_at_gate() returns trigger language plpgsql security definer as $$ begin
        if new.division = '${NEXT_VILLAGE}' then perform pg_advisory_xact_lock(${GATE}); end if; return new; end $$;
      create trigger wait_at_gate before insert on registry.episode for each row execute function registry.wait_at_gate();
      select pg_advisory_lock(${GATE})`)
    return {
      open: async () => {
        await home.owner.query(`select pg_advisory_unlock(${GATE})`)
        await home.owner.query('drop function registry.wait_at_gate cascade')
      },
    }
  }
  const FIRST_DONE = 'select count(*) = 1 from registry.import_village where done_at is not null'

  async function killInTheMiddle(): Promise<string> {
    const path = await files.workbook([sheetOf(sheet())])
    const gate = await holdSecondVillage()
    const importing = home.start('import.ts', 'roster', path, ...ON)
    await home.until(FIRST_DONE)
    importing.kill('SIGKILL')
    await importing.ended
    expect(await persons()).toEqual([{ division: VILLAGE, n: 3 }])
    await gate.open()
    return path
  }

  it('keeps the villages that were written, and the same command goes on with the others', async () => {
    const path = await killInTheMiddle()
    const { exit, out } = await load(path)
    expect(exit, out).toBe(0)
    expect(await persons()).toEqual(BOTH)
    const { rows } = await home.owner.query('select (select count(*)::int from registry.import) as imports, (select count(*)::int from registry.version) as versions')
    expect(rows).toEqual([{ imports: 1, versions: 0 }])
  })

  it('is taken up by the next start of the server', async () => {
    await killInTheMiddle()
    const server = home.start('serve.ts')
    await home.until(`select state = 'committed' from registry.import`)
    expect(await persons()).toEqual(BOTH)
    server.kill('SIGTERM')
    expect((await server.ended).exit).toBe(0)
  })

  it('is not taken up while the command still writes: the server waits, and nothing is written twice', async () => {
    const path = await files.workbook([sheetOf(sheet())])
    const gate = await holdSecondVillage()
    const importing = home.start('import.ts', 'roster', path, ...ON)
    await home.until(FIRST_DONE)
    const server = home.start('serve.ts')
    await home.until(`select count(*) = 1 from pg_locks l join pg_database d on d.oid = l.database
      where d.datname = current_database() and l.locktype = 'advisory' and not l.granted and l.objid <> ${GATE}`)
    await gate.open()
    expect((await importing.ended).exit).toBe(0)
    expect(await persons()).toEqual(BOTH)
    server.kill('SIGTERM')
    expect((await server.ended).exit).toBe(0)
  })
})
