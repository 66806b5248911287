import { ERRORS, type ErrorCode } from '@anye/contract/errors'

/** A business refusal: a code of the error table and a typed detail, thrown by use cases, mapped by the binder. */
export class Refusal extends Error {
  readonly code: ErrorCode
  readonly detail: Record<string, unknown> | undefined

  constructor(code: ErrorCode, detail?: Record<string, unknown>) {
    super(ERRORS[code].en)
    this.name = 'Refusal'
    this.code = code
    this.detail = detail
  }
}

/** Throws when a pure rule answered with a code. */
export function refuseOn(code: ErrorCode | undefined, detail?: Record<string, unknown>): void {
  if (code !== undefined) throw new Refusal(code, detail)
}
