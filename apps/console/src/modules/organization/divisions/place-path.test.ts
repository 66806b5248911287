import { describe, expect, it } from 'vitest'
import type { ReportingUnit } from '../organization-types.ts'
import { isWithin, pathTo, placeOfScope, PREFECTURE, unitOf } from './place-path.ts'

const unit = (code: string, scope: string[], county: string | null): ReportingUnit => ({
  code,
  name: code,
  shortName: code,
  county,
  scope,
  villageCount: 1,
})
const units = [
  unit('522301', ['522301001', '522301002'], '522301'),
  unit('522323', ['522323'], '522323'),
  unit('5223-YL', ['522301011'], null),
]

describe('the way down the tree', () => {
  it('goes through the unit a township reports through, not its county', () => {
    expect(pathTo('522301011204', units)).toEqual([PREFECTURE, '5223-YL', '522301011', '522301011204'])
    expect(pathTo('522323101', units)).toEqual([PREFECTURE, '522323', '522323101'])
    expect(unitOf('522301002', units)?.code).toBe('522301')
  })

  it('ends at the prefecture and at a unit', () => {
    expect(pathTo(placeOfScope('5223'), units)).toEqual([PREFECTURE])
    expect(pathTo('5223-YL', units)).toEqual([PREFECTURE, '5223-YL'])
  })
})

describe('the reach of an office', () => {
  it('covers its own unit and what lies below it', () => {
    expect(isWithin('5223-YL', '5223-YL', units)).toBe(true)
    expect(isWithin('522301011204', '5223-YL', units)).toBe(true)
    expect(isWithin('522301', '522301', units)).toBe(true)
    expect(isWithin('522323', '5223', units)).toBe(true)
  })

  it('ends at townships that report elsewhere, at the level above, and for those without a scope', () => {
    expect(isWithin('522301011', '522301', units)).toBe(false)
    expect(isWithin('5223', '522301', units)).toBe(false)
    expect(isWithin('522301', undefined, units)).toBe(false)
  })
})
