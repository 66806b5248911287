import { createHmac } from 'node:crypto'
import { openEnvelope, readHeader, sealEnvelope } from './envelope.ts'
import type { EncryptedField, LookupField } from './encrypted-columns.ts'
import type { KeyRing } from './key-ring.ts'
import { randomPool } from './random-pool.ts'
import type { SuiteName } from './suite.ts'

/**
 * 128 bits: at ten million values a chance collision has probability 10^-25, and the index is half as large.
 */
const LOOKUP_BYTES = 16

/** Seals personal fields and computes the keyed hashes by which they are found. */
export type FieldCipher = {
  /** The suite that seals now; values of the other suite still open while their key is kept. */
  readonly suite: SuiteName
  seal: (field: EncryptedField, plain: string) => Buffer
  /** Throws `SealBroken` when the value was changed, or was sealed for another field. */
  open: (field: EncryptedField, sealed: Buffer) => string
  /** 16 bytes; equal for equal normalised values, and stable over the rotation of encryption keys. */
  lookup: (field: LookupField, normalised: string) => Buffer
}

export function createFieldCipher(ring: KeyRing): FieldCipher {
  const random = randomPool()
  return {
    get suite() {
      return ring.active().suite.name
    },
    seal: (field, plain) => {
      const { id, suite, key } = ring.active()
      return sealEnvelope({ suite, key, keyId: id, label: field, plain, iv: random(suite.ivBytes) })
    },
    open: (field, sealed) => {
      const { suite, keyId } = readHeader(sealed)
      return openEnvelope(sealed, suite, ring.get(keyId).key, field)
    },
    lookup: (field, normalised) => {
      const { hash, key } = ring.lookupKey()
      return createHmac(hash, key)
        .update(`${field}\0${normalised}`, 'utf8')
        .digest()
        .subarray(0, LOOKUP_BYTES)
    },
  }
}
