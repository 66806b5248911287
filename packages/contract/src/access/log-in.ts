import { z } from 'zod'

/*
 * Log-in sets and clears cookies, so it is not part of the API: plain JSON over POST below /auth, same error
 * table.
 */
export const LogIn = z.object({
  userName: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(128),
})
export type LogIn = z.infer<typeof LogIn>

/** `secondFactor`: the password was right, now send the code of the authenticator to /auth/second-factor. */
export const LogInAnswer = z.object({ secondFactor: z.boolean(), mustChangePassword: z.boolean() })
export type LogInAnswer = z.infer<typeof LogInAnswer>

/** Six digits of the authenticator. */
export const TotpCode = z.object({ code: z.string().regex(/^\d{6}$/) })
/** What the second step takes: six digits, or a back-up code where the phone is not at hand. */
export const SecondFactorCode = z.object({ code: z.string().trim().regex(/^(\d{6}|[A-Za-z0-9]{5}-[A-Za-z0-9]{5})$/) })
/** One's own password, asked again before the second factor is switched on or off. */
export const PasswordAgain = z.object({ password: z.string().min(1).max(128) })
/** `uri` goes into a QR code; the back-up codes are shown this once. */
export const TotpStarted = z.object({ uri: z.string(), backupCodes: z.array(z.string()) })
export type TotpStarted = z.infer<typeof TotpStarted>

/** Header of a request that a page sends by itself while nobody sits at it: it does not keep the session alive. */
export const UNATTENDED_HEADER = 'x-anye-unattended'

export const AUTH_PATHS = {
  logIn: '/auth/log-in',
  secondFactor: '/auth/second-factor',
  logOut: '/auth/log-out',
  totpStart: '/auth/totp/start',
  totpConfirm: '/auth/totp/confirm',
  totpStop: '/auth/totp/stop',
} as const
