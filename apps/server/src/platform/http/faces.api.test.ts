import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastifyHelmet from '@fastify/helmet'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mountConsole, mountFieldApp } from './faces.ts'
import { headersFor } from './security-headers.ts'

let folder: string
let app: FastifyInstance

async function open(frameAncestors: readonly string[] = []): Promise<FastifyInstance> {
  const server = fastify()
  await server.register(fastifyHelmet, headersFor(frameAncestors))
  await mountFieldApp(server, join(folder, 'field'))
  await mountConsole(server, join(folder, 'console'))
  return server
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anye-faces-'))
  for (const face of ['console', 'field']) {
    mkdirSync(join(folder, face, 'assets'), { recursive: true })
    writeFileSync(join(folder, face, 'index.html'), `page of ${face}`)
    writeFileSync(join(folder, face, 'assets', 'app-1.js'), `// ${face}`)
    writeFileSync(join(folder, face, 'assets', 'app-1.js.gz'), 'compressed')
  }
  writeFileSync(join(folder, 'field', 'service-worker.js'), '// worker')
  app = await open()
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})
const get = (url: string, headers = {}) => app.inject({ url, headers })

describe('the faces', () => {
  it('lie side by side: the console at /, the field app below /field/', async () => {
    for (const url of ['/', '/coverage/522301']) expect((await get(url)).body, url).toBe('page of console')
    for (const url of ['/field/', '/field/households/1', '/field/outbox?from=link']) expect((await get(url)).body, url).toBe('page of field')
    expect((await get('/field')).headers.location).toBe('/field/')
    expect((await get('/field/assets/app-1.js')).body).toBe('// field')
  })

  it('send files for ever, the page and the service worker asked for each time, and texts compressed', async () => {
    expect((await get('/field/assets/app-1.js')).headers['cache-control']).toContain('immutable')
    for (const url of ['/field/', '/field/service-worker.js', '/field/me']) expect((await get(url)).headers['cache-control'], url).toBe('no-cache')
    expect((await get('/field/assets/app-1.js', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip')
  })

  it('answer a file that is gone with 404 and not with a page', async () => {
    expect((await get('/field/assets/app-0.js')).statusCode).toBe(404)
    expect((await get('/field/old.css')).statusCode).toBe(404)
    expect((await get('/api/nothing')).statusCode).toBe(404)
  })
})

describe('who may frame our pages', () => {
  it('is nobody but ourselves unless an operator says so', async () => {
    const { headers } = await get('/field/')
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self';")
    expect(headers['x-frame-options']).toBe('SAMEORIGIN')
  })

  it('are the origins that were named, without the header that knows no list', async () => {
    const framed = await open(['https://platform.example', 'https://servicewechat.com'])
    const { headers } = await framed.inject({ url: '/field/' })
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self' https://platform.example https://servicewechat.com")
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests')
    expect(headers['x-frame-options']).toBeUndefined()
    await framed.close()
  })
})
