import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyDatabase, type TestDatabase } from '../../../test/database.ts'
import { connectAsOwner } from './connect-owner.ts'

let database: TestDatabase
let owner: Client
const made: string[] = []
const name = (word: string) => `anye_${word}_${randomUUID().slice(0, 8)}`

beforeAll(async () => {
  database = await emptyDatabase()
  owner = new Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  for (const statement of made.toReversed()) await owner.query(statement)
  await owner.end()
  await database.close()
})

function urlOf(changes: { user?: string; password?: string; database?: string; port?: string }): string {
  const url = new URL(database.ownerUrl)
  if (changes.user !== undefined) url.username = changes.user
  if (changes.password !== undefined) url.password = changes.password
  if (changes.database !== undefined) url.pathname = `/${changes.database}`
  if (changes.port !== undefined) url.port = changes.port
  return url.href
}

async function newDatabase(options: string): Promise<string> {
  const odd = name('odd')
  await owner.query(`create database ${odd} template template0 ${options}`)
  made.push(`drop database ${odd}`)
  return odd
}

async function refusal(url: string): Promise<string> {
  const outcome = await connectAsOwner(url).catch((error: unknown) => error)
  if (outcome instanceof Error) return outcome.message
  await (outcome as Client).end()
  throw new Error('Not refused')
}

describe('the log-in of DATABASE_URL', () => {
  it('connects to a server that suits', async () => {
    const client = await connectAsOwner(database.ownerUrl)
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await client.end()
  })

  it('says what to do when nobody answers, the log-in is wrong or the database is missing, and never the password', async () => {
    const cases = [
      [{ port: '1' }, /No PostgreSQL answers at 127\.0\.0\.1:1\. Start it/],
      [{ password: 'not-the-secret' }, /refuses the log-in "\w+"\. Correct user and password/],
      [{ database: 'anye_missing' }, /no database "anye_missing" at .* Create it: createdb --encoding=UTF8/],
    ] as const
    for (const [changes, sentence] of cases) {
      const said = await refusal(urlOf(changes))
      expect(said).toMatch(sentence)
      expect(said).not.toContain('not-the-secret')
    }
  })

  it.each([
    ['SQL_ASCII', `encoding 'SQL_ASCII' locale 'C'`, /has encoding SQL_ASCII; create it with ENCODING 'UTF8'/],
    ['LATIN1', `encoding 'LATIN1' locale 'C'`, /has encoding LATIN1; create it with ENCODING 'UTF8'/],
    ['UTF-8 without Chinese letters', `encoding 'UTF8' locale 'C'`, /LC_CTYPE knows no Chinese letters/],
  ])('refuses a database in %s', async (_, options, sentence) => {
    expect(await refusal(urlOf({ database: await newDatabase(options) }))).toMatch(sentence)
  })

  it('refuses a log-in that may not create roles or schemas, before anything is written', async () => {
    const user = name('weak')
    await owner.query(`create role ${user} login password 'weak'`)
    made.push(`drop role ${user}`)
    expect(await refusal(urlOf({ user, password: 'weak' }))).toMatch(/may not create the role anye_app/)
    await owner.query(`alter role ${user} createrole`)
    expect(await refusal(urlOf({ user, password: 'weak' }))).toMatch(/may not create schemas/)
  })
})
