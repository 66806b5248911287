import { describe, expect, it } from 'vitest'
import { createLog } from './log.ts'
import { startWorker } from './worker.ts'

const log = createLog({ level: 'silent' })
const LONG_MS = 3_600_000
const settle = () => new Promise((resolve) => setTimeout(resolve, 5))
const start = (turn: () => Promise<number>) => startWorker({ log, turn, failure: 'the test failed', idleMs: LONG_MS })

describe('a worker', () => {
  it('works while there is something to do, then pauses until it is woken', async () => {
    let left = 3
    let turns = 0
    const worker = start(async () => {
      turns++
      return left-- > 0 ? 1 : 0
    })
    await settle()
    expect(turns).toBe(4)
    worker.wake()
    await settle()
    expect(turns).toBe(5)
    await worker.stop()
  })

  it('does not sleep through a call that came during its turn', async () => {
    let turns = 0
    let finish: () => void = () => undefined
    const worker = start(() => {
      turns++
      return new Promise((resolve) => { finish = () => resolve(0) })
    })
    worker.wake()
    finish()
    await settle()
    expect(turns).toBe(2)
    finish()
    await worker.stop()
  })

  it('goes on after a turn that failed', async () => {
    let turns = 0
    const worker = start(async () => {
      turns++
      throw new Error('away')
    })
    await settle()
    worker.wake()
    await settle()
    expect(turns).toBe(2)
    await worker.stop()
  })

  it('waits for the turn under way when it is stopped', async () => {
    let finish: () => void = () => undefined
    let ended = false
    const worker = start(() => new Promise((resolve) => { finish = () => resolve(1) }))
    const stopped = worker.stop().then(() => { ended = true })
    await settle()
    expect(ended).toBe(false)
    finish()
    await stopped
    expect(ended).toBe(true)
  })
})
