import type { KeyObject } from 'node:crypto'

/**
 * `aes`: AES-256-GCM with HMAC-SHA-256. `sm`: SM4-CTR with HMAC-SM3, for systems under 密评 (GB/T 39786-2021).
 */
export type SuiteName = 'aes' | 'sm'

/** A key in the form a suite works with; key objects are made once, not per value. */
export type SuiteKey = {
  /** Writes ciphertext and then the tag into `out` from `at`; `out` is large enough. */
  encrypt: (input: { iv: Buffer; aad: Buffer; plain: string; out: Buffer; at: number }) => void
  /** Returns the plain text, or throws when tag, IV, additional data or ciphertext were changed. */
  decrypt: (input: { iv: Buffer; aad: Buffer; body: Buffer; tag: Buffer }) => string
}

/** An authenticated cipher and the digest that goes with it. Lengths are in bytes. */
export type Suite = {
  name: SuiteName
  /** Second byte of every envelope. Never reuse a number. */
  code: number
  hash: 'sha256' | 'sm3'
  keyBytes: number
  ivBytes: number
  tagBytes: number
  prepare: (material: Buffer) => SuiteKey
}

/** A MAC key of the suite's digest, 32 bytes. */
export type MacKey = { hash: Suite['hash']; key: KeyObject }

/** Somebody changed the sealed value, moved it to another field, or it was never sealed here. */
export class SealBroken extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SealBroken'
  }
}
