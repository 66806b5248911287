import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { loadConfig } from './config.ts'
import { loadSecrets } from './secrets.ts'

describe('loadConfig', () => {
  it('listens on this machine only and uses the embedded database unless told otherwise', () => {
    expect(loadConfig({ DATABASE_URL: '', PORT: ' ' })).toMatchObject({
      host: '127.0.0.1', port: 8080, databaseUrl: undefined, synthetic: true, cryptoSuite: 'aes',
    })
  })

  it('keeps the secrets beside the data unless a file is named', () => {
    expect(loadConfig({ ANYE_HOME: '/srv/anye' }).secretsFile).toBe('/srv/anye/secrets.json')
    expect(loadConfig({ ANYE_HOME: '/srv/anye', ANYE_SECRETS_FILE: '/run/keys/anye.json' }).secretsFile).toBe('/run/keys/anye.json')
  })

  it('reads the switches', () => {
    expect(loadConfig({ ANYE_SYNTHETIC: 'off', ANYE_CRYPTO_SUITE: 'sm', PORT: '0' })).toMatchObject({ synthetic: false, cryptoSuite: 'sm', port: 0 })
  })

  it('takes the public address and the proxies before the server', () => {
    const config = loadConfig({ ANYE_PUBLIC_URL: 'https://anye.example', ANYE_TRUSTED_PROXY: '127.0.0.1, 10.0.0.0/8' })
    expect(config.publicUrl?.host).toBe('anye.example')
    expect(config.trustedProxies).toEqual(['127.0.0.1', '10.0.0.0/8'])
    expect(loadConfig({})).toMatchObject({ publicUrl: undefined, trustedProxies: [] })
    expect(() => loadConfig({ ANYE_PUBLIC_URL: 'anye.example' })).toThrow(/ANYE_PUBLIC_URL/)
    expect(() => loadConfig({ ANYE_TRUSTED_PROXY: 'my proxy' })).toThrow(/ANYE_TRUSTED_PROXY/)
  })

  it('names every wrong variable and repeats no value', () => {
    const load = () => loadConfig({ PORT: '80800', DATABASE_URL: 'mysql://root:hush@db/anye', ANYE_SYNTHETIC: 'perhaps' })
    expect(load).toThrow(/PORT/)
    expect(load).toThrow(/DATABASE_URL/)
    expect(load).toThrow(/ANYE_SYNTHETIC/)
    expect(load).not.toThrow(/hush/)
  })
})

describe('loadSecrets', () => {
  function secretsFile(): string {
    const folder = mkdtempSync(join(tmpdir(), 'anye-secrets-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    return join(folder, 'home', 'secrets.json')
  }

  it('draws them once, readable by the owner alone', () => {
    const file = secretsFile()
    const first = loadSecrets(file)
    expect(first.keyEncryptionKey).toHaveLength(32)
    expect(loadSecrets(file)).toEqual(first)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('refuses a damaged file instead of drawing new keys', () => {
    const file = secretsFile()
    loadSecrets(file)
    writeFileSync(file, '{"appPassword":"short"}')
    expect(() => loadSecrets(file)).toThrow('Restore it from your back-up')
  })
})
