import type { RandomBytes } from './random.ts'

/** A UUID in lower-case canonical text. */
export type Uuid = string

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/**
 * A UUID version 7 (RFC 9562 §5.7): 48 bits of milliseconds, then randomness, so that ids sort by creation
 * and index pages fill in order.
 * @param now milliseconds since 1970 UTC, passed in so that tests and demos are reproducible
 */
export function newId(now: number, random: RandomBytes): Uuid {
  const bytes = random(16)
  // Six bytes of time; division because 48 bits do not fit the 32-bit shift operators.
  for (let index = 5, rest = Math.floor(now); index >= 0; index--, rest = Math.floor(rest / 256)) {
    bytes[index] = rest % 256
  }
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** True for a canonical lower-case UUID of any RFC 9562 version. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}

/** The instant (milliseconds since 1970 UTC) inside a version 7 id. */
export function timeOfId(id: Uuid): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}
