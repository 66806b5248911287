import { describe, expect, it } from 'vitest'
import { trailOf } from './place-trail.ts'

const prefecture = { code: '5223', name: 'P', level: 'prefecture' as const }
const county = { code: '522326', name: 'C', level: 'county' as const }

describe('the way up', () => {
  it('links the places above and not the place itself, whether or not the path ends with it', () => {
    const expected = [{ code: '5223', name: 'P', href: '/5223' }, { code: '522326', name: 'C' }]
    const hrefOf = (code: string) => `/${code}`
    expect(trailOf([prefecture], county, hrefOf)).toEqual(expected)
    expect(trailOf([prefecture, county], county, hrefOf)).toEqual(expected)
  })
})
