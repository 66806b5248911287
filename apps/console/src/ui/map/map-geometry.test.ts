import { describe, expect, it } from 'vitest'
import { fitProjection, labelPoint, shapePath } from './map-geometry.ts'
import type { LngLat, Shape } from './map-geometry.ts'

function box(code: string, [west, south]: LngLat, [east, north]: LngLat): Shape {
  const ring: LngLat[] = [[west, south], [east, south], [east, north], [west, north], [west, south]]
  return { code, name: code, polygons: [[ring]] }
}

describe('projection', () => {
  it('fits all shapes into the width and puts north at the top', () => {
    const map = fitProjection([box('a', [0, 0], [1, 1]), box('b', [1, 0], [2, 1])], 420, 10)
    expect(map.project([0, 1])).toEqual({ x: 10, y: 10 })
    expect(map.project([2, 0])).toEqual({ x: 410, y: 210 })
    expect(map.height).toBe(221)
  })

  it('writes one closed path per ring', () => {
    const a = box('a', [0, 0], [1, 1])
    const map = fitProjection([a], 120, 10)
    expect(shapePath(a, map)).toBe('M10 110L110 110L110 10L10 10L10 110Z')
  })
})

describe('label point', () => {
  it('lies inside a shape whose centroid does not', () => {
    const ring: LngLat[] = [[0, 0], [9, 0], [9, 1], [1, 1], [1, 9], [0, 9], [0, 0]]
    const hook: Shape = { code: 'hook', name: 'hook', polygons: [[ring]] }
    const map = fitProjection([hook], 920, 10)
    const { x, y } = labelPoint(hook, map)
    expect(x < 110 || y > map.height - 110).toBe(true)
  })
})
