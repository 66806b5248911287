import { describe, expect, it } from 'vitest'
import { axisOf, ticksOf, xOf } from './axis.geometry.ts'
import { placeSpans, textWidth } from './lanes.geometry.ts'

const TODAY = '2026-11-24'

describe('the time axis', () => {
  it('shows a year at least and ends with the month after today', () => {
    expect(axisOf([], TODAY, 0, 100)).toEqual({ from: '2025-12-01', to: '2026-12-31', left: 0, right: 100 })
    expect(axisOf(['2023-03-17'], TODAY, 0, 100).from).toBe('2023-03-01')
  })

  it('goes back ten years and no further', () => {
    const axis = axisOf(['1998-01-01'], TODAY, 0, 100)
    expect(axis.from).toBe('2016-11-01')
    expect(xOf(axis, '1998-01-01')).toBe(0)
  })

  it('names every month of a year, quarters of a few years, years of a decade', () => {
    expect(ticksOf(axisOf([], TODAY, 0, 1000)).map(({ label }) => label)).toEqual([
      '2025-12',
      '2026',
      '02',
      '03',
      '04',
      '05',
      '06',
      '07',
      '08',
      '09',
      '10',
      '11',
      '12',
    ])
    expect(
      ticksOf(axisOf(['2024-02-10'], TODAY, 0, 1000))
        .map(({ label }) => label)
        .slice(0, 5),
    ).toEqual(['2024-04', '07', '10', '2025', '04'])
    expect(ticksOf(axisOf(['2017-02-10'], TODAY, 0, 1000)).every(({ isYear }) => isYear)).toBe(true)
  })
})

describe('spans of a strand', () => {
  const axis = axisOf([], TODAY, 0, 1000)
  const span = (key: string, from: string, to: string, label = key) => ({ key, from, to, label })

  it('share a lane when one follows the other and take two when they overlap', () => {
    const placed = placeSpans(
      [
        span('b', '2026-05-01', '2026-09-30'),
        span('a', '2026-01-01', '2026-04-01'),
        span('c', '2026-06-01', '2026-07-01'),
      ],
      axis,
    )
    expect(placed.map(({ span: { key }, lane }) => `${key}${lane}`)).toEqual(['a0', 'b0', 'c1'])
  })

  it('carry their words inside, else beside, and never out of the drawing', () => {
    const long = '\u5B81\u6CE2\u67D0\u67D0\u670D\u88C5\u6709\u9650\u516C\u53F8'
    const [wide] = placeSpans([span('w', '2026-01-01', '2026-11-24', long)], axis)
    const [early] = placeSpans([span('e', '2026-01-01', '2026-01-10', long)], axis)
    const [late] = placeSpans([span('l', '2026-12-20', '2026-12-31', long)], axis)
    expect(wide?.isInside).toBe(true)
    expect(early).toMatchObject({ isInside: false, anchor: 'start' })
    expect(late).toMatchObject({ isInside: false, anchor: 'end' })
    for (const placed of [wide, early, late]) {
      const start = placed?.anchor === 'end' ? placed.textX - textWidth(placed.text) : (placed?.textX ?? -1)
      expect(start).toBeGreaterThanOrEqual(axis.left)
      expect(start + textWidth(placed?.text ?? '')).toBeLessThanOrEqual(axis.right)
    }
  })

  it('are cut with an ellipsis when there is no room at all', () => {
    const [placed] = placeSpans([span('x', '2025-12-01', '2026-12-31', 'x'.repeat(400))], axis)
    expect(placed?.text.endsWith('\u2026')).toBe(true)
    expect(textWidth(placed?.text ?? '')).toBeLessThanOrEqual(1000)
  })
})
