import { describe, expect, it } from 'vitest'
import { certaintyOf, doubledFields, missingFields, needsMapping, toMapping } from './mapping.rules.ts'
import type { MappedColumn } from './mapping.rules.ts'

function column(key: string, rest: Partial<MappedColumn>): MappedColumn {
  return {
    column: 0,
    letter: 'A',
    path: [key],
    key,
    field: null,
    confidence: 0,
    source: 'none',
    conflictWith: null,
    samples: [],
    ...rest,
  }
}

const name = column('n', { field: 'name', confidence: 1, source: 'header' })
const idNo = column('i', { field: 'idNo', confidence: 0.8, source: 'header' })
const spare = column('x', {})

describe('columns of a roster', () => {
  it('are said, sure, unsure, in conflict or unmapped', () => {
    expect(certaintyOf(name, {})).toBe('sure')
    expect(certaintyOf(idNo, {})).toBe('unsure')
    expect(certaintyOf(spare, {})).toBe('unmapped')
    expect(certaintyOf({ ...spare, samples: ['3'] }, {})).toBe('unknown')
    expect(certaintyOf({ ...spare, source: 'mapping', samples: ['3'] }, {})).toBe('unmapped')
    expect(certaintyOf(column('c', { conflictWith: 3 }), {})).toBe('conflict')
    expect(certaintyOf(idNo, { i: 'idNo' })).toBe('said')
    expect(certaintyOf(idNo, { i: null })).toBe('unmapped')
  })

  it('name the required fields that no column fills', () => {
    expect(missingFields([name, idNo], {})).not.toContain('name')
    expect(missingFields([name, idNo], { n: null })).toContain('name')
  })

  it('may not fill one field twice', () => {
    expect([...doubledFields([name, idNo, spare], { x: 'name' })]).toEqual(['name'])
    expect([...doubledFields([name, idNo, spare], { x: 'name', n: null })]).toEqual([])
  })

  it('are all said in the mapping that is sent', () => {
    expect(toMapping([name, idNo, spare], { x: 'phone' })).toEqual({
      columns: { n: 'name', i: 'idNo', x: 'phone' },
    })
  })

  it('are asked about when something is missing or unsure, and not again for a remembered source', () => {
    expect(needsMapping({ columns: [name], missing: ['idNo'], remembered: true })).toBe(true)
    expect(needsMapping({ columns: [name, idNo], missing: [], remembered: false })).toBe(true)
    expect(needsMapping({ columns: [name, idNo], missing: [], remembered: true })).toBe(false)
    expect(needsMapping({ columns: [name], missing: [], remembered: false })).toBe(false)
  })
})
