import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { emptyDatabase } from '../../test/database.ts'
import { newInstallation, type Installation } from '../../test/installation.ts'

let home: Installation
beforeAll(async () => {
  home = await newInstallation()
})
afterAll(() => home.close())

async function takenPort(): Promise<string> {
  const other = createServer()
  other.listen(0, '127.0.0.1')
  await once(other, 'listening')
  onTestFinished(async () => {
    other.close()
    await once(other, 'close')
  })
  const address = other.address()
  return typeof address === 'object' && address !== null ? String(address.port) : ''
}

/** What a server that cannot start says; one sentence and no stack. */
async function refusal(env: Record<string, string>): Promise<string> {
  const { exit, error } = await home.startWith(env, 'serve.ts').ended
  expect(exit, error).toBe(1)
  expect(error.trim().split('\n')).toHaveLength(1)
  return error.trim()
}

describe('a server that cannot start says why, and ends', () => {
  it('on a port that another program has', async () => {
    const port = await takenPort()
    expect(await refusal({ PORT: port })).toMatch(new RegExp(`^127\\.0\\.0\\.1:${port} is used by another program.* set PORT to another`))
  })

  it('on a database that was never migrated', async () => {
    const empty = await emptyDatabase()
    onTestFinished(() => empty.close())
    expect(await refusal({ DATABASE_URL: empty.ownerUrl })).toMatch(/lacks \d+ schema files of this release.* npm run anye -- migrate/)
  })

  it('with the secrets of another installation', async () => {
    const other = await mkdtemp(join(tmpdir(), 'anye-other-'))
    onTestFinished(() => rm(other, { recursive: true }))
    expect(await refusal({ ANYE_HOME: other })).toMatch(/secrets\.json is not that of this database.* ANYE_SECRETS_FILE/)
  })

  it('with a configuration that is wrong', async () => {
    expect(await refusal({ PORT: 'eighty' })).toMatch(/^The configuration is wrong\. PORT/)
    expect(await refusal({ DATABASE_URL: 'mysql://somewhere' })).toMatch(/^The configuration is wrong\. DATABASE_URL/)
  })
})
