import { betterAuth } from 'better-auth'
import { twoFactor, username } from 'better-auth/plugins'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import { newId } from '@anye/kernel/ids'
import { systemRandomBytes } from '@anye/kernel/random'
import { hashPassword, verifyPassword } from './password-hash.ts'

export type BetterAuthOptions = {
  pool: Pool
  /** Signs cookies and encrypts the secrets of the second factor. */
  secret: string
  /** Absolute end of a session in hours, however busy it is. */
  sessionHours: number
  /** True behind TLS: cookies travel encrypted only. */
  secureCookies: boolean
  now: () => number
}

/** Set by us from the connection, so that a client cannot write its own address into the session list. */
export const ADDRESS_HEADER = 'x-anye-address'

export type BetterAuth = ReturnType<typeof createBetterAuth>

/**
 * The log-in library over our tables in schema `auth`. It is called by our routes only, never mounted:
 * sign-up, account and profile endpoints of the library stay out of reach.
 */
export function createBetterAuth({ pool, secret, sessionHours, secureCookies, now }: BetterAuthOptions) {
  const db = new Kysely({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin()],
  }).withSchema('auth')
  return betterAuth({
    appName: '安业',
    // Never used for a redirect or a link; the library wants one.
    baseURL: secureCookies ? 'https://anye.invalid' : 'http://anye.invalid',
    secret,
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    // A wrong password is no warning for the log; our audit has it.
    logger: { level: 'error' },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    session: {
      expiresIn: sessionHours * 3600,
      disableSessionRefresh: true,
      additionalFields: {
        seenAt: { type: 'date', required: false, input: false, defaultValue: () => new Date(now()) },
        fieldDeviceId: { type: 'string', required: false, input: false },
      },
    },
    advanced: {
      cookiePrefix: 'anye',
      useSecureCookies: secureCookies,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: () => newId(now(), systemRandomBytes) },
    },
    plugins: [
      // Names are checked where accounts are opened; here any text is looked up, so that every answer takes
      // the same time.
      username({ minUsernameLength: 1, maxUsernameLength: 64, usernameValidator: () => true }),
      twoFactor({ accountLockout: { enabled: true, maxFailedAttempts: 5, durationSeconds: 900 } }),
    ],
  })
}
