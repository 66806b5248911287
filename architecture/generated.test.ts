import { Client } from 'pg'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../apps/server/test/database.ts'
import { ROOT } from './cruise-tree.ts'
import { renderAll } from './generate/outputs.ts'
import { read } from './source-files.ts'

let database: TestDatabase
let outputs: Map<string, string>

beforeAll(async () => {
  database = await testDatabase()
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  outputs = await renderAll(client)
  await client.end()
})
afterAll(() => database.close())

it('generated files are those of today: run npm run gen when this fails', () => {
  expect([...outputs].filter(([path, text]) => !existsSync(join(ROOT, path)) || read(path) !== text).map(([path]) => path)).toEqual([])
})
