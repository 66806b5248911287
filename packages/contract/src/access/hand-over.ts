import { z } from 'zod'

/**
 * A partner's platform (mini-program, provincial platform) hands over a person it has logged in: a JWS that it signs with the shared
 * secret, good once and for two minutes (docs/integration.md). Answered like a log-in, with the cookie.
 */
export const HAND_OVER_PATH = '/auth/hand-over'

export const HandOver = z.object({ token: z.string().min(1).max(4000) })
export type HandOver = z.infer<typeof HandOver>

/** Claims of the token: `iss` the partner's name, `sub` the user name here, `jti` its own id, `iat` and `exp` in seconds since 1970. */
export const HAND_OVER_AUDIENCE = 'anye'
/** Seconds a token may live. */
export const HAND_OVER_SECONDS = 120
