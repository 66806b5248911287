import { describe, expect, it } from 'vitest'
import { listOfToday, stateOn, turnOfDay } from './task.rules.ts'

const task = (subject: string) => ({ kind: 'need', subject }) as const
const recorded = (subject: string) => ({ ...task(subject), id: `row-${subject}` })

describe('the turn of a day', () => {
  it('S17 tells what was done from what ran out of time, and begins what is new', () => {
    const open = [recorded('served'), recorded('expired'), recorded('goes on')]
    expect(turnOfDay(open, [task('expired'), task('goes on')], [task('goes on'), task('new')]))
      .toEqual({ done: ['row-served'], over: ['row-expired'], begun: [task('new')] })
  })
  it('tells a need from a case about the same subject', () => {
    expect(turnOfDay([{ kind: 'zero', subject: 'h', id: 'row' }], [], [{ kind: 'zero_close', subject: 'h' } as const]))
      .toEqual({ done: ['row'], over: [], begun: [{ kind: 'zero_close', subject: 'h' }] })
  })
})

describe('a recorded task', () => {
  it.each([['2026-11-20', 'open'], ['2026-11-21', 'done']] as const)('of which the 21st was the last day is on %s %s', (day, state) => {
    expect(stateOn(day, { to_day: '2026-11-21', done: true })).toBe(state)
  })
  it('whose time passed was not done', () => expect(stateOn('2026-11-21', { to_day: '2026-11-21', done: false })).toBe('over'))
})

describe('the list of today', () => {
  it('S17 marks what came up since the morning and keeps what is done', () => {
    const { open, done } = listOfToday([task('a'), task('b')], [task('b'), task('c')], true)
    expect(open).toEqual([{ ...task('b'), isNew: false }, { ...task('c'), isNew: true }])
    expect(done).toEqual([task('a')])
  })
  it('calls nothing new before the morning’s list was taken', () => {
    expect(listOfToday([], [task('a')], false).open).toEqual([{ ...task('a'), isNew: false }])
  })
})
