import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aJob, aMan, NEXT_VILLAGE, startImportApp, VILLAGE, type ImportApp } from './testing/import-app.ts'
import { enqueueImport, resumeImports } from './staging/import-queue.ts'

let app: ImportApp
beforeAll(async () => { app = await startImportApp() })
beforeEach(() => app.empty())
afterAll(() => app.close())

const sheet = [1, 2, 3].flatMap((number) => [aMan(number, aJob()), aMan(number + 10, { ...aJob(), village: NEXT_VILLAGE })])
const villages = () => app.select(sql`select division, count(*) as persons from registry.person group by division order by division`)
const WHOLE = { households: 6, persons: 6, episodes: 6, evidence: 6, versions: 0, segments: 6, trainings: 0 }
const BOTH = [{ division: VILLAGE, persons: 3 }, { division: NEXT_VILLAGE, persons: 3 }]
const STAGED = sql`select 1 from registry.import_person union all select 1 from registry.import_household`

/** The database refuses jobs of the second village, as a disk that is full would. */
async function breakSecondVillage(): Promise<void> {
  await app.asOwner(`create function registry.break_village() returns trigger language plpgsql as $$ begin
      if new.division = '${NEXT_VILLAGE}' then raise exception 'disk full of %', new.employer_raw; end if; return new; end $$;
    create trigger break_village before insert on registry.episode for each row execute function registry.break_village()`)
}
const mendSecondVillage = () => app.asOwner('drop function registry.break_village cascade')

describe('a commit that does not come to its end', () => {
  it('keeps the villages that were written when the second fails, and resumes with the others: nothing lost, nothing doubled', async () => {
    const { id } = await app.check(sheet)
    await breakSecondVillage()
    const failed = await app.commit('county', id)
    expect(failed.summary).toMatchObject({ state: 'failed', villages: { done: 1, total: 2 }, done: 3, message: expect.stringContaining('继续写入') })
    expect(await villages()).toEqual([{ division: VILLAGE, persons: 3 }])
    expect(await app.select(sql`select 1 from registry.household where division = ${NEXT_VILLAGE}`)).toEqual([])
    await mendSecondVillage()
    const resumed = await app.commit('county', id)
    expect(resumed.summary).toMatchObject({ state: 'committed', villages: { done: 2, total: 2 }, done: 6, message: null })
    expect(await villages()).toEqual(BOTH)
    expect(await app.count()).toEqual(WHOLE)
    expect(await app.select(STAGED)).toEqual([])
  })

  it('goes on by itself after the process was killed between two villages', async () => {
    const { id } = await app.check(sheet)
    await breakSecondVillage()
    await app.commit('county', id)
    await mendSecondVillage()
    // What a killed process leaves: the first village committed, the import still committing.
    await app.select(sql`update registry.import set state = 'committing', message = null where id = ${id}`)
    await resumeImports(app.services)
    expect(await app.settled('county', id)).toMatchObject({ state: 'committed', villages: { done: 2, total: 2 } })
    expect(await app.count()).toEqual(WHOLE)
  })

  it('stops after the village under way when it is cancelled, and resumes with the others', async () => {
    const { id } = await app.check(sheet)
    await app.asOwner(`create function registry.ask_to_stop() returns trigger language plpgsql security definer as $$ begin
        update registry.import set cancel_asked = true where id = '${id}'; return new; end $$;
      create trigger ask_to_stop after insert on registry.episode for each row execute function registry.ask_to_stop()`)
    const cancelled = await app.commit('county', id)
    await app.asOwner('drop function registry.ask_to_stop cascade')
    expect(cancelled.summary).toMatchObject({ state: 'cancelled', villages: { done: 1, total: 2 } })
    expect(await villages()).toEqual([{ division: VILLAGE, persons: 3 }])
    const resumed = await app.commit('county', id)
    expect(resumed.summary.state).toBe('committed')
    expect(await app.count()).toEqual(WHOLE)
  })

  it('checks again from the start after the process was killed while it checked', async () => {
    const { id } = await app.check(sheet)
    await app.select(sql`update registry.import set state = 'checking' where id = ${id}`)
    await resumeImports(app.services)
    expect(await app.settled('county', id)).toMatchObject({ state: 'checked', counts: { rows: 6 }, difference: { persons: { new: 6 } } })
    expect(await app.select(STAGED)).toHaveLength(12)
  })

  it('keeps nothing of a check that was cancelled', async () => {
    const { id } = await app.check(sheet)
    await app.select(sql`update registry.import set state = 'checking', cancel_asked = true where id = ${id}`)
    await resumeImports(app.services)
    expect(await app.settled('county', id)).toMatchObject({ state: 'cancelled', counts: null })
    expect(await app.select(STAGED)).toEqual([])
    expect(await app.commit('county', id)).toMatchObject({ answer: { code: 'wrong_state' } })
  })

  it('leaves a commit alone when a check of the same import comes late', async () => {
    const { id } = await app.check(sheet)
    await breakSecondVillage()
    await app.commit('county', id)
    await mendSecondVillage()
    enqueueImport(app.services, 'check', id)
    const resumed = await app.commit('county', id)
    expect(resumed.summary.state).toBe('committed')
    expect(await app.count()).toEqual(WHOLE)
  })
})
