import type { LogIn, LogInAnswer, TotpStarted } from '@anye/contract/access/log-in'
import { authPaths } from 'virtual:contract'

/**
 * Log-in sets cookies, so it is plain JSON beside the API; refusals carry the
 * code of the same error table, in the shape that `toProblem` reads.
 */
async function post<Answer>(path: string, body: object): Promise<Answer> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) {
    const { code, data } = await response.json().catch(() => ({}))
    throw Object.assign(new Error('log-in refused'), { code, data })
  }
  return response.json()
}

export const logIn = (credentials: LogIn) => post<LogInAnswer>(authPaths.logIn, credentials)
export const enterSecondFactor = (code: string) => post<LogInAnswer>(authPaths.secondFactor, { code })
export const logOut = () => post<{ signedOut: true }>(authPaths.logOut, {})
export const startTotp = (password: string) => post<TotpStarted>(authPaths.totpStart, { password })
export const confirmTotp = (code: string) => post<{ secondFactor: true }>(authPaths.totpConfirm, { code })
export const stopTotp = (password: string) => post<{ secondFactor: false }>(authPaths.totpStop, { password })
