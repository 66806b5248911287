import { describe, expect, it } from 'vitest'
import { nextSort, visibleColumns } from './column.ts'
import type { Column } from './column.ts'

const column = (key: string, more: Partial<Column<object>> = {}): Column<object> => ({
  key,
  title: key,
  render: () => key,
  ...more,
})
const columns = [
  column('unit'),
  column('base', { align: 'number' }),
  column('pinyin', { optional: true }),
  column('state', { required: true }),
]
const keysOf = (list: readonly Column<object>[]) => list.map(({ key }) => key)

describe('columns', () => {
  it('start with all that are not optional', () => {
    expect(keysOf(visibleColumns(columns, undefined))).toEqual(['unit', 'base', 'state'])
  })

  it('follow the choice but keep the first and the required ones', () => {
    expect(keysOf(visibleColumns(columns, ['pinyin']))).toEqual(['unit', 'pinyin', 'state'])
  })
})

describe('sorting', () => {
  it('begins figures at the largest and words at the first', () => {
    expect(nextSort(column('base', { align: 'number' }), undefined).direction).toBe('descending')
    expect(nextSort(column('name'), { key: 'base', direction: 'descending' }).direction).toBe('ascending')
  })

  it('turns round on the second click', () => {
    expect(nextSort(column('name'), { key: 'name', direction: 'ascending' }).direction).toBe('descending')
  })
})
