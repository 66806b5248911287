import { describe, expect, it } from 'vitest'
import { fill } from '../../../app/i18n/translate.ts'
import type { Translate } from '../../../app/i18n/translate.ts'
import { en } from '../../../app/i18n/en.ts'
import { formatPercent } from '../../../ui/format.ts'
import { trendLabel } from './trend-label.ts'

const t: Translate = (key, params) => fill(en[key], params)
const told = (trend: { day: string; value: number | null }[]) => trendLabel({ name: 'W', trend, print: formatPercent }, t)

describe('a trend in words', () => {
  it('counts the days it spans, not the days with books', () => {
    const text = told([{ day: '2026-10-01', value: 80 }, { day: '2026-10-08', value: 90.04 }, { day: '2026-10-31', value: 91 }])
    expect(text).toContain('30')
    expect(text).toContain('80.0')
    expect(text).toContain('91.0')
  })

  it('says nothing on the first day', () => {
    expect(told([{ day: '2026-10-01', value: 80 }])).toBeUndefined()
    expect(told([])).toBeUndefined()
  })
})
