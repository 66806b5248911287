import { createCipheriv, createHmac, createSecretKey, randomBytes, randomFillSync } from 'node:crypto'
import { createFieldCipher } from '../apps/server/src/platform/crypto/field-cipher.ts'
import type { KeyRing } from '../apps/server/src/platform/crypto/key-ring.ts'
import type { SuiteName } from '../apps/server/src/platform/crypto/suite.ts'
import { SUITES } from '../apps/server/src/platform/crypto/suites.ts'
import type { BenchRow } from './bench-row.ts'

/**
 * A roster of 400,000 persons seals an ID and a phone each; a tenth of that is enough to measure the rate.
 */
const VALUES = 80_000

/** Values per second of sealing and look-up, against the same primitive called bare. */
export async function bench(): Promise<BenchRow[]> {
  return (['aes', 'sm'] as const).flatMap((suite) => {
    const cipher = createFieldCipher(ringOf(suite))
    const sealed = measure((value) => cipher.seal('registry.person.id_no', value))
    const bareSeal = measure(bareSealer(suite))
    const lookedUp = measure((value) => cipher.lookup('id_no', value))
    const bareMac = measure(bareHasher(suite))
    return [
      row(`seal ${suite}`, sealed, 'bare cipher (and MAC) of node:crypto', bareSeal),
      row(`lookup ${suite}`, lookedUp, 'bare HMAC of node:crypto', bareMac),
    ]
  })
}

function row(name: string, value: number, baseline: string, baselineValue: number): BenchRow {
  return {
    name: `crypto: ${name}`,
    value,
    unit: 'values/s',
    baseline,
    baselineValue,
    ratio: value / baselineValue,
  }
}

function measure(act: (value: string) => unknown): number {
  for (let index = 0; index < 5_000; index++) act(syntheticId(index))
  const start = performance.now()
  for (let index = 0; index < VALUES; index++) act(syntheticId(index))
  return Math.round(VALUES / ((performance.now() - start) / 1000))
}

function syntheticId(index: number): string {
  return `522399${String(19_700_101 + (index % 1000))}${String(index % 10_000).padStart(4, '0')}`
}

/** The least that gives the same protection: fresh IV, cipher, tag; no envelope, no label, no key choice. */
function bareSealer(name: SuiteName): (value: string) => unknown {
  const suite = SUITES[name]
  const key = createSecretKey(randomBytes(name === 'aes' ? 32 : 16))
  const macKey = createSecretKey(randomBytes(32))
  const iv = Buffer.alloc(suite.ivBytes)
  if (name === 'aes') {
    return (value) => {
      const cipher = createCipheriv('aes-256-gcm', key, randomFillSync(iv))
      const body = cipher.update(value, 'utf8')
      cipher.final()
      return [body, cipher.getAuthTag()]
    }
  }
  return (value) => {
    const cipher = createCipheriv('sm4-ctr', key, randomFillSync(iv))
    const body = cipher.update(value, 'utf8')
    cipher.final()
    return [body, createHmac('sm3', macKey).update(body).digest()]
  }
}

function bareHasher(name: SuiteName): (value: string) => unknown {
  const key = createSecretKey(randomBytes(32))
  return (value) => createHmac(SUITES[name].hash, key).update(value).digest()
}

function ringOf(name: SuiteName): KeyRing {
  const suite = SUITES[name]
  const active = { id: 1, suite, key: suite.prepare(randomBytes(suite.keyBytes)) }
  const mac = { hash: suite.hash, key: createSecretKey(randomBytes(32)) }
  return {
    active: () => active,
    get: () => active,
    lookupKey: () => mac,
    auditKey: () => mac,
    refresh: async () => undefined,
  }
}
