import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { clockAt } from '../../platform/clock.ts'
import { findClockShift } from '../../platform/clock-shift.store.ts'
import { openDatabase, type DatabaseHandle } from '../../platform/db.ts'
import { DAYS_TO_CONTINUE, settleDemoDay } from './demo-day.ts'

const SPRING = '2020-04-30'
const world = clockAt(0)
let database: TestDatabase
let handle: DatabaseHandle

beforeEach(async () => {
  world.set(Date.parse('2026-11-28T09:00:00+08:00'))
  database = await testDatabase()
  handle = openDatabase(database.appUrl, 1)
})
afterEach(async () => {
  await handle.close()
  await database.close()
})

const settle = (asOf: string) => settleDemoDay(database.appUrl, world, asOf)
const shift = () => findClockShift(handle.db)
const passDays = (days: number) => world.set(world.now() + days * 86_400_000)
const use = () => sql`insert into organization.user_account (id, user_name, name, state, created_at)
  values (gen_random_uuid(), 'office', '办公室', 'active', now())`.execute(handle.db)

describe('the day of an installation', () => {
  it('is the world\'s unless a demo says otherwise', async () => {
    expect(await shift()).toBe(0)
  })
  it('becomes the demo\'s in an empty one, as often as a load begins anew', async () => {
    await settle(SPRING)
    expect(await shift()).toBe(-2403)
    await settle('2026-11-28')
    expect(await shift()).toBe(0)
  })
  it('stays when people use it, and a load that was cut off goes on for a week', async () => {
    await settle(SPRING)
    await use()
    passDays(DAYS_TO_CONTINUE)
    await settle(SPRING)
    expect(await shift()).toBe(-2403)
    passDays(1)
    await expect(settle(SPRING)).rejects.toThrow(/lives on 2020-05-08.*ANYE_HOME/)
  })
  it('is never moved under an installation that lives today: a demo of 2020 is refused, and nothing changed', async () => {
    await use()
    await expect(settle(SPRING)).rejects.toThrow(/lives on 2026-11-28.*ANYE_HOME/)
    expect(await shift()).toBe(0)
  })
  it('is not one that lies ahead of the demo', async () => {
    await settle(SPRING)
    await use()
    await expect(settle('2020-05-01')).rejects.toThrow(/lives on 2020-04-30/)
  })
})
