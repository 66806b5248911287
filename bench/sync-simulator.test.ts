import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../apps/server/test/database.ts'
import { balance } from './sync-invariants.ts'
import { fillVillages, startFieldServer, type FieldServer } from './sync-server.ts'
import { simulate } from './sync-simulator.ts'

let database: TestDatabase
let server: FieldServer

beforeAll(async () => {
  database = await testDatabase()
  server = await startFieldServer(database.appUrl)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

it('fifty phones on broken networks, with wrong clocks and sudden deaths, lose nothing, double nothing and hold nothing of others', async () => {
  const villages = await server.villages(5)
  await fillVillages(server, villages, 5, 2)
  const { phones, ...story } = await simulate(server, { seed: 'fifty phones', phones: 50, villages, rounds: 2 })
  const account = await balance(server, phones)
  expect(account.broken).toEqual([])
  // The story was rough enough to prove something.
  expect(story.deaths).toBeGreaterThan(5)
  expect(story.moved).toBeGreaterThan(0)
  for (const count of [account.stored, account.parked, account.onPhones]) expect(count).toBeGreaterThan(0)
}, 300_000)
