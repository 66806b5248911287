import { ERRORS } from '@anye/contract/errors'
import type { ErrorCode, Retry } from '@anye/contract/errors'
import type { Locale, Translate } from './i18n/translate.ts'

/** What a person needs to know of a failure: one sentence that says what to do, and the number to quote. */
export interface Problem {
  code: ErrorCode | 'unreachable' | 'unknown'
  message: string
  retry: Retry
  requestId: string | undefined
  /** Typed detail of a refusal, for example the paths of wrong fields. */
  data: unknown
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERRORS, code)
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

/**
 * The one funnel of failures: every catch, query and mutation shows what this returns. A code of the contract gives
 * its sentence; a failed `fetch` (TypeError by its specification) is an unreachable server; anything else is unknown.
 */
export function toProblem(error: unknown, locale: Locale, t: Translate): Problem {
  const code = property(error, 'code')
  const data = property(error, 'data')
  const requestId = property(data, 'requestId')
  const rest = { requestId: typeof requestId === 'string' ? requestId : undefined, data }
  if (isErrorCode(code)) {
    const entry = ERRORS[code]
    return { code, message: locale === 'en' ? entry.en : entry.zh, retry: entry.retry, ...rest }
  }
  if (error instanceof TypeError) {
    return { code: 'unreachable', message: t('error.unreachable'), retry: 'later', ...rest }
  }
  return { code: 'unknown', message: t('error.unknown'), retry: 'ask-person', ...rest }
}
