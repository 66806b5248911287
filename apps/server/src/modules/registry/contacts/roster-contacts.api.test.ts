import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aMan, startImportApp, type ImportApp } from '../imports/testing/import-app.ts'

let app: ImportApp
beforeAll(async () => { app = await startImportApp() })
beforeEach(() => app.empty())
afterAll(() => app.close())

const contacts = () => app.select(sql<{ hh_no: string; name: string; from_on: string; to_on: string | null; source: string }>`
  select h.hh_no, c.name, c.from_on, c.to_on, c.source from registry.pub_contact c join registry.household h on h.id = c.household_id
  order by h.hh_no, c.from_on`)
const assigned = (name: string, from: string) => app.asSystem(async (tx) => {
  await sql`update registry.contact set to_on = ${from}::date - 1 where to_on is null`.execute(tx)
  await sql`insert into registry.contact (household_id, division, name, from_on, source)
    select id, division, ${name}, ${from}, 'form' from registry.household`.execute(tx)
})
const load = (contact: string | null, on: string, number = 1) => app.load([aMan(number, { contactName: contact, phone: `154000000${on.slice(5, 7)}` })], 'county', { on })

describe('S77 contacts of rosters', () => {
  it('the first roster names them from its day on; a row without a name leaves a gap', async () => {
    await app.load([aMan(1, { contactName: ' 王包保 ' }), aMan(2)], 'county', { on: '2026-06-30' })
    expect(await contacts()).toEqual([{ hh_no: 'T1', name: '王包保', from_on: '2026-06-30', to_on: null, source: 'roster' }])
  })

  it('a roster that names another ends the one before; one that says the same again changes nothing', async () => {
    await load('王包保', '2026-06-30')
    await load('王包保', '2026-07-31')
    await load('李包保', '2026-08-31')
    await load(null, '2026-09-30')
    expect(await contacts()).toMatchObject([
      { name: '王包保', from_on: '2026-06-30', to_on: '2026-08-30' }, { name: '李包保', from_on: '2026-08-31', to_on: null },
    ])
  })

  it('whom a form put in stays while the roster repeats its former word or an earlier day’s', async () => {
    await load('王包保', '2026-06-30')
    await assigned('赵指定', '2026-10-01')
    await load('王包保', '2026-11-01')
    await load('孙早先', '2026-09-01')
    expect((await contacts()).map(({ name, to_on }) => [name, to_on])).toEqual([['王包保', '2026-09-30'], ['赵指定', null]])
    await load('钱新来', '2026-11-10')
    expect((await contacts()).map(({ name, to_on }) => [name, to_on])).toEqual([['王包保', '2026-09-30'], ['赵指定', '2026-11-09'], ['钱新来', null]])
  })

  it('households that come to a known village have theirs too', async () => {
    await load('王包保', '2026-06-30')
    await load('李包保', '2026-07-31', 2)
    expect((await contacts()).map(({ hh_no, name }) => [hh_no, name])).toEqual([['T1', '王包保'], ['T2', '李包保']])
  })
})
