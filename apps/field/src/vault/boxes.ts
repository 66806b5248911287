import { systemRandomBytes } from '@anye/kernel/random'

/** AES-256-GCM: 12 bytes of fresh randomness, then the sealed bytes with their tag. */
export type Box = Uint8Array

const IV_BYTES = 12
const KEY_BYTES = 32
const CIPHER = 'AES-GCM'

/** What crypto takes; a view over plain memory, never over shared memory. */
const bytes = (view: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(view)

export const newKeyBytes = (): Uint8Array => systemRandomBytes(KEY_BYTES)

/** A key that scripts can use and not read. */
export function importKey(raw: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes(raw), CIPHER, false, ['encrypt', 'decrypt'])
}

/** Seals bytes under a label that must be named again to open them: a box moved to another record does not open. */
export async function sealBytes(key: CryptoKey, label: string, plain: Uint8Array): Promise<Box> {
  const iv = bytes(systemRandomBytes(IV_BYTES))
  const sealed = await crypto.subtle.encrypt({ name: CIPHER, iv, additionalData: new TextEncoder().encode(label) }, key, bytes(plain))
  const box = new Uint8Array(IV_BYTES + sealed.byteLength)
  box.set(iv)
  box.set(new Uint8Array(sealed), IV_BYTES)
  return box
}

/** @throws DOMException OperationError for another key, another label or a changed box */
export async function openBytes(key: CryptoKey, label: string, box: Box): Promise<Uint8Array> {
  const [iv, sealed] = [bytes(box.subarray(0, IV_BYTES)), bytes(box.subarray(IV_BYTES))]
  return new Uint8Array(await crypto.subtle.decrypt({ name: CIPHER, iv, additionalData: new TextEncoder().encode(label) }, key, sealed))
}

export function sealJson(key: CryptoKey, label: string, value: unknown): Promise<Box> {
  return sealBytes(key, label, new TextEncoder().encode(JSON.stringify(value)))
}

export async function openJson<T>(key: CryptoKey, label: string, box: Box): Promise<T> {
  const value: T = JSON.parse(new TextDecoder().decode(await openBytes(key, label, box)))
  return value
}
