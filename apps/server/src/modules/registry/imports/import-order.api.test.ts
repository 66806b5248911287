import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadRosterFile } from './load-roster-file.ts'
import { aJob, aMan, NEXT_VILLAGE, startImportApp, TODAY, VILLAGE, type ImportApp } from './testing/import-app.ts'
import { sheetOf } from './testing/roster-rows.ts'

let app: ImportApp
beforeAll(async () => { app = await startImportApp() })
beforeEach(() => app.empty())
afterAll(() => app.close())

const fileOf = async (village: string) => ({
  path: await app.files.workbook([sheetOf([aMan(1, { ...aJob(), village })], village)]), on: TODAY, prefixes: ['522326'],
  userId: app.id(), userName: '望谟县办公室',
})
const homes = () => app.select(sql`select division from registry.person`)

describe('files that are loaded side by side', () => {
  it('D3.3-15 are written in their order, so that of two villages with one person the first has it', async () => {
    const first = Promise.withResolvers<void>()
    const late = loadRosterFile(app.services, { ...(await fileOf(NEXT_VILLAGE)), turn: first.promise })
    const early = await loadRosterFile(app.services, await fileOf(VILLAGE))
    first.resolve()
    expect([early.state, (await late).state]).toEqual(['committed', 'committed'])
    expect(await homes()).toEqual([{ division: VILLAGE }])
  })
})

it('S23 a household is known since the day of the installation, not of the database', async () => {
  await app.load([aMan(1)])
  expect(await app.select(sql`select known_since from registry.household`)).toEqual([{ known_since: TODAY }])
})
