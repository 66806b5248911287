import { z } from 'zod'
import type { PackCursor } from './pack-cursor.rules.ts'

const Part = z.object({ prefix: z.string().regex(/^\d{2,15}$/), groups: z.array(z.string()).nullable() })
const State = z.object({ epoch: z.string(), xmin: z.number().int().nonnegative(), at: z.number(), parts: z.array(Part) })
const Cursor: z.ZodType<PackCursor> = z.object({ has: State.nullable(), next: State.nullable(), after: z.uuid().nullable() })

export const EMPTY_CURSOR: PackCursor = { has: null, next: null, after: null }

export function writePackCursor(cursor: PackCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

/** A cursor this release does not understand begins anew: nothing is lost by that but time. */
export function readPackCursor(text: string | undefined): PackCursor {
  if (text === undefined) return EMPTY_CURSOR
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    return EMPTY_CURSOR
  }
}
