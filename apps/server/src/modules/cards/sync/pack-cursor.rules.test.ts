import { describe, expect, it } from 'vitest'
import { afterStep, EMPTY_CURSOR, nextStep, readPackCursor, writePackCursor, type PackState } from './pack-cursor.rules.ts'
import { holds, isSameScope, partsOf } from './pack-scope.rules.ts'

const KEPT = 1000
const ID = '00000000-0000-7000-8000-000000000001'
const state = (changes: Partial<PackState> = {}): PackState => ({ epoch: 'e', xmin: 10, at: 100, parts: [{ prefix: '522326', groups: null }], ...changes })
const later = state({ xmin: 20, at: 200 })
const elsewhere = { ...later, parts: [{ prefix: '522323', groups: null }] }

describe('the next step of a pull', () => {
  it('goes through everything at first, page by page, towards the state it began with', () => {
    const first = nextStep(EMPTY_CURSOR, state(), KEPT)
    expect(first).toEqual({ kind: 'sweep', has: null, next: state(), after: null })
    const cursor = afterStep(first, ID)
    expect(nextStep(cursor, later, KEPT)).toEqual({ kind: 'sweep', has: null, next: state(), after: ID })
    expect(afterStep(nextStep(cursor, later, KEPT), null)).toEqual({ has: state(), next: null, after: null })
  })

  it('asks for changes while the scope stays', () => {
    expect(nextStep({ has: state(), next: null, after: null }, later, KEPT)).toEqual({ kind: 'changes', has: state(), next: later, after: null })
  })

  it('goes through the new scope when it changed, and sends in full only what the phone lacks', () => {
    expect(nextStep({ has: state(), next: null, after: null }, elsewhere, KEPT)).toEqual({ kind: 'sweep', has: state(), next: elsewhere, after: null })
  })

  it.each([
    ['the database is another one', { ...later, epoch: 'other' }],
    ['its transactions begin anew', { ...later, xmin: 5 }],
    ['the changes since are forgotten', { ...later, at: 100 + KEPT }],
  ])('begins anew when %s', (_why, now) => {
    expect(nextStep({ has: state(), next: null, after: null }, now, KEPT)).toEqual({ kind: 'sweep', has: null, next: now, after: null })
    expect(nextStep({ has: null, next: state(), after: ID }, now, KEPT)).toEqual({ kind: 'sweep', has: null, next: now, after: null })
  })

  it('does not believe what a phone has after a sweep of another scope was cut off', () => {
    const cut = { has: state(), next: elsewhere, after: ID }
    expect(nextStep(cut, state({ xmin: 30, at: 300 }), KEPT)).toMatchObject({ kind: 'sweep', has: null, after: null })
  })

  it('begins the changes again when the scope changes among them', () => {
    expect(nextStep({ has: state(), next: later, after: ID }, { ...elsewhere, xmin: 30 }, KEPT)).toMatchObject({ kind: 'sweep', has: state(), after: null })
  })
})

describe('a cursor', () => {
  it('travels as text, and a broken one is an empty one', () => {
    const cursor = { has: state(), next: later, after: ID }
    expect(readPackCursor(writePackCursor(cursor))).toEqual(cursor)
    for (const text of [undefined, '', 'broken', Buffer.from('{"has":1}').toString('base64url')]) expect(readPackCursor(text)).toEqual(EMPTY_CURSOR)
  })
})

describe('the scope of a pack', () => {
  it('is the area of the permission, or the groups of one’s grids in it', () => {
    expect(partsOf(['522326001002', '522326001001'], [])).toEqual([{ prefix: '522326001001', groups: null }, { prefix: '522326001002', groups: null }])
    const grids = [{ division: '522326001001', groups: ['2组', '1组'] }, { division: '522323001001', groups: ['9组'] }]
    const parts = partsOf(['522326001'], grids)
    expect(parts).toEqual([{ prefix: '522326001001', groups: ['1组', '2组'] }])
    expect(holds(parts, { division: '522326001001', group_name: '2组' })).toBe(true)
    for (const group of ['3组', null]) expect(holds(parts, { division: '522326001001', group_name: group })).toBe(false)
    expect(isSameScope(parts, partsOf(['522326001'], grids.toReversed()))).toBe(true)
    expect(isSameScope(parts, partsOf(['522326001'], []))).toBe(false)
  })
})
