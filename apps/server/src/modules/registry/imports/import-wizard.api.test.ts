import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aJob, aMan, startImportApp, type ImportApp } from './testing/import-app.ts'
import { syntheticId } from './testing/roster-rows.ts'

let app: ImportApp
beforeAll(async () => { app = await startImportApp() })
afterAll(() => app.close())

describe('the import wizard over HTTP', () => {
  it('checks an uploaded file, shows what the commit would change, and writes it', async () => {
    const checked = await app.check([
      aMan(1, aJob({ training: '电工培训', trainingOn: '2026-02-01' })),
      aMan(2, { idNo: '5.22E+17' }),
      aMan(3, { sex: '女' }),
    ])
    expect(checked).toMatchObject({
      state: 'checked', kind: 'roster', counts: { rows: 3, accepted: 1, warned: 1, queried: 0, rejected: 1 }, message: null,
      difference: { households: { new: 2, changed: 0, same: 0 }, persons: { new: 2, changed: 0, same: 0 }, episodes: { new: 1, changed: 0, same: 0 } },
    })
    const before = await app.details('county', checked.id)
    expect(before.villagesTouched).toEqual([{ code: '522326001001', name: expect.stringContaining('河东'), persons: 2, done: false }])
    expect((await app.count()).persons).toBe(0)

    const { summary } = await app.commit('county', checked.id)
    expect(summary).toMatchObject({ state: 'committed', villages: { done: 1, total: 1 } })
    expect(await app.count()).toMatchObject({ households: 2, persons: 2, episodes: 1, evidence: 1, trainings: 1, versions: 0 })
  })
})
