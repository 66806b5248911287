import { hkdfSync, randomBytes } from 'node:crypto'
import { openEnvelope, readHeader, sealEnvelope } from './envelope.ts'
import { SealBroken, type Suite } from './suite.ts'
import { SUITES } from './suites.ts'
import type { SuiteName } from './suite.ts'

/**
 * What a stored key is for; part of the label, so that a key cannot be put to another use in the database.
 */
export type KeyPurpose = 'field' | 'lookup' | 'audit'

/**
 * Wraps key material under the key-encryption key, which comes from the configuration and never enters the
 * database.
 */
export function wrapKey(kek: Buffer, suiteName: SuiteName, purpose: KeyPurpose, material: Buffer): Buffer {
  const suite = SUITES[suiteName]
  const plain = material.toString('base64')
  return sealEnvelope({
    suite,
    key: wrapping(kek, suite),
    keyId: 0,
    label: labelOf(purpose),
    plain,
    iv: randomBytes(suite.ivBytes),
  })
}

/** Unwraps stored key material. Throws when the key-encryption key is not the one that wrapped it. */
export function unwrapKey(kek: Buffer, purpose: KeyPurpose, wrapped: Buffer): Buffer {
  const { suite } = readHeader(wrapped)
  try {
    return Buffer.from(openEnvelope(wrapped, suite, wrapping(kek, suite), labelOf(purpose)), 'base64')
  } catch (cause) {
    if (!(cause instanceof SealBroken)) throw cause
    throw new Error(
      'The key-encryption key does not open the keys of this database. Restore the secrets file that belongs to it.',
      { cause },
    )
  }
}

// HKDF (RFC 5869) with the suite's digest: one configured secret of 32 bytes serves suites with keys of other
// lengths.
function wrapping(kek: Buffer, suite: Suite) {
  return suite.prepare(Buffer.from(hkdfSync(suite.hash, kek, '', 'anye key wrapping', suite.keyBytes)))
}

function labelOf(purpose: KeyPurpose): string {
  return `platform.crypto_key.${purpose}`
}
