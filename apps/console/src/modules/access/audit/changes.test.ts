import { describe, expect, it } from 'vitest'
import { changesOf, isChanged } from './changes.ts'

describe('before and after', () => {
  it('puts changed fields before those that stayed', () => {
    const changes = changesOf(
      { name: 'a', wage: { amount: 1 }, form: '1' },
      { name: 'a', wage: { amount: 2 }, place: ['x'] },
    )
    expect(changes).toEqual([
      { field: 'wage.amount', before: '1', after: '2' },
      { field: 'form', before: '1', after: undefined },
      { field: 'place', before: undefined, after: '["x"]' },
      { field: 'name', before: 'a', after: 'a' },
    ])
    expect(changes.map(isChanged)).toEqual([true, true, true, false])
  })

  it('takes a null for nothing and shows a value without fields as it is', () => {
    expect(changesOf(null, { reason: null })).toEqual([])
    expect(changesOf(undefined, 'done')).toEqual([{ field: '', before: undefined, after: 'done' }])
  })
})
