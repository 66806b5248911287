import { describe, expect, it } from 'vitest'
import { isInside, isInsideOrAbove, unitsInside, type UnitScopes } from './area.rules.ts'

const units: UnitScopes = [
  { code: '522301', scope: ['522301001', '522301002'] },
  { code: '522323', scope: ['522323'] },
  { code: '5223-YL', scope: ['522301011', '522328101'] },
]
const prefecture = { division: '5223', unit: null }
const xingyi = { division: '522301', unit: '522301' }
const yilong = { division: '5223', unit: '5223-YL' }
const puan = { division: '522323', unit: '522323' }
const village = { division: '522301011200', unit: null }

describe('areas of bodies', () => {
  it('lets the prefecture act everywhere', () => {
    expect([prefecture, xingyi, yilong, puan, village].map((area) => isInside(area, ['5223'], units))).toEqual(
      [true, true, true, true, true],
    )
  })

  it('keeps a county out of the prefecture, its neighbours and the townships another unit took', () => {
    const scope = ['522301001', '522301002']
    expect([prefecture, xingyi, yilong, puan, village].map((area) => isInside(area, scope, units))).toEqual(
      [false, true, false, false, false],
    )
  })

  it('gives 义龙新区 its own command, although its division is only the prefecture', () => {
    const scope = ['522301011', '522328101']
    expect([prefecture, xingyi, yilong, puan, village].map((area) => isInside(area, scope, units))).toEqual(
      [false, false, true, false, true],
    )
    expect(unitsInside(scope, units)).toEqual(['5223-YL'])
  })

  it('shows a village who leads above it, and nothing beside it', () => {
    const scope = ['522301011200']
    expect([prefecture, xingyi, yilong, puan, village].map((area) => isInsideOrAbove(area, scope, units))).toEqual(
      [true, false, true, false, true],
    )
    expect(unitsInside(scope, units)).toEqual([])
  })

  it('shows nothing without a scope', () => {
    expect([prefecture, xingyi, yilong].map((area) => isInsideOrAbove(area, [], units))).toEqual([false, false, false])
  })
})
