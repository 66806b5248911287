import { hash, verify } from '@node-rs/argon2'

/**
 * argon2id (RFC 9106) with the parameters of the OWASP cheat sheet: 19 MiB, two passes, one lane. Algorithm 2
 * is argon2id; the library's name for it is a const enum, which type stripping cannot read.
 */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** The stored form of a password; the parameters travel in it, so raising them needs no migration. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), PARAMETERS)
}

/** True when the password made the hash. A damaged hash is a wrong password, not an error. */
export function verifyPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password.normalize('NFC')).catch(() => false)
}
