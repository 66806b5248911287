import { describe, expect, it } from 'vitest'
import { pathTo, withChildren } from './place-tree.ts'
import { buildWorkPlaces } from './work-places.ts'

const tree = buildWorkPlaces()

describe('places of work', () => {
  it('hang province, city and county under each other', () => {
    expect(pathTo('330203', tree)).toEqual(['330000', '330200', '330203'])
    expect(pathTo('522301', tree)).toEqual(['520000', '522300', '522301'])
  })

  it('hang the districts of a municipality and the towns of a city without counties under it', () => {
    expect(pathTo('110105', tree)).toEqual(['110000', '110105'])
    expect(pathTo('441900', tree)).toEqual(['440000', '441900'])
  })

  it('open the counties of the prefecture further', () => {
    const [, , county] = pathTo('522301', tree)
    const grown = withChildren(tree, county ?? '', [{ value: '522301011', label: 'x', isLeaf: false }])
    expect(pathTo('522301011', grown)).toEqual(['520000', '522300', '522301', '522301011'])
  })
})
