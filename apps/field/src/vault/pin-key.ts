import { importKey } from './boxes.ts'

/** OWASP's figure for PBKDF2 with SHA-256; kept with each wrap, so that it can grow. */
export const PIN_ROUNDS = 600_000

/** A secret that never leaves this phone's browser: scripts can use it and not read it. */
export function newDeviceSecret(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
}

/** The key that wraps by PIN: stretched PIN, then keyed by the phone's secret. Neither alone opens anything. */
export async function pinKey(secret: CryptoKey, pin: string, salt: Uint8Array, rounds: number): Promise<CryptoKey> {
  const stretch = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits'])
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(salt), iterations: rounds }, stretch, 256)
  return importKey(new Uint8Array(await crypto.subtle.sign('HMAC', secret, bits)))
}

/** The key that wraps by the server's 32 bytes (base64). */
export function serverKey(recoveryKey: string): Promise<CryptoKey> {
  return importKey(Uint8Array.from(atob(recoveryKey), (character) => character.charCodeAt(0)))
}
