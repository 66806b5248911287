import { describe, expect, it } from 'vitest'
import { isUuid, newId, timeOfId } from './ids.ts'
import { seeded, systemRandomBytes } from './random.ts'

describe('seeded randomness', () => {
  it('repeats the same published values for the same seed', () => {
    const draw = seeded('anye')
    expect(Array.from({ length: 4 }, () => draw.int(0, 999_999))).toMatchInlineSnapshot(`
      [
        703198,
        28167,
        225008,
        902491,
      ]
    `)
    expect(seeded(7).logNormal(4072, 0.3)).toMatchInlineSnapshot(`3959.151400812905`)
  })

  it('forks by label, whatever was drawn before', () => {
    const fresh = seeded('a').fork('households').next()
    const used = seeded('a')
    used.next()
    expect(used.fork('households').next()).toBe(fresh)
    expect(seeded('a').fork('posts').next()).not.toBe(fresh)
  })

  it('spreads evenly and keeps its bounds', () => {
    const draw = seeded(1)
    const counts = [0, 0, 0, 0, 0, 0]
    for (let n = 0; n < 60_000; n++) {
      const face = draw.int(0, 5)
      counts[face] = (counts[face] ?? 0) + 1
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400)
  })

  it('draws by weight and never a zero weight', () => {
    const draw = seeded(2)
    const counts = { a: 0, b: 0, never: 0 }
    for (let n = 0; n < 10_000; n++) counts[draw.weighted([['a', 3], ['b', 1], ['never', 0]] as const)] += 1
    expect(counts.never).toBe(0)
    expect(counts.a / counts.b).toBeGreaterThan(2.7)
    expect(counts.a / counts.b).toBeLessThan(3.3)
  })

  it('centres the log-normal on its median', () => {
    const draw = seeded(3)
    const values = Array.from({ length: 9999 }, () => draw.logNormal(4000, 0.3)).sort((a, b) => a - b)
    expect(Math.abs((values[4999] ?? 0) - 4000)).toBeLessThan(60)
    expect(values[0]).toBeGreaterThan(0)
  })

  it('shuffles without losing anything and leaves the list alone', () => {
    const list = [1, 2, 3, 4, 5, 6, 7, 8]
    const mixed = seeded(4).shuffle(list)
    expect(mixed).not.toEqual(list)
    expect([...mixed].sort()).toEqual(list)
    expect(() => seeded(4).pick([])).toThrow(RangeError)
  })
})

describe('ids', () => {
  it('are version 7, carry the millisecond and sort by it', () => {
    const id = newId(1_585_699_200_123, seeded(5).bytes)
    expect(isUuid(id)).toBe(true)
    expect(id[14]).toBe('7')
    expect(timeOfId(id)).toBe(1_585_699_200_123)
    expect(newId(1_585_699_200_124, seeded(6).bytes) > id).toBe(true)
  })

  it('differ within the same millisecond', () => {
    const ids = new Set(Array.from({ length: 1000 }, () => newId(1, systemRandomBytes)))
    expect(ids.size).toBe(1000)
  })

  it('refuses text that is no UUID', () => {
    for (const text of ['', 'abc', '018F5E2A-0000-7000-8000-000000000000', '018f5e2a-0000-7000-c000-000000000000']) {
      expect(isUuid(text), text).toBe(false)
    }
  })
})
