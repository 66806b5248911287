import { describe, expect, it } from 'vitest'
import { trailOf } from './place-trail.ts'

const prefecture = { code: '5223', name: 'P', level: 'prefecture' as const }
const county = { code: '522326', name: 'C', level: 'county' as const }
const township = { code: '522326107', name: 'T', level: 'township' as const }
const hrefOf = (code: string) => `/${code}`

describe('the way up', () => {
  it('links the places above and not the place itself, whether or not the path ends with it', () => {
    const expected = [{ code: '5223', name: 'P', href: '/5223' }, { code: '522326', name: 'C' }]
    expect(trailOf({ path: [prefecture], place: county, top: '5223', hrefOf })).toEqual(expected)
    expect(trailOf({ path: [prefecture, county], place: county, top: '5223', hrefOf })).toEqual(expected)
  })

  it('names the places above the scope without linking them', () => {
    expect(trailOf({ path: [prefecture, county], place: township, top: '522326', hrefOf })).toEqual([
      { code: '5223', name: 'P' },
      { code: '522326', name: 'C', href: '/522326' },
      { code: '522326107', name: 'T' },
    ])
  })
})
