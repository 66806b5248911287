import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { recomputeAll } from '../../indicators/indicators.api.ts'
import { aJob, aMan, startImportApp, VILLAGE, type ImportApp } from './testing/import-app.ts'
import { syntheticId } from './testing/roster-rows.ts'

// One journey from the sheet to the figure under SM4 and SM3: nothing of it may depend on the other suite.
let app: ImportApp
beforeAll(async () => {
  app = await startImportApp('sm')
  await app.load([aMan(1, aJob()), aMan(2)])
})
afterAll(() => app.close())

type Row = { id: string; name: string }
const search = async (text: string) => ((await app.get('county', '/registry/persons', { search: text })).body as { rows: Row[] }).rows
const idNo = syntheticId('1986-02-11', 3)

it('seals what a roster brings under SM4, and nothing of it stands in clear', async () => {
  expect(app.services.cipher.suite).toBe('sm')
  const [key] = await app.select(sql<{ suite: string }>`select suite from platform.crypto_key where state = 'active'`)
  expect(key).toEqual({ suite: 'sm' })
  const sealed = await app.select(sql<{ sealed: Buffer; lookup: Buffer }>`select id_no_sealed as sealed, id_no_lookup as lookup from registry.person`)
  expect(sealed).toHaveLength(2)
  for (const row of sealed) expect(row.sealed.includes(Buffer.from(idNo.slice(0, 6)))).toBe(false)
  expect(sealed.map(({ lookup }) => lookup.length)).toEqual([16, 16])
})

it('finds by the whole number and by its last four through SM3 hashes, and reveals with a reason', async () => {
  const [person] = await search(idNo)
  expect(person).toBeDefined()
  expect((await search(idNo.slice(-4))).map(({ id }) => id)).toContain(person?.id)
  const revealed = await app.command('county', `/registry/persons/${person?.id}/reveal`, { field: 'idNo', reason: '核对身份证号码' })
  expect(revealed.body).toMatchObject({ value: idNo })
})

it('knows the same people when the sheet comes again, and counts them', async () => {
  await app.load([aMan(1, aJob({ wage: '4200' })), aMan(2)])
  expect(await app.count()).toMatchObject({ persons: 2, households: 2 })
  await recomputeAll(app.services)
  const coverage = (await app.get('county', '/indicators/coverage', { place: VILLAGE })).body as { total: Record<string, number> }
  expect(coverage.total).toMatchObject({ 'p.labourers': 2, 'p.employed': 1, 'hh.zero': 1 })
})
