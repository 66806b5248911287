import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startAppUnderTest, type AppUnderTest } from '../app-under-test.ts'

const CODE = 'export const answer = 42\n'
const LIMIT_PER_MINUTE = 1200
const files = { folder: '', address: '' }
let app: AppUnderTest

beforeAll(async () => {
  files.folder = await mkdtemp(join(tmpdir(), 'anye-console-'))
  await mkdir(join(files.folder, 'assets'))
  await writeFile(join(files.folder, 'index.html'), '<title>安业</title>')
  await writeFile(join(files.folder, 'assets', 'page-1a2b.js'), CODE)
  await writeFile(join(files.folder, 'assets', 'page-1a2b.js.gz'), gzipSync(CODE))
  app = await startAppUnderTest({}, { consoleFolder: files.folder })
  files.address = await app.listen()
})
afterAll(async () => {
  await app.close()
  await rm(files.folder, { recursive: true })
})

describe('the files of the console', () => {
  it('travel compressed to whoever can read that, and are kept for good under their hashed names', async () => {
    const zipped = await fetch(`${files.address}/assets/page-1a2b.js`, { headers: { 'accept-encoding': 'gzip' } })
    expect(zipped.headers.get('content-type')).toMatch(/javascript/)
    expect(zipped.headers.get('cache-control')).toMatch(/immutable/)
    expect(Number(zipped.headers.get('content-length'))).toBe(gzipSync(CODE).length)
    expect(await zipped.text()).toBe(CODE)
    const plain = await fetch(`${files.address}/assets/page-1a2b.js`, { headers: { 'accept-encoding': 'identity' } })
    expect(Number(plain.headers.get('content-length'))).toBe(CODE.length)
  })

  it('do not use up what one address may ask per minute', async () => {
    const page = await fetch(`${files.address}/overview`)
    expect(page.headers.get('x-ratelimit-limit')).toBe(String(LIMIT_PER_MINUTE))
    const file = await fetch(`${files.address}/assets/page-1a2b.js`)
    expect(file.headers.get('x-ratelimit-limit')).toBeNull()
  })
})
