import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { assign, type Outcome } from './assign.ts'

describe('the README', () => {
  it('shows an example that does what it says', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
    const place = /outcome\.place is (\[.*?\])/.exec(code)?.[1]
    const score = /outcome\.score is (\{.*\})/.exec(code)?.[1]
    const body = code.replace(/^import .*$/m, '').replace('const outcome =', '')
    const outcome = runInNewContext(body, { assign, Int32Array, Uint8Array }) as Extract<Outcome, { status: 'optimal' }>
    expect(place).toBe(`[${[...outcome.place].join(', ')}]`)
    expect(score).toBe('{ covered: [1], placed: 2, fit: 920 }')
    expect(outcome.score).toEqual({ covered: [1], placed: 2, fit: 920 })
  })
})
