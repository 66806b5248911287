import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { placesJson } from '../../scripts/build-gazetteer.ts'
import { placeIndex } from './place-index.ts'

describe('gazetteer of places of work', () => {
  it('is what the script makes of the published division list', () => {
    const file = readFileSync(new URL('../data/places.json', import.meta.url), 'utf8')
    expect(file).toBe(placesJson())
  })

  it('strips the nationalities from names of autonomous places', () => {
    const codes = (text: string) => placeIndex().spellings.get(text)?.map(({ place }) => place.code)
    expect(codes('恩施州')).toEqual(['422800'])
    expect(codes('巴音郭楞')).toEqual(['652800'])
    expect(codes('克孜勒苏州')).toEqual(['653000'])
    expect(codes('紫云')).toEqual(['520425'])
    expect(codes('黔西南')).toEqual(['522300'])
  })

  it('S31 holds the eight host cities with their townships', () => {
    const townships = [...placeIndex().spellings.values()].flat()
      .filter(({ place, full }) => full && place.level === 'township')
    const cities = new Set(townships.map(({ stem }) => stem.slice(0, 4)))
    expect([...cities].sort()).toEqual(['3302', '3303', '3307', '3310', '3505', '4403', '4406', '4419', '5223'])
    expect(townships.length).toBeGreaterThan(900)
  })
})
