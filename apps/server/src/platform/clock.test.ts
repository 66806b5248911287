import { expect, it } from 'vitest'
import { clockAt, shiftedClock } from './clock.ts'

const NOON = Date.parse('2026-11-28T12:00:00+08:00')

it('runs on from another day at the same time of day', () => {
  const world = clockAt(NOON)
  const spring = shiftedClock(world, -2403)
  expect([spring.today(), new Date(spring.now()).toISOString()]).toEqual(['2020-04-30', '2020-04-30T04:00:00.000Z'])
  world.set(NOON + 13 * 3_600_000)
  expect(spring.today()).toBe('2020-05-01')
})

it('is the world\'s own clock where nothing is shifted', () => {
  const world = clockAt(NOON)
  expect(shiftedClock(world, 0)).toBe(world)
})
