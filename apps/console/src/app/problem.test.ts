import { ERRORS } from '@anye/contract/errors'
import { describe, expect, it } from 'vitest'
import { toProblem } from './problem.ts'

const t = (key: string) => key

describe('failures', () => {
  it('speak the sentence of the contract in the current language', () => {
    const error = { code: 'account_locked', data: { requestId: 'r-1' } }
    expect(toProblem(error, 'zh-CN', t)).toMatchObject({ message: ERRORS.account_locked.zh, requestId: 'r-1' })
    expect(toProblem(error, 'en', t)).toMatchObject({ message: ERRORS.account_locked.en, retry: 'ask-person' })
  })

  it('tell an unreachable server from an unknown failure', () => {
    expect(toProblem(new TypeError('Failed to fetch'), 'en', t)).toMatchObject({ code: 'unreachable', retry: 'later' })
    expect(toProblem(new Error('boom'), 'en', t)).toMatchObject({ code: 'unknown', requestId: undefined })
  })

  it('do not take an inherited name for a code', () => {
    expect(toProblem({ code: 'toString' }, 'en', t).code).toBe('unknown')
  })
})
