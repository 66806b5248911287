import { SealBroken, type Suite, type SuiteKey } from './suite.ts'
import { findSuite } from './suites.ts'

/*
 * byte 0      format version, 1
 * byte 1      suite code
 * bytes 2-5   id of the data key, big-endian
 * then        IV · ciphertext · tag, lengths by suite
 * Header and label are authenticated with the ciphertext: a value moved to another field or key does not
 * open.
 */
const VERSION = 1
const HEADER_BYTES = 6

export type EnvelopeHeader = { suite: Suite; keyId: number }

/** Seals one text under a label that opening must repeat. `iv` is fresh for every call. */
export function sealEnvelope(input: {
  suite: Suite
  key: SuiteKey
  keyId: number
  label: string
  plain: string
  iv: Buffer
}): Buffer {
  const { suite, key, keyId, label, plain, iv } = input
  const at = HEADER_BYTES + suite.ivBytes
  const out = Buffer.allocUnsafe(at + Buffer.byteLength(plain, 'utf8') + suite.tagBytes)
  out[0] = VERSION
  out[1] = suite.code
  out.writeUInt32BE(keyId, 2)
  iv.copy(out, HEADER_BYTES)
  key.encrypt({ iv, aad: additionalData(out, label), plain, out, at })
  return out
}

/** Which suite and key sealed this value. Throws `SealBroken` when it is not an envelope. */
export function readHeader(sealed: Buffer): EnvelopeHeader {
  const suite = sealed[0] === VERSION && sealed[1] !== undefined ? findSuite(sealed[1]) : undefined
  if (suite === undefined || sealed.length < HEADER_BYTES + suite.ivBytes + suite.tagBytes) {
    throw new SealBroken('Not a sealed value')
  }
  return { suite, keyId: sealed.readUInt32BE(2) }
}

/** Opens an envelope whose header named this suite and key. Throws `SealBroken` when anything was changed. */
export function openEnvelope(sealed: Buffer, suite: Suite, key: SuiteKey, label: string): string {
  const bodyAt = HEADER_BYTES + suite.ivBytes
  const tagAt = sealed.length - suite.tagBytes
  return key.decrypt({
    iv: sealed.subarray(HEADER_BYTES, bodyAt),
    aad: additionalData(sealed, label),
    body: sealed.subarray(bodyAt, tagAt),
    tag: sealed.subarray(tagAt),
  })
}

function additionalData(envelope: Buffer, label: string): Buffer {
  return Buffer.concat([envelope.subarray(0, HEADER_BYTES), Buffer.from(label, 'utf8')])
}
