import type { QueryClient } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'
import type { LostSession } from './query-client.ts'
import { createQueryClient, isWorthRetrying } from './query-client.ts'

describe('retries', () => {
  it('repeat a lost connection and a busy server, twice at most', () => {
    expect(isWorthRetrying(0, new TypeError('Failed to fetch'))).toBe(true)
    expect(isWorthRetrying(1, { code: 'busy' })).toBe(true)
    expect(isWorthRetrying(2, { code: 'busy' })).toBe(false)
  })

  it('never repeat a refusal or an unknown failure', () => {
    expect(isWorthRetrying(0, { code: 'forbidden' })).toBe(false)
    expect(isWorthRetrying(0, new Error('boom'))).toBe(false)
    expect(isWorthRetrying(0, { code: 'toString' })).toBe(false)
  })
})

describe('a lost session', () => {
  const failWith = async (code: string) => {
    const onLost = vi.fn<(why: LostSession) => void>()
    const queries: QueryClient = createQueryClient(onLost)
    const queryFn = () => Promise.reject(Object.assign(new Error(code), { code }))
    await queries.fetchQuery({ queryKey: [code], queryFn }).catch(() => undefined)
    return onLost
  }

  it('is told once a query finds it', async () => {
    expect(await failWith('signed_out')).toHaveBeenCalledExactlyOnceWith('signed_out')
    expect(await failWith('password_must_change')).toHaveBeenCalledExactlyOnceWith('password_must_change')
  })

  it('is not confused with a missing permission', async () => {
    expect(await failWith('forbidden')).not.toHaveBeenCalled()
  })
})
