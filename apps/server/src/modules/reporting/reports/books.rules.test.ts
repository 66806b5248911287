import { describe, expect, it } from 'vitest'
import type { BookLine } from '../../indicators/indicators.api.ts'
import { addUpBooks } from './books.rules.ts'

const line = (
  code: string,
  key: BookLine['key'],
  opening: number,
  change: number,
  correction: number,
): BookLine => ({
  code,
  name: `镇${code}`,
  parentCode: code.slice(0, 1),
  parentName: `县${code.slice(0, 1)}`,
  key,
  opening,
  change,
  correction,
  closing: opening + change + correction,
})

describe('the books of a report', () => {
  const books = addUpBooks([
    line('b1', 'hh.zero', 5, -1, 0),
    line('a2', 'hh.zero', 3, 1, 1),
    line('a1', 'hh.zero', 2, 0, -1),
    line('a1', 'p.employed', 10, 5, 0),
    line('c1', null, 0, 0, 0),
  ])

  it('add up to every level, today and the day before', () => {
    expect(books.counters).toEqual({ 'hh.zero': 10, 'p.employed': 15 })
    expect(books.countersBefore).toEqual({ 'hh.zero': 10, 'p.employed': 10 })
    expect(books.units.rows).toEqual([
      { code: 'a', name: '县a', counters: { 'hh.zero': 6, 'p.employed': 15 } },
      { code: 'b', name: '县b', counters: { 'hh.zero': 4 } },
      { code: 'c', name: '县c', counters: {} },
    ])
    expect(books.units.rowsBefore.map(({ counters }) => counters['hh.zero'])).toEqual([5, 5, undefined])
    expect(books.leaves.rows.map(({ code }) => code)).toEqual(['a1', 'a2', 'b1', 'c1'])
    expect(books.leaves.parentOf.get('a2')).toBe('县a')
  })

  it('keep opening + change + correction = closing in every sum', () => {
    expect(books.ledger).toContainEqual({
      key: 'hh.zero',
      opening: 10,
      change: 0,
      correction: 0,
      closing: 10,
    })
    for (const { opening, change, correction, closing } of books.ledger)
      expect(opening + change + correction).toBe(closing)
  })
})
