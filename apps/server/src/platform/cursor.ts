import { Refusal } from './refusal.ts'

/** An opaque cursor made of the sort key of the last row shown. */
export function writeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** The sort key in a cursor, undefined on the first page; refuses a cursor of another shape. */
export function readCursor(cursor: string | undefined, length: number): (string | number | null)[] | undefined {
  if (cursor === undefined) return undefined
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(key) && key.length === length && key.every(isKeyPart)) return key
  } catch {
    // falls through to the refusal below
  }
  throw new Refusal('request_invalid', { field: 'cursor' })
}

function isKeyPart(part: unknown): part is string | number | null {
  return part === null || typeof part === 'string' || typeof part === 'number'
}
