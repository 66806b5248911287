import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ERRORS } from '@anye/contract/errors'

const FRESH_MS = 30_000
const ATTEMPTS = 2

function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

/** A refusal is an answer: only a failed network and what the error table calls `later` are worth another try. */
export function isWorthRetrying(failures: number, error: unknown): boolean {
  if (failures >= ATTEMPTS) return false
  if (error instanceof TypeError) return true
  const code = codeOf(error)
  return code !== undefined && Object.hasOwn(ERRORS, code) && Reflect.get(ERRORS, code).retry === 'later'
}

export type LostSession = 'signed_out' | 'password_must_change'

/** @param onLost called when a request finds the session gone or the first password unchanged */
export function createQueryClient(onLost: (why: LostSession) => void): QueryClient {
  const onError = (error: unknown) => {
    const code = codeOf(error)
    if (code === 'signed_out' || code === 'password_must_change') onLost(code)
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { staleTime: FRESH_MS, retry: isWorthRetrying, refetchOnWindowFocus: true } },
  })
}
