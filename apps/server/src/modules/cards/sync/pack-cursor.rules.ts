import { z } from 'zod'
import { isSameScope } from './pack-scope.rules.ts'

const Part = z.object({ prefix: z.string().regex(/^\d{2,15}$/), groups: z.array(z.string()).nullable() })

/** A state of the database that a phone has in full: its scope as all transactions before `xmin` left it. */
const PackState = z.object({
  epoch: z.string(),
  /** Oldest transaction that still ran: what it and later ones wrote is sent again. */
  xmin: z.number().int().nonnegative(),
  /** Seconds since 1970 by the database's clock. */
  at: z.number(),
  parts: z.array(Part),
})
export type PackState = z.infer<typeof PackState>

/** Where a phone stands: `has` in full (null: nothing), `next` as far as the id `after`; without `next` no pull is under way. */
const PackCursor = z.object({ has: PackState.nullable(), next: PackState.nullable(), after: z.uuid().nullable() })
export type PackCursor = z.infer<typeof PackCursor>

export const EMPTY_CURSOR: PackCursor = { has: null, next: null, after: null }

export function writePackCursor(cursor: PackCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

/** A cursor this release does not understand begins anew: nothing is lost by that but time. */
export function readPackCursor(text: string | undefined): PackCursor {
  if (text === undefined) return EMPTY_CURSOR
  try {
    return PackCursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    return EMPTY_CURSOR
  }
}

/**
 * What a pull does next. `changes` since `has` in an unchanged scope; or a `sweep` over all ids of the scope, which also tells what
 * left it and sends in full only what `has` lacks.
 */
export type PullStep = { kind: 'changes' | 'sweep'; has: PackState | null; next: PackState; after: string | null }

/**
 * Goes on with a pull or begins one.
 * @param now the database and the scope as they are
 * @param keptSeconds how long changes are remembered
 */
export function nextStep({ has, next, after }: PackCursor, now: PackState, keptSeconds: number): PullStep {
  const isKnown = (state: PackState) => state.epoch === now.epoch && state.xmin <= now.xmin && now.at - state.at < keptSeconds
  const base = has !== null && isKnown(has) ? has : null
  if (next !== null && isKnown(next) && isSameScope(next.parts, now.parts) && (has === null) === (base === null)) {
    return { kind: kindOf(base, now), has: base, next, after }
  }
  // A sweep for another scope that was cut off may have taken away what `has` says is there.
  const wasCut = next !== null && (has === null || !isSameScope(has.parts, next.parts))
  return wasCut ? { kind: 'sweep', has: null, next: now, after: null } : { kind: kindOf(base, now), has: base, next: now, after: null }
}

function kindOf(has: PackState | null, now: PackState): PullStep['kind'] {
  return has !== null && isSameScope(has.parts, now.parts) ? 'changes' : 'sweep'
}

/** The cursor after a step that told everything up to `to`; null when it told the rest. */
export function afterStep({ has, next }: PullStep, to: string | null): PackCursor {
  return to === null ? { has: next, next: null, after: null } : { has, next, after: to }
}
