import { expect, it } from 'vitest'
import { paths, readPath } from './paths.ts'

it('every address leads to the page it was made for', () => {
  expect(readPath(paths.today())).toEqual({ page: 'today' })
  expect(readPath(paths.household('h 1'))).toEqual({ page: 'household', householdId: 'h 1' })
  expect(readPath(paths.check('h1', 'p/1'))).toEqual({ page: 'check', householdId: 'h1', personId: 'p/1' })
  expect(readPath(paths.card('0123456789abcdef'))).toEqual({ page: 'card', token: '0123456789abcdef' })
  expect(readPath(paths.outbox())).toEqual({ page: 'outbox' })
  expect(readPath(paths.me())).toEqual({ page: 'me' })
})

it('an address that leads nowhere shows the list of today', () => {
  expect(readPath('/households/')).toEqual({ page: 'today' })
  expect(readPath('/nowhere')).toEqual({ page: 'today' })
})
